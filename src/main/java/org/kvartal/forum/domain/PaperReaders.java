package org.kvartal.forum.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.files.FileAccess;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may read the papers of an item: whoever facilitates it, its proposer, and who belongs to the house once it stands for all on the agenda of an open session. */
@Component
class PaperReaders implements FileAccess {

    static final String MODULE = "forum";

    private final ForumSight sight;
    private final Permissions permissions;
    private final JdbcClient jdbc;

    PaperReaders(ForumSight sight, Permissions permissions, JdbcClient jdbc) {
        this.sight = sight;
        this.permissions = permissions;
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID item) {
        record Found(@Nullable SeriesId series, @Nullable UUID proposer, boolean shown) {}
        return jdbc.sql("""
                SELECT i.series, i.proposer,
                       coalesce(i.visibility = 'COMMON' AND s.opened_at IS NOT NULL, false) AS shown
                  FROM agenda_item i LEFT JOIN forum_session s ON s.id = i.session
                 WHERE i.id = :item""")
                .param("item", item)
                .query((row, _) ->
                        new Found(Stored.series(row), Columns.idOrNull(row, "proposer"), row.getBoolean("shown")))
                .optional()
                .filter(found -> asker.person()
                                .filter(person -> person.value().equals(found.proposer()))
                                .isPresent()
                        || (found.shown() && sight.reads(asker))
                        || permissions.has(asker, ForumRights.FACILITATE, ForumRights.in(found.series())))
                .isPresent();
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("SELECT id FROM agenda_item WHERE id = ANY (:ids)")
                .param("ids", objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
