package org.kvartal.seminars.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Messages;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarRights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets seminars be found: what is published by everybody, the rest by those who teach and by the office, as {@link SeminarSight#KNOWN} says. */
@Configuration(proxyBeanMethods = false)
class SoughtSeminars {

    private static final String READERS = SearchAudiences.of("right", SeminarRights.READ.name());

    @Bean
    SearchSource soughtSeminarRows(JdbcClient jdbc, Messages messages) {
        return new SoughtRows(
                jdbc, "seminar", "seminars.search.seminars", 60, false, "seminar", """
                SELECT s.id, s.slug, s.state, s.title, s.about, s.place, s.starts_at, s.published_at,
                       ARRAY(SELECT k.person FROM seminar_trainer k WHERE k.seminar = s.id AND k.person IS NOT NULL) AS trainers
                  FROM seminar s WHERE s.id = ANY (:ids)""", row -> seminar(row, messages));
    }

    @Bean
    SearchAudiences seminarSeekers(SeminarSight sight) {
        return asker -> sight.reads(asker) ? Set.of(READERS) : Set.of();
    }

    private static SearchDocument seminar(ResultSet row, Messages messages) throws SQLException {
        Set<String> audience = new HashSet<>();
        audience.add(READERS);
        for (UUID trainer : (UUID[]) row.getArray("trainers").getArray()) {
            audience.add(SearchAudiences.of("person", trainer));
        }
        if (Columns.momentOrNull(row, "published_at") != null) {
            audience.add(SearchAudiences.PUBLIC);
        }
        var title = Stored.text(row, "title");
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        title,
                        SeminarPages.seminar(row.getString("slug")),
                        Columns.moment(row, "starts_at"),
                        audience)
                .saying(SoughtRows.texts(
                        Stored.textOrNull(row, "about"), SoughtRows.text(title.source(), row.getString("place"))))
                .noted(SoughtRows.words(messages, "seminars.state." + Code.of(row.getString("state"))));
    }
}
