package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are told about entries: owners what waits for them, others what became of what they had suggested. */
@Configuration(proxyBeanMethods = false)
class EntryNotices {

    static final String DRAFTED = "alliance.entry-drafted";
    static final String ENTRY_DECIDED = "alliance.entry-decided";
    static final String CHANGE_SUGGESTED = "alliance.change-suggested";
    static final String CHANGE_DECIDED = "alliance.change-decided";
    static final String RELATION_PROPOSED = "alliance.relation-proposed";

    private static final String CONTENT = "e.slug, e.content, ";

    @Bean
    NoticeSource entryDraftedNotices(JdbcClient jdbc, Messages messages, EntryKeepers keepers) {
        return new Source(
                DRAFTED,
                "SELECT e.id, " + CONTENT + "NULL AS reason FROM entry e"
                        + " WHERE e.id = ANY (:subjects) AND e.member = ANY (:owned) AND e.state = 'SUGGESTED'",
                jdbc,
                messages,
                keepers);
    }

    @Bean
    NoticeSource entryDecidedNotices(JdbcClient jdbc, Messages messages, EntryKeepers keepers) {
        return new Source(
                ENTRY_DECIDED,
                "SELECT e.id, " + CONTENT + "e.reason FROM entry e WHERE e.id = ANY (:subjects) AND e.made_by = :reader"
                        + " AND e.state IN ('CONFIRMED', 'REJECTED')",
                jdbc,
                messages,
                keepers);
    }

    @Bean
    NoticeSource changeSuggestedNotices(JdbcClient jdbc, Messages messages, EntryKeepers keepers) {
        return new Source(
                CHANGE_SUGGESTED,
                "SELECT r.id, " + CONTENT + "r.note AS reason FROM entry_revision r JOIN entry e ON e.id = r.entry"
                        + " WHERE r.id = ANY (:subjects) AND e.member = ANY (:owned) AND r.state = 'WAITING'",
                jdbc,
                messages,
                keepers);
    }

    @Bean
    NoticeSource changeDecidedNotices(JdbcClient jdbc, Messages messages, EntryKeepers keepers) {
        return new Source(
                CHANGE_DECIDED,
                "SELECT r.id, " + CONTENT + "r.reason FROM entry_revision r JOIN entry e ON e.id = r.entry"
                        + " WHERE r.id = ANY (:subjects) AND r.made_by = :reader AND r.state <> 'WAITING'",
                jdbc,
                messages,
                keepers);
    }

    @Bean
    NoticeSource relationProposedNotices(JdbcClient jdbc, Messages messages, EntryKeepers keepers) {
        return new Source(
                RELATION_PROPOSED,
                "SELECT r.id, " + CONTENT + "NULL AS reason FROM entry_relation r JOIN entry e ON e.id = r.asks"
                        + " WHERE r.id = ANY (:subjects) AND e.member = ANY (:owned)",
                jdbc,
                messages,
                keepers);
    }

    /** @param sql gives the subject, the entry, and why or with which note */
    private record Source(String kind, String sql, JdbcClient jdbc, Messages messages, EntryKeepers keepers)
            implements NoticeSource {

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            UUID[] owned = keepers.owned(Asker.of(reader)).stream()
                    .map(MemberId::value)
                    .toArray(UUID[]::new);
            Map<UUID, NoticeText> texts = new HashMap<>();
            jdbc.sql(sql)
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .param("owned", owned)
                    .param("reader", reader.value())
                    .query((row, _) -> texts.put(Columns.id(row, "id"), text(row, language)))
                    .list();
            return texts;
        }

        private NoticeText text(ResultSet row, Language language) throws SQLException {
            String reason = row.getString("reason");
            boolean turnedDown = reason != null && !kind.equals(CHANGE_SUGGESTED);
            String name = EntryRows.content(row, "").names().in(language);
            String key = "alliance.notice." + kind.substring("alliance.".length()) + (turnedDown ? "-not" : "");
            String path = kind.startsWith("alliance.change")
                    ? AlliancePages.suggestion(new RevisionId(Columns.id(row, "id")))
                    : AlliancePages.edit(row.getString("slug"));
            return new NoticeText(messages.text(language, key, name), reason, path);
        }
    }
}
