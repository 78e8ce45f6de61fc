package org.kvartal.missions.web;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A table as CSV. What a spreadsheet would take for a formula is text there, too. */
final class Table {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    Table(Object... headings) {
        row(headings);
    }

    void row(@Nullable Object... cells) {
        StringJoiner line = new StringJoiner(",", "", "\r\n");
        for (Object cell : cells) {
            line.add(cell(cell == null ? "" : cell.toString()));
        }
        text.append(line);
    }

    private static String cell(String words) {
        boolean formula = !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0;
        String safe = formula ? "'" + words : words;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
