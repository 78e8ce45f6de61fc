package org.kvartal.alliance.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.OpenDirectory;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RelationKind;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stretches of the directory by ids. */
@Component
@Transactional(readOnly = true)
class OpenStretches implements OpenDirectory {

    private final JdbcClient jdbc;
    private final Narrowings narrowings;
    private final EntryDetails details;

    OpenStretches(JdbcClient jdbc, Narrowings narrowings, EntryDetails details) {
        this.jdbc = jdbc;
        this.narrowings = narrowings;
        this.details = details;
    }

    @Override
    public EntryStretch entries(DirectoryFilter filter, @Nullable EntryId after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        Narrowing narrowing = narrowings.of(filter);
        var statement = narrowing
                .bind(jdbc.sql("SELECT e.id FROM entry e WHERE " + narrowing.whole()
                        + (after == null ? "" : " AND e.id > :after") + " ORDER BY e.id LIMIT :most"))
                .param("most", most + 1);
        List<EntryId> found = (after == null ? statement : statement.param("after", after.value()))
                .query((row, _) -> new EntryId(Columns.id(row, "id")))
                .list();
        boolean more = found.size() > most;
        List<EntryId> shown = more ? found.subList(0, most) : found;
        return new EntryStretch(details.read(shown, true), more ? shown.getLast() : null);
    }

    @Override
    public RelationStretch relations(Set<RelationKind> kinds, @Nullable RelationId after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        String[] wanted = (kinds.isEmpty() ? Arrays.stream(RelationKind.values()) : kinds.stream())
                .map(Enum::name)
                .toArray(String[]::new);
        List<Relation> found = details.relations(wanted, after == null ? new UUID(0, 0) : after.value(), most + 1);
        boolean more = found.size() > most;
        List<Relation> shown = more ? found.subList(0, most) : found;
        return new RelationStretch(List.copyOf(shown), more ? shown.getLast().id() : null);
    }
}
