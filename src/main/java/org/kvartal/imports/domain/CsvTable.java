package org.kvartal.imports.domain;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.domain.Headings.Heading;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/**
 * A file that is known to be a table of a kind: how its letters, its cells and its heading are to be read. Its rows are read one by one, never
 * all at once.
 *
 * @param headingRecord which record the heading is, from 0: above it may stand a title
 */
record CsvTable(Path file, Letters letters, char separator, Heading heading, int headingRecord) {

    /** The longest cell in characters. */
    static final int CELL_LENGTH = 8_000;

    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final int HEADING_WITHIN = 5;
    private static final int FIELDS = 1_000;

    /** Characters from one quotation mark to the next: beyond, one was forgotten. */
    private static final int LONGEST = 256 << 10;

    /**
     * A row as it stands in the file.
     *
     * @param cells in the order of the heading's columns, cleaned
     * @param problems what is wrong with the row before anybody has looked at what it means
     */
    record ReadRow(int line, List<String> cells, List<RowProblem> problems) {}

    /**
     * Looks at the first lines: the separator that makes most of them is the file's.
     *
     * @throws Refused at {@code file} if its letters or its heading can't be read
     */
    static CsvTable of(Path file, Headings headings, Language language) {
        Letters letters = Letters.of(file);
        char separator = SEPARATORS[0];
        int record = 0;
        int most = -1;
        List<String> line = List.of();
        for (char candidate : SEPARATORS) {
            List<List<String>> first = firstRecords(file, letters, candidate);
            for (int i = 0; i < first.size(); i++) {
                int recognised = headings.recognised(first.get(i));
                // Where no column is known, the separator that separates is the likelier one.
                int weight = recognised * 1_000 + Math.min(first.get(i).size(), 999);
                if (weight > most && (recognised > 0 || i == 0)) {
                    most = weight;
                    separator = candidate;
                    record = i;
                    line = first.get(i);
                }
            }
        }
        if (most < 0) {
            throw Refused.at("file", "imports.refused.quotes", 1);
        }
        if (line.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            throw Refused.at("file", "imports.refused.not-text");
        }
        return new CsvTable(file, letters, separator, headings.read(line, language), record);
    }

    /**
     * Hands over the rows in their order; lines without anything are passed over.
     *
     * @throws Refused at {@code file} if the quotation marks can't be understood: nobody can tell then where rows end
     */
    void read(Consumer<ReadRow> reader) {
        int line = 1;
        int record = 0;
        try (CsvReader<CsvRecord> records = records(file, letters, separator)) {
            Iterator<CsvRecord> each = records.iterator();
            while (each.hasNext()) {
                CsvRecord next = each.next();
                line = Math.toIntExact(next.getStartingLineNumber());
                if (record++ > headingRecord && !isEmpty(next)) {
                    reader.accept(row(line, next.getFields()));
                }
                line += 1
                        + next.getFields().stream().mapToInt(CsvTable::lineEnds).sum();
            }
        } catch (CsvParseException unclear) {
            throw Refused.at("file", "imports.refused.quotes", line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ReadRow row(int line, List<String> fields) {
        List<String> cells = new ArrayList<>(heading.columns().size());
        List<RowProblem> problems = new ArrayList<>();
        for (int i = 0; i < heading.columns().size(); i++) {
            int place = heading.places().get(i);
            String typed = place < fields.size() ? fields.get(place) : "";
            RowProblem problem = problem(heading.columns().get(i), typed);
            if (problem != null) {
                problems.add(problem);
            }
            cells.add(cell(typed));
        }
        for (int place = heading.width(); place < fields.size(); place++) {
            if (!fields.get(place).isBlank()) {
                problems.add(RowProblem.because("imports.problem.cells", fields.size(), heading.width()));
                break;
            }
        }
        return new ReadRow(line, cells, problems);
    }

    private static @Nullable RowProblem problem(String column, String typed) {
        if (typed.length() > CELL_LENGTH) {
            return RowProblem.at(column, "imports.problem.long", typed.length(), CELL_LENGTH);
        }
        return typed.chars().anyMatch(CsvTable::isNoText) ? RowProblem.at(column, "imports.problem.characters") : null;
    }

    private static String cell(String typed) {
        String shown = typed.length() <= CELL_LENGTH ? typed : typed.substring(0, CELL_LENGTH);
        if (shown.chars().anyMatch(CsvTable::isNoText)) {
            StringBuilder marked = new StringBuilder(shown.length());
            shown.chars().forEach(letter -> marked.append(isNoText(letter) ? '\uFFFD' : (char) letter));
            shown = marked.toString();
        }
        return trimmed(CsvText.typed(trimmed(PlainText.block(shown))));
    }

    /** Spreadsheets put spaces that do not break around numbers. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isNoText(int letter) {
        return Character.isISOControl(letter) && letter != '\t' && letter != '\n' && letter != '\r';
    }

    private static boolean isEmpty(CsvRecord each) {
        return each.getFields().stream().allMatch(field -> trimmed(field).isEmpty());
    }

    private static int lineEnds(String field) {
        int ends = 0;
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            if (letter == '\n' || (letter == '\r' && (i + 1 == field.length() || field.charAt(i + 1) != '\n'))) {
                ends++;
            }
        }
        return ends;
    }

    private static List<List<String>> firstRecords(Path file, Letters letters, char separator) {
        List<List<String>> first = new ArrayList<>();
        try (CsvReader<CsvRecord> records = records(file, letters, separator)) {
            Iterator<CsvRecord> each = records.iterator();
            while (first.size() < HEADING_WITHIN && each.hasNext()) {
                first.add(each.next().getFields());
            }
        } catch (CsvParseException unclear) {
            // With another separator, or further below, it may be clear; else reading the rows says where it is not.
            return first;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return first;
    }

    private static CsvReader<CsvRecord> records(Path file, Letters letters, char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(LONGEST)
                .build(
                        CsvRecordHandler.of(limits ->
                                limits.maxFields(FIELDS).maxFieldSize(LONGEST).maxRecordSize(4 * LONGEST)),
                        letters.open(file));
    }
}
