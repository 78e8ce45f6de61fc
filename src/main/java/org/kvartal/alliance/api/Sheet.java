package org.kvartal.alliance.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table with a line of names. Spreadsheets take a cell that begins with certain signs for a formula: such a text gets an apostrophe
 * before it, which they do not show.
 *
 * @param mark whether it begins with the mark by which some programs recognise UTF-8
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, Common Format and MIME Type for CSV Files</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
record Sheet<T>(List<Column<T>> columns, boolean mark) implements Rendering<T> {

    /** Between several values of one cell. */
    private static final String AND = " | ";

    private static final String LINE_END = "\r\n";

    /** Those that begin a formula, also as Japanese keyboards write them. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    public void write(OutputStream out, Iterator<List<T>> stretches, @Nullable String next) throws IOException {
        // Not closed where something fails: what is cut off must not look whole.
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (mark) {
            writer.write('\uFEFF');
        }
        line(writer, column -> column.name);
        while (stretches.hasNext()) {
            for (T row : stretches.next()) {
                line(writer, column -> column.cell.apply(row));
            }
        }
        writer.flush();
    }

    private void line(Writer writer, Function<Column<T>, String> cell) throws IOException {
        String separator = "";
        for (Column<T> column : columns) {
            writer.write(separator);
            writer.write(quoted(cell.apply(column)));
            separator = ",";
        }
        writer.write(LINE_END);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n')
                && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** @param cell what stands there in a row, as it is written */
    record Column<T>(String name, Function<T, String> cell) {

        /** What people wrote. */
        static <T> Column<T> text(String name, Function<T, @Nullable String> cell) {
            return new Column<>(name, row -> harmless(cell.apply(row)));
        }

        /** Several of them. */
        static <T> Column<T> texts(String name, Function<T, ? extends Collection<String>> cells) {
            return new Column<>(name, row -> harmless(String.join(AND, cells.apply(row))));
        }

        /** A number, a date, yes or no: begins with nothing that people chose. */
        static <T> Column<T> fact(String name, Function<T, @Nullable Object> cell) {
            return new Column<>(name, row -> {
                Object value = cell.apply(row);
                return value == null ? "" : value.toString();
            });
        }

        private static String harmless(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return "";
            }
            return FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        }
    }
}
