package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemState;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.kvartal.shell.ShellPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what became of sessions and of proposed items. Each notice says how things are when it is read; what is no longer so is not said. */
@Configuration(proxyBeanMethods = false)
class ForumNotices {

    private static final String SESSIONS = """
            SELECT s.* FROM forum_session s
             WHERE s.id = ANY (:subjects) AND s.opened_at IS NOT NULL AND s.state = '%s'
               AND cast(:reader AS uuid) IS NOT NULL""";

    private static final String ITEMS = """
            SELECT i.id, i.title, i.reason, s.year, s.number, s.starts_at, s.zone, s.title AS session_title, m.title AS into_title
              FROM agenda_item i
              LEFT JOIN forum_session s ON s.id = i.session AND s.state = 'OPEN'
              LEFT JOIN agenda_item m ON m.id = i.merged_into AND m.visibility = 'COMMON'
             WHERE i.id = ANY (:subjects) AND i.proposer = :reader AND %s""";

    @Bean
    NoticeSource movedSessionNotices(JdbcClient jdbc, Words words) {
        return new Source(ForumTelling.MOVED, jdbc, SESSIONS.formatted("OPEN"), words::moved);
    }

    @Bean
    NoticeSource cancelledSessionNotices(JdbcClient jdbc, Words words) {
        return new Source(ForumTelling.CANCELLED, jdbc, SESSIONS.formatted("CANCELLED"), words::cancelled);
    }

    @Bean
    NoticeSource acceptedItemNotices(JdbcClient jdbc, Words words) {
        return new Source(
                ForumTelling.ACCEPTED,
                jdbc,
                ITEMS.formatted("i.state IN ('BACKLOG', 'SCHEDULED') AND s.id IS NULL"),
                words::accepted);
    }

    @Bean
    NoticeSource scheduledItemNotices(JdbcClient jdbc, Words words) {
        return new Source(
                ForumTelling.SCHEDULED, jdbc, ITEMS.formatted("s.id IS NOT NULL AND NOT s.paper"), words::scheduled);
    }

    @Bean
    NoticeSource declinedItemNotices(JdbcClient jdbc, Words words) {
        return new Source(ForumTelling.DECLINED, jdbc, ITEMS.formatted("i.state = 'DECLINED'"), words::declined);
    }

    @Bean
    NoticeSource mergedItemNotices(JdbcClient jdbc, Words words) {
        return new Source(ForumTelling.MERGED, jdbc, ITEMS.formatted("i.state = 'MERGED'"), words::merged);
    }

    @Bean
    NoticeSource settledItemNotices(JdbcClient jdbc, Words words) {
        return new Source(ForumTelling.SETTLED, jdbc, """
                SELECT i.id, i.title, i.state, i.reason, s.year, s.number
                  FROM agenda_item i JOIN forum_session s ON s.id = i.session AND s.state = 'CLOSED'
                 WHERE i.id = ANY (:subjects) AND i.proposer = :reader
                   AND i.state IN ('DONE', 'DEFERRED', 'REFERRED', 'DROPPED')""", words::settled);
    }

    @Bean
    NoticeSource refusedReopeningNotices(JdbcClient jdbc, Words words) {
        return new Source(ForumTelling.REOPENING_REFUSED, jdbc, """
                SELECT w.id, w.answer, s.year, s.number FROM session_reopening w JOIN forum_session s ON s.id = w.session
                 WHERE w.id = ANY (:subjects) AND w.asked_by = :reader AND w.answer IS NOT NULL""", words::reopeningRefused);
    }

    @FunctionalInterface
    private interface Saying {
        NoticeText of(ResultSet row, Language language) throws SQLException;
    }

    private record Source(String kind, JdbcClient jdbc, String sql, Saying saying) implements NoticeSource {

        /** Whoever sets out for a session has to know. */
        @Override
        public boolean urgent() {
            return kind.equals(ForumTelling.MOVED) || kind.equals(ForumTelling.CANCELLED);
        }

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            Map<UUID, NoticeText> texts = new HashMap<>();
            jdbc.sql(sql)
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .param("reader", reader.value())
                    .query((row, _) -> texts.put(Columns.id(row, "id"), saying.of(row, language)))
                    .list();
            return texts;
        }
    }

    /** The sentences. */
    @Component
    static class Words {

        private static final String PROPOSALS = ShellPages.path(ForumPages.SESSIONS);

        private final Messages messages;
        private final Wording wording;
        private final House house;

        Words(Messages messages, Wording wording, House house) {
            this.messages = messages;
            this.wording = wording;
            this.house = house;
        }

        NoticeText moved(ResultSet row, Language language) throws SQLException {
            String place = row.getString("place");
            return new NoticeText(
                    messages.text(
                            language,
                            "forum.notice.moved",
                            Stored.text(row, "title").in(language),
                            when(row, language)),
                    place.isEmpty() ? null : messages.text(language, "forum.notice.moved-place", place),
                    ForumPages.session(code(row)));
        }

        NoticeText cancelled(ResultSet row, Language language) throws SQLException {
            return new NoticeText(
                    messages.text(
                            language,
                            "forum.notice.cancelled",
                            Stored.text(row, "title").in(language),
                            when(row, language)),
                    row.getString("reason"),
                    ForumPages.session(code(row)));
        }

        NoticeText accepted(ResultSet row, Language language) throws SQLException {
            return item(row, language, "forum.notice.accepted", null, PROPOSALS);
        }

        NoticeText scheduled(ResultSet row, Language language) throws SQLException {
            return new NoticeText(
                    messages.text(
                            language,
                            "forum.notice.scheduled",
                            Stored.text(row, "title").in(language),
                            Stored.text(row, "session_title").in(language),
                            when(row, language)),
                    null,
                    ForumPages.session(code(row)));
        }

        NoticeText declined(ResultSet row, Language language) throws SQLException {
            return item(row, language, "forum.notice.declined", row.getString("reason"), PROPOSALS);
        }

        NoticeText merged(ResultSet row, Language language) throws SQLException {
            String into = row.getString("into_title");
            return item(
                    row,
                    language,
                    "forum.notice.merged",
                    into == null
                            ? null
                            : messages.text(
                                    language,
                                    "forum.notice.merged-into",
                                    LocalizedText.stored(into).in(language)),
                    PROPOSALS);
        }

        NoticeText settled(ResultSet row, Language language) throws SQLException {
            ItemState state = ItemState.valueOf(row.getString("state"));
            String reason = row.getString("reason");
            return item(
                    row,
                    language,
                    "forum.notice.item-" + Code.of(state),
                    state == ItemState.DROPPED && !reason.isEmpty() ? reason : null,
                    ForumPages.session(code(row)));
        }

        NoticeText reopeningRefused(ResultSet row, Language language) throws SQLException {
            return new NoticeText(
                    messages.text(language, "forum.notice.reopening-refused", code(row)),
                    row.getString("answer"),
                    ForumPages.session(code(row)));
        }

        private NoticeText item(ResultSet row, Language language, String key, @Nullable String text, String path)
                throws SQLException {
            return new NoticeText(
                    messages.text(language, key, Stored.text(row, "title").in(language)), text, path);
        }

        private String when(ResultSet row, Language language) throws SQLException {
            return wording.exact(
                    Columns.moment(row, "starts_at"), language, ZoneId.of(row.getString("zone")), house.zone());
        }

        private static String code(ResultSet row) throws SQLException {
            return new SessionCode(row.getInt("year"), row.getInt("number")).toString();
        }
    }
}
