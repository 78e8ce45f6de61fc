package org.kvartal.imports;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.RowVerdict.Difference;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.LiveTopic;

/**
 * Files that are brought in. Each answer holds only imports of kinds that the asker may import; commands on others find nothing. The long work
 * is done by a job and told on the live topic of the import ({@link #topic}).
 */
public interface Imports {

    /** How large a file may be in this house. */
    Limits limits();

    /** The kinds that the asker may import, by their order of beans. Empty for everybody where no module offers one. */
    List<ImportKind> kinds(Asker asker);

    /**
     * Reads a file to its end, keeps its rows, and has them judged soon after. Nothing is kept of a file that is refused. Takes a while: hold
     * no transaction and no page meanwhile. An id that has been taken already is the same import: nothing happens.
     *
     * @throws Refused at {@code file}, with what to do: too large, too many rows, no table, columns missing, unreadable
     * @throws Forbidden if the asker may not import this kind
     * @throws NotFound if there is no such kind
     */
    void take(Asker by, NewImport wish);

    /**
     * Has the rows that are new brought in. Where that is under way or done, nothing happens.
     *
     * @throws Refused if the rows are still being judged, or taken back
     */
    void bringIn(Asker by, ImportId id);

    /**
     * Has taken back what the import made and nobody has touched since. Where that is under way, nothing happens.
     *
     * @throws Refused if rows are still coming in, or none has come in
     */
    void takeBack(Asker by, ImportId id);

    /**
     * Throws an import away of which no row has come in. One that is not there any more is no error.
     *
     * @throws Refused if rows have come in
     */
    void discard(Asker by, ImportId id);

    /** Imports, newest first, by keyset: {@code before} is the lowest number that is shown already. */
    ImportList list(Asker asker, @Nullable Long before, int limit);

    /** One import; empty if there is none that the asker may see. */
    Optional<ImportCard> find(Asker asker, long number);

    /** The same by id. */
    Optional<ImportCard> find(Asker asker, ImportId id);

    /**
     * A stretch of the rows of an import, in the order of the file.
     *
     * @param states which rows; all where it is empty
     * @throws NotFound if there is no such import that the asker may see
     */
    RowList rows(Asker asker, ImportId id, List<RowState> states, RowKey key, int limit);

    /** What to listen to in order to hear that an import has got on. */
    static LiveTopic topic(ImportId id) {
        return new LiveTopic("import", id.value());
    }

    /**
     * @param language in which a refusal names columns
     * @param content read to its end or to the limit of size, and not closed
     */
    record NewImport(ImportId id, String kind, String fileName, Language language, InputStream content) {}

    /**
     * @param rows below the heading
     * @param bytes of the file
     */
    record Limits(int rows, long bytes) {}

    record ImportList(List<ImportCard> imports, @Nullable Long next) {}

    /**
     * An import as lists and its page show it.
     *
     * @param number what people see in addresses, never used again
     * @param kind the {@link ImportKind#name()}
     * @param columns the codes of the columns that the file has, in its order
     * @param unused headings that no column of the kind is called by
     * @param encoding how the bytes were read
     * @param done how many rows the present step has done; of {@code todo}
     * @param counts how many rows there are in each state; states without rows are left out
     * @param trouble message key of why the last step stopped before its end, null where it did not
     * @param settledAt when the last step ended, null while the house is at work for the first time
     * @param forgotten whether what stood in its rows is no longer kept
     */
    record ImportCard(
            ImportId id,
            long number,
            String kind,
            String fileName,
            List<String> columns,
            List<String> unused,
            Encoding encoding,
            char separator,
            ImportState state,
            int rows,
            int done,
            int todo,
            Map<RowState, Integer> counts,
            @Nullable String trouble,
            PersonId by,
            Instant takenAt,
            @Nullable Instant settledAt,
            boolean forgotten) {

        public int count(RowState rowState) {
            return counts.getOrDefault(rowState, 0);
        }
    }

    /** How the bytes of a file became letters. */
    enum Encoding {
        UTF_8,
        UTF_16,
        WINDOWS_1251
    }

    /** Where a stretch of rows lies. */
    sealed interface RowKey {

        /** After a line; 0 for the beginning. */
        record After(int line) implements RowKey {}

        /** Before a line, those nearest to it. */
        record Before(int line) implements RowKey {}
    }

    /**
     * @param before the key of the stretch before, null at the beginning
     * @param after the key of the stretch after, null at the end
     */
    record RowList(List<RowLine> rows, RowKey.@Nullable Before before, RowKey.@Nullable After after) {

        /** No rows at all. */
        public static final RowList NONE = new RowList(List.of(), null, null);
    }

    /**
     * A row with everything that is to be said about it.
     *
     * @param cells what stands in it, by the column's code; empty once the house has forgotten it
     * @param subject the thing that it made or is the same as
     * @param path where that thing is shown, if the asker may open it
     * @param differences where it is in conflict
     * @param problems why it was not brought in or not taken back
     */
    record RowLine(
            int line,
            RowState state,
            Map<String, String> cells,
            @Nullable UUID subject,
            @Nullable String path,
            List<Difference> differences,
            List<RowProblem> problems) {

        /** The same row, leading to its thing. */
        public RowLine at(@Nullable String where) {
            return new RowLine(line, state, cells, subject, where, differences, problems);
        }
    }
}
