package org.kvartal.forum.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.forum.ForumPages;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what becomes of minutes, to whoever was there. What is no longer so is not said. */
@Configuration(proxyBeanMethods = false)
class MinutesNotices {

    private static final String SESSIONS = """
            SELECT s.id, s.title, s.year, s.number, e.review_until
              FROM forum_session s JOIN minutes_edition e ON e.session = s.id
              JOIN attendance a ON a.session = s.id AND a.person = :reader
             WHERE s.id = ANY (:subjects) AND e.state = '%s'""";

    @Bean
    NoticeSource minutesInReview(JdbcClient jdbc, Messages messages, Wording wording, House house) {
        return new Source(
                MinutesTelling.REVIEW,
                SESSIONS.formatted("IN_REVIEW"),
                "forum.notice.review",
                jdbc,
                messages,
                wording,
                house);
    }

    @Bean
    NoticeSource minutesPublished(JdbcClient jdbc, Messages messages, Wording wording, House house) {
        return new Source(
                MinutesTelling.PUBLISHED,
                SESSIONS.formatted("PUBLISHED"),
                "forum.notice.published",
                jdbc,
                messages,
                wording,
                house);
    }

    private record Source(
            String kind, String sql, String key, JdbcClient jdbc, Messages messages, Wording wording, House house)
            implements NoticeSource {

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            Map<UUID, NoticeText> texts = new HashMap<>();
            jdbc.sql(sql)
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .param("reader", reader.value())
                    .query(row -> {
                        var until = Columns.momentOrNull(row, "review_until");
                        String day = until == null ? "" : wording.day(until, language, house.zone());
                        texts.put(
                                Columns.id(row, "id"),
                                new NoticeText(
                                        messages.text(
                                                language,
                                                key,
                                                Stored.text(row, "title").in(language),
                                                day),
                                        null,
                                        ForumPages.minutes(
                                                new SessionCode(row.getInt("year"), row.getInt("number")).toString())));
                    });
            return texts;
        }
    }
}
