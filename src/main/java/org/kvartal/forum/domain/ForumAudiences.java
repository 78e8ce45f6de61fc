package org.kvartal.forum.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a series waits for those who are named for it; where nobody is, for those who facilitate all. */
@Component
class ForumAudiences implements TaskAudiences {

    private static final String FORUM = "forum";
    private static final String HOUSE = "house";

    private final ForumSight sight;
    private final JdbcClient jdbc;

    ForumAudiences(ForumSight sight, JdbcClient jdbc) {
        this.sight = sight;
        this.jdbc = jdbc;
    }

    static String of(@Nullable SeriesId series) {
        return Audience.of(FORUM, series == null ? HOUSE : series);
    }

    @Override
    public Set<String> of(Asker asker) {
        if (asker.person().isEmpty()) {
            return Set.of();
        }
        ForumSight.Facilitating facilitating = sight.of(asker);
        Set<String> audiences = new HashSet<>();
        facilitating.series().forEach(series -> audiences.add(Audience.of(FORUM, series)));
        if (facilitating.all()) {
            audiences.add(Audience.of(FORUM, HOUSE));
            jdbc.sql("""
                    SELECT r.id FROM forum_series r
                     WHERE NOT EXISTS (SELECT FROM forum_facilitator f WHERE f.series = r.id)
                        OR EXISTS (SELECT FROM forum_facilitator f WHERE f.series = r.id AND f.person = :person)""")
                    .param("person", asker.requirePerson().value())
                    .query(UUID.class)
                    .list()
                    .forEach(series -> audiences.add(Audience.of(FORUM, series)));
        }
        return audiences;
    }
}
