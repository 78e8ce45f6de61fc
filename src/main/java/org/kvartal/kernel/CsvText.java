package org.kvartal.kernel;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterBuilder;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables. Whatever people wrote is quoted, and what a spreadsheet would take for a formula gets an apostrophe before it; imports take
 * that apostrophe off again ({@link #typed}).
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, Common Format and MIME Type for CSV Files</a>
 */
public final class CsvText implements AutoCloseable {

    /** The media type of what is written. */
    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Also in their wide forms, which spreadsheets of East Asian languages take for the same. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter writer;
    private @Nullable CsvWriterRecord row;

    private CsvText(OutputStream out, CsvWriterBuilder form) {
        try {
            out.write(MARK);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        writer = form.lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    /**
     * A table that opens in a spreadsheet by a double click: with a mark of UTF-8, and separated as spreadsheets of that language expect
     * it.
     */
    public static CsvText forSpreadsheets(OutputStream out, Language language) {
        return new CsvText(
                out,
                CsvWriter.builder()
                        .fieldSeparator(language == Language.EN ? ',' : ';')
                        .quoteStrategy(QuoteStrategies.NON_EMPTY));
    }

    /** A table for programs: with commas whoever reads it, and quotes only where they are needed. */
    public static CsvText forPrograms(OutputStream out) {
        return new CsvText(out, CsvWriter.builder().fieldSeparator(','));
    }

    /** A whole row of texts. */
    public CsvText row(List<String> texts) {
        texts.forEach(this::text);
        return end();
    }

    /** A whole row of numbers, and of what is written as text; nothing for null. */
    public CsvText cells(@Nullable Object... values) {
        for (Object value : values) {
            if (value instanceof Number number) {
                cell(number.toString());
            } else {
                text(value == null ? null : value.toString());
            }
        }
        return end();
    }

    /** The next cell: a text; nothing for null. */
    public CsvText text(@Nullable String text) {
        cell(text == null ? "" : harmless(text));
        return this;
    }

    /** The next cell: a whole number. */
    public CsvText number(long number) {
        cell(Long.toString(number));
        return this;
    }

    /** Ends the row. */
    public CsvText end() {
        if (row != null) {
            row.endRecord();
            row = null;
        }
        return this;
    }

    /** Writes out what is left and closes the stream. */
    @Override
    public void close() {
        end();
        try {
            writer.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A text that no spreadsheet calculates with. */
    public static String harmless(String text) {
        return beginsFormula(text) ? "'" + text : text;
    }

    /** What was written before {@link #harmless} put an apostrophe before it, or a spreadsheet's user did. */
    public static String typed(String cell) {
        return cell.startsWith("'") && beginsFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean beginsFormula(String text) {
        int first = 0;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\u00A0')) {
            first++;
        }
        return first < text.length() && BEGINS_FORMULA.indexOf(text.charAt(first)) >= 0;
    }

    private void cell(String value) {
        if (row == null) {
            row = writer.writeRecord();
        }
        row.writeField(value);
    }
}
