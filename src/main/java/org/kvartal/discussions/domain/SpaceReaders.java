package org.kvartal.discussions.domain;

import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.discussions.SpaceId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.search.SearchAudiences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said in a space is found by whoever may read it now. */
@Component
class SpaceReaders implements SearchAudiences {

    private final Audience audience;
    private final JdbcClient jdbc;

    SpaceReaders(Audience audience, JdbcClient jdbc) {
        this.audience = audience;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> of(Asker asker) {
        return jdbc
                .sql("SELECT id FROM space WHERE visibility = ANY (:visible)")
                .param("visible", RowReads.names(audience.readable(asker)))
                .query((row, _) -> new SpaceId(Columns.id(row, "id")))
                .stream()
                .map(SoughtPosts::audience)
                .collect(Collectors.toUnmodifiableSet());
    }
}
