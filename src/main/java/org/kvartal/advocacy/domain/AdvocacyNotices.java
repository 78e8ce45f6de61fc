package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what became of recommendations, letters and measures. Each notice says how things are when it is read; what is no longer so is not said. */
@Configuration(proxyBeanMethods = false)
class AdvocacyNotices {

    private static final String RECOMMENDATIONS = """
            SELECT r.id, r.year, r.number, r.title, r.reason FROM recommendation r
             WHERE r.id = ANY (:subjects) AND (r.public_at IS NOT NULL OR (:reads AND r.proposed_at IS NOT NULL)) AND %s""";

    private static final String LETTERS = """
            SELECT d.id, d.position, d.recommendation, r.year, r.number, r.title, r.reason
              FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
             WHERE d.id = ANY (:subjects) AND %s""";

    private static final String MEASURES = """
            SELECT m.id, m.year, m.number, m.title, m.verdict AS reason, m.reason AS why, m.state,
                   (SELECT min(d.due_on) FROM report_day d WHERE d.measure = m.id AND d.report IS NULL) AS next_report
              FROM measure m WHERE m.id = ANY (:subjects) AND %s""";

    private static final String ADOPTED = "r.adopted_at IS NOT NULL AND r.state <> 'RETIRED'";

    @Bean
    NoticeSource adoptedRecommendations(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.ADOPTED, jdbc, sight, RECOMMENDATIONS.formatted(ADOPTED), recommendation(messages, "adopted"));
    }

    @Bean
    NoticeSource rewordedRecommendations(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.REWORDED,
                jdbc,
                sight,
                RECOMMENDATIONS.formatted("r.state IN ('PROPOSED', 'IN_CONSULTATION')"),
                recommendation(messages, "reworded"));
    }

    @Bean
    NoticeSource retiredRecommendations(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.RETIRED,
                jdbc,
                sight,
                RECOMMENDATIONS.formatted("r.state = 'RETIRED'"),
                recommendation(messages, "retired"));
    }

    @Bean
    NoticeSource supersededRecommendations(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.SUPERSEDED,
                jdbc,
                sight,
                RECOMMENDATIONS.formatted("r.state = 'SUPERSEDED'"),
                recommendation(messages, "superseded"));
    }

    @Bean
    NoticeSource closedRecommendations(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.CLOSED,
                jdbc,
                sight,
                RECOMMENDATIONS.formatted("r.state = 'CLOSED'"),
                recommendation(messages, "closed"));
    }

    @Bean
    NoticeSource sentLetters(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.SENT,
                jdbc,
                sight,
                LETTERS.formatted("d.sent_at IS NOT NULL"),
                recommendation(messages, "sent"));
    }

    @Bean
    NoticeSource answeredLetters(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.ANSWERED,
                jdbc,
                sight,
                LETTERS.formatted("d.position IS NOT NULL"),
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "advocacy.notice.answered",
                                RefCode.recommendation(row),
                                Stored.text(row, "title").in(language),
                                AdvocacySubjects.state(messages, language, "position", row.getString("position"))),
                        null,
                        AdvocacyPages.recommendation(RefCode.recommendation(row))));
    }

    @Bean
    NoticeSource newReplies(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.REPLIED,
                jdbc,
                sight,
                LETTERS.formatted(":classifies AND EXISTS (SELECT FROM dispatch_reply p WHERE p.dispatch = d.id)"),
                (row, language) -> letter(messages, row, language, "replied"));
    }

    @Bean
    NoticeSource unreadReplies(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.UNREAD,
                jdbc,
                sight,
                LETTERS.formatted("d.state = 'NEEDS_CLASSIFICATION' AND :classifies"),
                (row, language) -> letter(messages, row, language, "unread"));
    }

    @Bean
    NoticeSource verifiedMeasures(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.VERIFIED,
                jdbc,
                sight,
                MEASURES.formatted("m.verified_at IS NOT NULL"),
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "advocacy.notice.verified",
                                RefCode.measure(row),
                                Stored.text(row, "title").in(language),
                                AdvocacySubjects.state(messages, language, "measure-state", row.getString("state"))),
                        row.getString("reason"),
                        AdvocacyPages.measure(RefCode.measure(row))));
    }

    @Bean
    NoticeSource movedMeasures(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(Telling.MOVED, jdbc, sight, MEASURES.formatted("true"), (row, language) -> {
            String why = row.getString("why");
            return new NoticeText(
                    messages.text(
                            language,
                            "advocacy.notice.verified",
                            RefCode.measure(row),
                            Stored.text(row, "title").in(language),
                            AdvocacySubjects.state(messages, language, "measure-state", row.getString("state"))),
                    why.isEmpty() ? null : why,
                    AdvocacyPages.measure(RefCode.measure(row)));
        });
    }

    /** A letter by what it was about, with nothing more to say. */
    private static NoticeText letter(Messages messages, ResultSet row, Language language, String what)
            throws SQLException {
        return new NoticeText(
                messages.text(
                        language,
                        "advocacy.notice." + what,
                        RefCode.recommendation(row),
                        Stored.text(row, "title").in(language)),
                null,
                AdvocacyPages.letter(new DispatchId(Columns.id(row, "id"))));
    }

    /** A measure by its code and title, with nothing more to say. */
    private static NoticeText measure(Messages messages, ResultSet row, Language language, String what)
            throws SQLException {
        String code = RefCode.measure(row);
        return new NoticeText(
                messages.text(
                        language,
                        "advocacy.notice." + what,
                        code,
                        Stored.text(row, "title").in(language)),
                null,
                AdvocacyPages.measure(code));
    }

    @Bean
    NoticeSource reportedMeasures(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.REPORTED,
                jdbc,
                sight,
                MEASURES.formatted("true"),
                (row, language) -> measure(messages, row, language, "reported"));
    }

    @Bean
    NoticeSource wantedVerifications(JdbcClient jdbc, AdvocacySight sight, Messages messages) {
        return new Source(
                Telling.VERIFY,
                jdbc,
                sight,
                MEASURES.formatted("m.state = 'REPORTED_DONE' AND m.verifier IS NOT NULL"),
                (row, language) -> measure(messages, row, language, "verify-wanted"));
    }

    @Bean
    NoticeSource reportsDue(JdbcClient jdbc, AdvocacySight sight, Messages messages, Wording wording) {
        return new Source(
                Telling.REPORT_DUE,
                jdbc,
                sight,
                MEASURES.formatted("m.state IN ('COMMITTED', 'IN_PROGRESS')"
                        + " AND EXISTS (SELECT FROM report_day d WHERE d.measure = m.id AND d.report IS NULL)"),
                (row, language) -> new NoticeText(
                        messages.text(
                                language,
                                "advocacy.notice.report-due",
                                RefCode.measure(row),
                                Stored.text(row, "title").in(language),
                                wording.day(Stored.day(row, "next_report"), language)),
                        null,
                        AdvocacyPages.measure(RefCode.measure(row))));
    }

    private static Saying recommendation(Messages messages, String key) {
        return (row, language) -> {
            String reason = row.getString("reason");
            return new NoticeText(
                    messages.text(
                            language,
                            "advocacy.notice." + key,
                            RefCode.recommendation(row),
                            Stored.text(row, "title").in(language)),
                    reason.isEmpty() ? null : reason,
                    AdvocacyPages.recommendation(RefCode.recommendation(row)));
        };
    }

    @FunctionalInterface
    private interface Saying {
        NoticeText of(ResultSet row, Language language) throws SQLException;
    }

    private record Source(String kind, JdbcClient jdbc, AdvocacySight sight, String sql, Saying saying)
            implements NoticeSource {

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            Map<UUID, NoticeText> texts = new HashMap<>();
            Asker asker = Asker.of(reader);
            jdbc.sql(sql)
                    .param("reads", sight.reads(asker))
                    .param("classifies", sight.has(asker, AdvocacyRights.CLASSIFY))
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .query((row, _) -> texts.put(Columns.id(row, "id"), saying.of(row, language)))
                    .list();
            return texts;
        }
    }
}
