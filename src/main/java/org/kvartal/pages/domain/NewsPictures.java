package org.kvartal.pages.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.PagesRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody sees the picture of a published piece, and whoever writes the news what was put into any of them. One that was replaced is thrown away. */
@Component
class NewsPictures implements FileAccess {

    private static final String MODULE = "pages";

    private final Permissions permissions;
    private final JdbcClient jdbc;

    NewsPictures(Permissions permissions, JdbcClient jdbc) {
        this.permissions = permissions;
        this.jdbc = jdbc;
    }

    static FileOwner owner(NewsId id) {
        return new FileOwner(MODULE, id.value());
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return permissions.has(asker, PagesRights.WRITE, Scope.PLATFORM);
    }

    @Override
    public Set<FileId> readable(Asker asker, UUID object, Set<FileId> files) {
        if (mayRead(asker, object)) {
            return files;
        }
        Set<FileId> shown = new HashSet<>(files);
        shown.retainAll(pictures("SELECT picture FROM news WHERE id = ANY(?) AND state = 'PUBLISHED'", Set.of(object)));
        return shown;
    }

    @Override
    public Set<FileId> unused(Map<FileId, UUID> files) {
        Set<FileId> unused = new HashSet<>(files.keySet());
        unused.removeAll(pictures("SELECT picture FROM news WHERE id = ANY(?)", Set.copyOf(files.values())));
        return unused;
    }

    /** Of a picture that was chosen for a piece which nobody kept. */
    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("SELECT id FROM news WHERE id = ANY(?)")
                .param(objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }

    private List<FileId> pictures(String query, Set<UUID> pieces) {
        return jdbc.sql(query + " AND picture IS NOT NULL")
                .param(pieces.toArray(UUID[]::new))
                .query((row, _) -> new FileId(Columns.id(row, "picture")))
                .list();
    }
}
