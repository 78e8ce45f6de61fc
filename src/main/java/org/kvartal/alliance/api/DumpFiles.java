package org.kvartal.alliance.api;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.files.FileAccess;
import org.kvartal.kernel.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of the copies: for everybody, as what is in them. */
@Component
class DumpFiles implements FileAccess {

    static final String MODULE = "directory-dump";

    private final JdbcClient jdbc;

    DumpFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID dump) {
        return gone(Set.of(dump)).isEmpty();
    }

    @Override
    public Set<UUID> gone(Set<UUID> dumps) {
        Set<UUID> gone = new HashSet<>(dumps);
        jdbc.sql("SELECT id FROM directory_dump WHERE id = ANY(?)")
                .param(dumps.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
