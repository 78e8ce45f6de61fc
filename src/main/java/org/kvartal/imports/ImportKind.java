package org.kvartal.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;

/**
 * A sort of things that can be brought in, such as associations. A module above makes a bean of this; where there is none, the house shows
 * nothing of imports. Two imports of one kind never write at the same time, whatever the number of nodes.
 *
 * @see "Decision record 0050, imports"
 */
public interface ImportKind {

    /**
     * Its lasting name, at most 40 small Latin letters, digits and single hyphens: {@code associations}. What was brought in is remembered under
     * it.
     */
    String name();

    /**
     * The message key under which the texts of the kind stand, in the bundle of its module: {@code membership.import.associations}. The key
     * itself is the name of the things ("Associations"). Below it:
     *
     * <ul>
     *   <li>{@code .about}: one sentence, what the file should hold
     *   <li>{@code .column.<code>}: the heading of each column, by which it is recognised in all languages
     *   <li>{@code .example.<code>}: what may stand there, for the sample file
     *   <li>{@code .hint.<code>}: where a heading does not say enough; may be missing
     * </ul>
     */
    String texts();

    /** The columns in the order in which a sample file has them. The first two that a file has name a row in lists. */
    List<ImportColumn> columns();

    /** Whether the asker may see, judge, bring in and take back things of this kind now. Asked at each look and each step. */
    boolean mayImport(Asker asker);

    /**
     * What a row is recognised by: the number or address that its source knows it by. The house compares it without regard to case and
     * white space, takes two such rows in one file for a mistake, and remembers what was made of it, so that the same file again changes
     * nothing. Only looks at the row.
     *
     * @return empty where the row has nothing of the kind
     */
    Optional<String> identity(ImportRow row);

    /**
     * Tells for each row what would happen, in their order, with a number of statements that does not depend on the number of rows (up to 500).
     * Asked when a file has come, and once more just before rows are brought in, in the same transaction.
     */
    List<RowVerdict> judge(ImportRun run, List<ImportRow> rows);

    /**
     * Brings in rows that were judged to be new a moment ago, all of them (up to 100), in the caller's transaction. If anything is thrown, the
     * transaction is rolled back and the rows are tried one by one; a {@link org.kvartal.kernel.Refused} is then shown beside its row.
     *
     * @return what was made of each row, in their order
     * @throws org.kvartal.kernel.Forbidden if the asker may not any more: the import stops and what has come in stays
     */
    List<Made> bringIn(ImportRun run, List<ImportRow> rows);

    /**
     * Takes back things (up to 100, the last ones first) that this import made and that nobody has touched since, in the caller's transaction. It
     * locks them before it looks.
     *
     * @return why things were left, by their ids; all others are gone
     */
    Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things);

    /** The full paths ({@code /app/…}) of those things that the asker may open, in one query; rows link to them. */
    default Map<UUID, String> paths(Asker asker, Collection<UUID> subjects) {
        return Map.of();
    }

    /** What one may want to do when an import is done, such as inviting people; shown beside its result. */
    default Optional<NextStep> next(Asker asker, ImportId id) {
        return Optional.empty();
    }

    /**
     * What was made of a row.
     *
     * @param subject the thing
     * @param mark what {@link #takeBack} needs to tell whether somebody has touched it since, such as its version; at most 200 characters
     */
    record Made(UUID subject, @Nullable String mark) {}

    /** A thing that an import made: the line it came from, and what was noted then. */
    record Brought(int line, UUID subject, @Nullable String mark) {}

    /**
     * A link to what comes after an import.
     *
     * @param key message key of the link's words
     * @param path the full path, {@code /app/…}
     */
    record NextStep(String key, String path) {}
}
