package org.kvartal.discussions.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what is new in threads, to those who may read them: what they have read is no news any more, and what was taken away is not said. */
@Configuration(proxyBeanMethods = false)
class TalkNotices {

    @Bean
    NoticeSource newPostNotices(Audience audience, People people, JdbcClient jdbc, Messages messages) {
        return new NewPosts(audience, people, jdbc, messages);
    }

    @Bean
    NoticeSource addressedNotices(Audience audience, People people, JdbcClient jdbc, Messages messages) {
        return new Addressed(audience, people, jdbc, messages);
    }

    /** @param unread how many posts of others */
    private record News(
            UUID thread,
            long number,
            String title,
            int unread,
            @Nullable PersonId author,
            String excerpt) {}

    private record NewPosts(Audience audience, People people, JdbcClient jdbc, Messages messages)
            implements NoticeSource {

        @Override
        public String kind() {
            return Crier.NEW_POSTS;
        }

        @Override
        public String group() {
            return "discussions.followed";
        }

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            return news(
                    reader,
                    subjects.stream().distinct().collect(Collectors.toMap(Function.identity(), _ -> 0L)),
                    language);
        }

        /** An edition is the number of the post that was new: no letter counts again what the one before counted. */
        @Override
        public Map<UUID, NoticeText> news(PersonId reader, Map<UUID, Long> written, Language language) {
            List<Map.Entry<UUID, Long>> threads = List.copyOf(written.entrySet());
            List<News> news = jdbc.sql("""
                    SELECT t.id, t.number, t.title, u.unread, l.author, l.excerpt
                      FROM unnest(:threads::uuid[], :written::bigint[]) AS w (thread, number)
                      JOIN thread t ON t.id = w.thread
                      JOIN space s ON s.id = t.space AND s.visibility = ANY (:visible)
                      JOIN LATERAL (
                            SELECT author, excerpt FROM post WHERE thread = t.id AND deleted_at IS NULL AND author <> :reader
                             ORDER BY number DESC LIMIT 1) l ON true
                      LEFT JOIN reading r ON r.thread = t.id AND r.person = :reader
                     CROSS JOIN LATERAL (
                            SELECT count(*) AS unread FROM (
                                   SELECT 1 FROM post
                                    WHERE thread = t.id AND number > greatest(coalesce(r.last_read_number, 0), w.number)
                                      AND deleted_at IS NULL AND author <> :reader
                                    LIMIT 100) few) u
                    """)
                    .param("visible", RowReads.names(audience.readable(Asker.of(reader))))
                    .param("reader", reader.value())
                    .param("threads", threads.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                    .param("written", threads.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                    .query((row, _) -> new News(
                            Columns.id(row, "id"),
                            row.getLong("number"),
                            row.getString("title"),
                            row.getInt("unread"),
                            Columns.personOrNull(row, "author"),
                            row.getString("excerpt")))
                    .list();
            Map<PersonId, PersonCard> cards = people.cards(
                    news.stream().map(News::author).filter(Objects::nonNull).toList());
            Map<UUID, NoticeText> texts = new HashMap<>();
            for (News one : news) {
                PersonId author = one.author();
                String by = author == null
                        ? ""
                        : Unknown.or(cards, author, language).name();
                texts.put(
                        one.thread(),
                        new NoticeText(
                                messages.text(language, "discussions.notice.new-posts", one.title(), one.unread()),
                                messages.text(language, "discussions.notice.says", by, one.excerpt()),
                                DiscussionsPages.inWorkspace(one.number()),
                                one.unread() == 0));
            }
            return texts;
        }
    }

    private record Spoken(
            UUID post,
            long thread,
            int number,
            String title,
            PersonId author,
            String excerpt,
            boolean named,
            boolean seen) {}

    private record Addressed(Audience audience, People people, JdbcClient jdbc, Messages messages)
            implements NoticeSource {

        @Override
        public String kind() {
            return Crier.ADDRESSED;
        }

        @Override
        public String group() {
            return "discussions.direct";
        }

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            List<Spoken> spoken = jdbc.sql("""
                    SELECT p.id, t.number AS thread, p.number, t.title, p.author, p.excerpt, a.named,
                           coalesce(r.last_read_number >= p.number, false) AS seen
                      FROM addressed a
                      JOIN post p ON p.id = a.post AND p.deleted_at IS NULL
                      JOIN thread t ON t.id = p.thread
                      JOIN space s ON s.id = t.space AND s.visibility = ANY (:visible)
                      LEFT JOIN reading r ON r.thread = t.id AND r.person = a.person
                     WHERE a.person = :reader AND a.post = ANY (:posts)
                    """)
                    .param("visible", RowReads.names(audience.readable(Asker.of(reader))))
                    .param("reader", reader.value())
                    .param("posts", subjects.toArray(UUID[]::new))
                    .query((row, _) -> new Spoken(
                            Columns.id(row, "id"),
                            row.getLong("thread"),
                            row.getInt("number"),
                            row.getString("title"),
                            Columns.person(row, "author"),
                            row.getString("excerpt"),
                            row.getBoolean("named"),
                            row.getBoolean("seen")))
                    .list();
            Map<PersonId, PersonCard> cards =
                    people.cards(spoken.stream().map(Spoken::author).toList());
            Map<UUID, NoticeText> texts = new HashMap<>();
            for (Spoken one : spoken) {
                String key = one.named() ? "discussions.notice.named" : "discussions.notice.answered";
                texts.put(
                        one.post(),
                        new NoticeText(
                                messages.text(
                                        language,
                                        key,
                                        Unknown.or(cards, one.author(), language)
                                                .name(),
                                        one.title()),
                                one.excerpt(),
                                DiscussionsPages.inWorkspace(one.thread(), one.number()),
                                one.seen()));
            }
            return texts;
        }
    }
}
