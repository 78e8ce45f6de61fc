package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Messages;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets recommendations and measures be found, by whoever may know of them. */
@Configuration(proxyBeanMethods = false)
class SoughtVoice {

    /** Those who belong to the house. */
    static final String READERS = SearchAudiences.of("right", AdvocacyRights.READ.name());

    /** Those of them who read what addressees say before anybody else does. */
    static final String CLASSIFIERS = SearchAudiences.of("right", AdvocacyRights.CLASSIFY.name());

    private static final String WRITERS = SearchAudiences.of("right", AdvocacyRights.WRITE.name());

    @Bean
    SearchSource soughtRecommendations(JdbcClient jdbc, Messages messages) {
        return new SoughtRows(
                jdbc,
                "recommendation",
                "advocacy.search.recommendations",
                50,
                true,
                "recommendation",
                """
                SELECT r.*, (SELECT d.position FROM dispatch d
                              WHERE d.recommendation = r.id AND d.position IS NOT NULL
                              ORDER BY d.classified_at DESC NULLS LAST, d.id DESC LIMIT 1) AS answer
                  FROM recommendation r WHERE r.id = ANY (:ids)""",
                row -> recommendation(row, messages));
    }

    @Bean
    SearchSource soughtMeasures(JdbcClient jdbc, Messages messages) {
        return new SoughtRows(
                jdbc,
                "measure",
                "advocacy.search.measures",
                52,
                true,
                "measure",
                "SELECT m.* FROM measure m WHERE m.id = ANY (:ids)",
                row -> measure(row, messages));
    }

    @Bean
    SearchAudiences voiceSeekers(AdvocacySight sight) {
        return asker -> seekers(sight, asker);
    }

    private static Set<String> seekers(AdvocacySight sight, Asker asker) {
        Set<String> mine = new HashSet<>();
        if (sight.reads(asker)) {
            mine.add(READERS);
            if (sight.has(asker, AdvocacyRights.CLASSIFY)) {
                mine.add(CLASSIFIERS);
            }
        }
        if (sight.writes(asker)) {
            mine.add(WRITERS);
        }
        return mine;
    }

    /** Known as {@link AdvocacySight#KNOWN} says. */
    private static SearchDocument recommendation(ResultSet row, Messages messages) throws SQLException {
        String code = RefCode.recommendation(row);
        boolean open = Columns.momentOrNull(row, "public_at") != null;
        Set<String> audience = new HashSet<>();
        audience.add(WRITERS);
        UUID author = Columns.idOrNull(row, "author");
        if (author != null) {
            audience.add(SearchAudiences.of("person", author));
        }
        if (open || Columns.momentOrNull(row, "proposed_at") != null) {
            audience.add(READERS);
        }
        if (open) {
            audience.add(SearchAudiences.PUBLIC);
        }
        String answer = row.getString("answer");
        String state = answer == null || !open
                ? "advocacy.state." + Code.of(row.getString("state"))
                : "advocacy.position." + Code.of(answer);
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        Stored.text(row, "title"),
                        AdvocacyPages.recommendation(code),
                        Columns.moment(row, "made_at"),
                        audience)
                .open(open ? AdvocacyPages.inPublic(code) : null)
                .called(code)
                .saying(SoughtRows.texts(
                        Stored.textOrNull(row, "proposal"),
                        Stored.textOrNull(row, "problem"),
                        Stored.textOrNull(row, "affected")))
                .noted(SoughtRows.words(messages, state));
    }

    private static SearchDocument measure(ResultSet row, Messages messages) throws SQLException {
        String code = RefCode.measure(row);
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        Stored.text(row, "title"),
                        AdvocacyPages.measure(code),
                        Columns.moment(row, "made_at"),
                        Set.of(SearchAudiences.PUBLIC, READERS))
                .open(AdvocacyPages.measureInPublic(code))
                .called(code)
                .saying(SoughtRows.texts(Stored.textOrNull(row, "about")))
                .noted(SoughtRows.words(messages, "advocacy.measure-state." + Code.of(row.getString("state"))));
    }
}
