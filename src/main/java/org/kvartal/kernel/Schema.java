package org.kvartal.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.kvartal.kernel.database.OwnedSchema;
import org.springframework.core.env.Environment;

/** The shape of the database and the role that owns it: for what copies a whole house, or builds one anew. */
public interface Schema {

    /** The table that marks a database into which a backup is being restored. */
    String UNFINISHED = "restore_unfinished";

    /**
     * A migration.
     *
     * @param script its path below the folder of migrations
     * @param checksum of its text
     */
    record Step(String version, String script, int checksum) {}

    /** The schema that these settings name, without anything else of the program. */
    static Schema of(Environment settings) {
        return new OwnedSchema(settings);
    }

    /** A connection as the owner, without a limit of time: for the caller alone, who closes it. */
    Connection connect() throws SQLException;

    /** The migrations that have run, by version; none where nothing is there yet. */
    List<Step> applied();

    /** All migrations of this program, by version. */
    List<Step> known();

    /** Whether there is no table at all. */
    boolean isEmpty();

    /** Runs these migrations and no others on an empty database. */
    void build(Collection<Step> steps);

    /** Runs whatever this program knows and has not run. */
    void complete();

    /** Takes away everything, so that the database is as empty as before {@link #build}. */
    void clear();

    /** Marks a database that was {@link #build}t as half-filled, so that no program opens on it, or takes the mark away. */
    void markUnfinished(boolean unfinished);

    /** Whether somebody began to build it and came to no end. */
    boolean isUnfinished();
}
