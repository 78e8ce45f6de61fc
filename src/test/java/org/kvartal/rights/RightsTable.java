package org.kvartal.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A readable table: what stands in the first column, and for each of everybody {@code yes} or {@code –}. */
record RightsTable(List<Cell> cells) {

    /** One decision. */
    record Cell(String row, Everybody who, boolean allowed) {

        @Override
        public String toString() {
            return who.name().toLowerCase(Locale.ROOT) + (allowed ? " may " : " may not ") + row;
        }
    }

    static RightsTable read(String resource) {
        var stream = Objects.requireNonNull(RightsTable.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            List<Everybody> columns = Arrays.stream(cellsOf(lines.getFirst()))
                    .skip(1)
                    .map(Everybody::valueOf)
                    .toList();
            if (!columns.equals(List.of(Everybody.values()))) {
                throw new IllegalStateException(resource + ": the columns are everybody, in their order");
            }
            List<Cell> cells = new ArrayList<>();
            Map<String, String> seen = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] row = cellsOf(line);
                if (row.length != columns.size() + 1 || seen.put(row[0], line) != null) {
                    throw new IllegalStateException(resource + ": " + line);
                }
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(new Cell(row[0], columns.get(i), allowed(row[i + 1], line)));
                }
            }
            return new RightsTable(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> rows() {
        return cells.stream().map(Cell::row).distinct().toList();
    }

    private static String[] cellsOf(String line) {
        return Arrays.stream(line.split(",")).map(String::strip).toArray(String[]::new);
    }

    private static boolean allowed(String cell, String line) {
        return switch (cell) {
            case "yes" -> true;
            case "–" -> false;
            default -> throw new IllegalStateException("neither yes nor –: " + line);
        };
    }
}
