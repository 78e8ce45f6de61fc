package org.kvartal.imports;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as a kind gets it. Cells are in NFC, without control characters and without white space around them; they may hold line
 * feeds. A cell that begins like a formula is text like any other.
 *
 * @param line the line of the file in which the row begins, the heading being part of the count
 * @param cells what stands in it, by the column's code; empty cells are left out
 * @param known what an earlier import made of a row with the same {@link ImportKind#identity}, unless it was taken back; the kind knows whether
 *     it is still there
 */
public record ImportRow(
        int line, Map<String, String> cells, @Nullable UUID known) {

    public ImportRow {
        cells = Map.copyOf(cells);
    }

    /** What stands in a column, or an empty text. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return cells.containsKey(column);
    }
}
