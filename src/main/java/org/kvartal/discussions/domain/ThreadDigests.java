package org.kvartal.discussions.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadDigest;
import org.kvartal.discussions.ThreadDigest.Quote;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a thread in short: reads it whole in the database, so it is for an act and not for a list. */
@Component
class ThreadDigests {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final NeedReads needs;
    private final People people;
    private final SpokenFor spokenFor;

    ThreadDigests(JdbcClient jdbc, Audience audience, NeedReads needs, People people, SpokenFor spokenFor) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.needs = needs;
        this.people = people;
        this.spokenFor = spokenFor;
    }

    Optional<ThreadDigest> digest(Asker asker, ThreadId thread) {
        return head(thread)
                .filter(head -> audience.mayRead(asker, head.visibility))
                .map(head -> digest(asker, thread, head));
    }

    private ThreadDigest digest(Asker asker, ThreadId thread, Head head) {
        List<Said> telling = telling(thread, head.number);
        Set<PersonId> authors = new HashSet<>();
        telling.forEach(said -> authors.add(said.author));
        Map<PersonId, PersonCard> cards = authors.isEmpty() ? Map.of() : people.cards(authors);
        Map<MemberId, MemberCard> voiced = spokenFor.cards(
                telling.stream().<@Nullable MemberId>map(Said::onBehalfOf).toList());
        return new ThreadDigest(
                thread,
                head.number,
                head.title,
                head.language,
                head.space,
                head.visibility,
                head.opening == null ? "" : Markdown.excerpt(head.opening, ThreadDigest.QUOTE_LENGTH),
                head.openingLanguage,
                telling.stream().map(said -> said.quote(cards, voiced)).toList(),
                head.posts,
                head.writers,
                head.need
                        ? needs.cards(
                                        Set.of(thread),
                                        Set.of(head.visibility),
                                        asker.person().orElse(null))
                                .get(thread)
                        : null);
    }

    private Optional<Head> head(ThreadId thread) {
        return jdbc.sql("""
                SELECT t.number, t.title, t.language, t.space, s.visibility, f.text AS opening, f.language AS opening_language,
                       c.posts, c.writers, EXISTS (SELECT 1 FROM need WHERE thread = t.id) AS need
                  FROM thread t
                  JOIN space s ON s.id = t.space
                  CROSS JOIN LATERAL (
                        SELECT count(*) AS posts, count(DISTINCT author) AS writers FROM post
                         WHERE thread = t.id AND deleted_at IS NULL) c
                  LEFT JOIN LATERAL (
                        SELECT text, language FROM post
                         WHERE thread = t.id AND deleted_at IS NULL ORDER BY number LIMIT 1) f ON true
                 WHERE t.id = ?""")
                .param(thread.value())
                .query((row, _) -> new Head(
                        row.getLong("number"),
                        row.getString("title"),
                        Columns.language(row, "language"),
                        new SpaceId(Columns.id(row, "space")),
                        Visibility.valueOf(row.getString("visibility")),
                        row.getString("opening"),
                        row.getString("opening_language") == null
                                ? Columns.language(row, "language")
                                : Columns.language(row, "opening_language"),
                        row.getInt("posts"),
                        row.getInt("writers"),
                        row.getBoolean("need")))
                .optional();
    }

    /** An answer names the post that it is about by a link, as the page writes it. Nobody makes their own words weightier. */
    private List<Said> telling(ThreadId thread, long number) {
        return jdbc.sql("""
                WITH standing AS (
                    SELECT id, number, author, text FROM post WHERE thread = :thread AND deleted_at IS NULL),
                opening AS (
                    SELECT min(number) AS number FROM standing),
                moved AS (
                    SELECT s.number, r.person
                      FROM standing s JOIN reaction r ON r.post = s.id
                    UNION
                    SELECT link.target[1]::int, s.author
                      FROM standing s, regexp_matches(s.text, :link, 'g') AS link (target)),
                weighed AS (
                    SELECT p.id, count(*) AS weight
                      FROM standing p JOIN moved m ON m.number = p.number AND m.person <> p.author
                     WHERE p.number > (SELECT number FROM opening)
                     GROUP BY p.id, p.number ORDER BY weight DESC, p.number LIMIT :quotes)
                SELECT p.*, w.weight FROM weighed w JOIN post p ON p.id = w.id ORDER BY p.number""")
                .param("thread", thread.value())
                .param("link", "\\]\\(/threads/" + number + "/([0-9]{1,9})\\)")
                .param("quotes", ThreadDigest.QUOTES)
                .query((row, _) -> new Said(
                        new PostId(Columns.id(row, "id")),
                        row.getInt("number"),
                        Columns.person(row, "author"),
                        SpokenFor.member(row, "on_behalf_of"),
                        Columns.language(row, "language"),
                        row.getString("text"),
                        Columns.moment(row, "posted_at"),
                        row.getInt("weight")))
                .list();
    }

    private record Head(
            long number,
            String title,
            Language language,
            SpaceId space,
            Visibility visibility,
            @Nullable String opening,
            Language openingLanguage,
            int posts,
            int writers,
            boolean need) {}

    private record Said(
            PostId id,
            int number,
            PersonId author,
            @Nullable MemberId onBehalfOf,
            Language language,
            String text,
            Instant at,
            int weight) {

        Quote quote(Map<PersonId, PersonCard> cards, Map<MemberId, MemberCard> voiced) {
            return new Quote(
                    id,
                    number,
                    Unknown.or(cards, author, language),
                    SpokenFor.card(voiced, onBehalfOf),
                    language,
                    Markdown.excerpt(text, ThreadDigest.QUOTE_LENGTH),
                    at,
                    weight);
        }
    }
}
