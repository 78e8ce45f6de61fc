package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.Facets;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts facets by an index in memory, which is read anew when the directory has changed: once for all who ask meanwhile. */
@Component
class FacetCounts {

    private final JdbcClient jdbc;
    private final Narrowings narrowings;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable FacetIndex newest;

    FacetCounts(JdbcClient jdbc, Narrowings narrowings) {
        this.jdbc = jdbc;
        this.narrowings = narrowings;
    }

    /** @param revision of the directory, no later than the present one */
    Facets of(DirectoryFilter filter, long revision) {
        FacetIndex index = atLeast(revision);
        return index.count(filter, filter.text().isEmpty() && filter.box() == null ? null : hits(filter));
    }

    private List<UUID> hits(DirectoryFilter filter) {
        Narrowing narrowing = narrowings.of(filter);
        return narrowing
                .bind(jdbc.sql("SELECT e.id FROM entry e WHERE " + narrowing.base()))
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    private FacetIndex atLeast(long revision) {
        FacetIndex index = newest;
        if (index != null && index.revision() >= revision) {
            return index;
        }
        reading.lock();
        try {
            index = newest;
            if (index == null || index.revision() < revision) {
                index = read();
                newest = index;
            }
            return index;
        } finally {
            reading.unlock();
        }
    }

    /** One statement, so that the revision and the entries belong together. */
    private FacetIndex read() {
        List<FacetIndex.Line> lines = new ArrayList<>();
        long[] revision = {0};
        jdbc.sql("""
                SELECT d.revision, e.id, e.kind, e.sectors, e.places, e.languages, e.member_current
                  FROM directory d
                  LEFT JOIN entry e ON e.state = 'CONFIRMED'""").query(row -> {
            revision[0] = row.getLong("revision");
            if (row.getObject("id") != null) {
                lines.add(line(row));
            }
        });
        return new FacetIndex(revision[0], lines);
    }

    private static FacetIndex.Line line(ResultSet row) throws SQLException {
        return new FacetIndex.Line(
                Columns.id(row, "id"),
                row.getString("kind"),
                texts(row, "sectors"),
                texts(row, "places"),
                texts(row, "languages"),
                row.getBoolean("member_current"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
