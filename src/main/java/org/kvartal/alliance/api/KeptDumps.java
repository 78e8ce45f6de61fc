package org.kvartal.alliance.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The copies of the directory that there are, in PostgreSQL: one for each night, the last few. */
@Component
class KeptDumps {

    static final int KEPT = 7;

    private final JdbcClient jdbc;
    private final Files files;

    KeptDumps(JdbcClient jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Transactional(readOnly = true)
    public Optional<Dump> newest() {
        return jdbc.sql("""
                SELECT id, night, made_at, file, size, sha256 FROM directory_dump
                 ORDER BY night DESC
                 LIMIT 1""")
                .query((row, _) -> new Dump(
                        Columns.id(row, "id"),
                        row.getObject("night", LocalDate.class),
                        Columns.moment(row, "made_at"),
                        new FileId(Columns.id(row, "file")),
                        row.getLong("size"),
                        row.getString("sha256")))
                .optional();
    }

    /**
     * Takes a copy in, and throws those away that {@link #KEPT} newer ones have followed.
     *
     * @return whether it is the one of its night; not so where somebody else was quicker
     */
    @Transactional
    public boolean keep(Dump dump) {
        int added = jdbc.sql("""
                INSERT INTO directory_dump (id, night, made_at, file, size, sha256)
                VALUES (:id, :night, :madeAt, :file, :size, :sha256)
                ON CONFLICT (night) DO NOTHING""")
                .param("id", dump.id())
                .param("night", dump.night())
                .param("madeAt", Columns.moment(dump.madeAt()))
                .param("file", dump.file().value())
                .param("size", dump.size())
                .param("sha256", dump.sha256())
                .update();
        List<FileId> old = jdbc.sql("""
                DELETE FROM directory_dump
                 WHERE night NOT IN (SELECT night FROM directory_dump ORDER BY night DESC LIMIT :kept)
                RETURNING file""")
                .param("kept", KEPT)
                .query((row, _) -> new FileId(Columns.id(row, "file")))
                .list();
        old.forEach(files::remove);
        return added == 1;
    }
}
