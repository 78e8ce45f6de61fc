package org.kvartal.seminars.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvartal.kernel.Columns;
import org.kvartal.seminars.AnnouncedSeminars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists what was announced. */
@Component
@Transactional(readOnly = true)
class ListedSeminars implements AnnouncedSeminars {

    private final JdbcClient jdbc;

    ListedSeminars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT count(*) FROM seminar WHERE published_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Announced> pages(long offset, int limit) {
        return jdbc.sql("""
            SELECT slug, changed_at FROM seminar WHERE published_at IS NOT NULL ORDER BY published_at, id
            LIMIT :limit OFFSET :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Announced(row.getString("slug"), Columns.moment(row, "changed_at")))
                .list();
    }

    @Override
    public Set<String> topics() {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT unnest(topics) FROM seminar WHERE published_at IS NOT NULL")
                .query(String.class)
                .list());
    }
}
