package org.kvartal.advocacy.domain;

import java.util.List;
import org.kvartal.advocacy.OpenLists;
import org.kvartal.advocacy.OpenLists.OpenPage;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists what anybody may know of. */
@Component
class KeptOpenLists implements OpenLists {

    private final JdbcClient jdbc;

    KeptOpenLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM recommendation WHERE public_at IS NOT NULL) + (SELECT count(*) FROM measure)""").query(Long.class).single();
    }

    @Override
    public List<OpenPage> pages(long offset, int limit) {
        return jdbc.sql("""
                SELECT false AS measure, year, number, changed_at FROM recommendation WHERE public_at IS NOT NULL
                UNION ALL SELECT true, year, number, changed_at FROM measure
                ORDER BY 1, 2, 3 OFFSET :offset LIMIT :limit""")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> {
                    boolean measure = row.getBoolean("measure");
                    return new OpenPage(
                            measure,
                            measure ? RefCode.measure(row) : RefCode.recommendation(row),
                            Columns.moment(row, "changed_at"));
                })
                .list();
    }
}
