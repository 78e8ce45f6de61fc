package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads.ListKey;
import org.kvartal.discussions.Threads.NeedMark;
import org.kvartal.discussions.Threads.ThreadList;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads rows of lists of threads, with what is unread for one person. One statement for the threads with their newest posts, one for the
 * cards of the people, and one for those for whom they wrote where they did.
 */
@Component
class RowReads {

    /** Unread threads are looked for among this many of the newest: whoever is further behind reads the list. */
    private static final int UNREAD_CANDIDATES = 300;

    /** Up to so many posts behind, what is unread is counted one by one: not what was taken away, nor what the reader wrote. */
    private static final int COUNTED = 50;

    /** A thread of which nothing is left has its address still, but stands in no list. */
    private static final String STANDING =
            "EXISTS (SELECT 1 FROM post p WHERE p.thread = thread.id AND p.deleted_at IS NULL)";

    private static final String ROWS = """
            SELECT t.id, t.number, t.title, t.language, t.space, s.name AS space_name, s.visibility, t.author,
                   l.author AS last_author, l.on_behalf_of AS last_on_behalf_of, l.language AS last_language, t.last_post_at, t.last_number, u.unread, l.excerpt,
                   n.people AS need_people, n.associations AS need_associations
              FROM (%s) t
              JOIN space s ON s.id = t.space
              JOIN LATERAL (
                    SELECT author, on_behalf_of, language, excerpt FROM post
                     WHERE thread = t.id AND deleted_at IS NULL
                     ORDER BY number DESC LIMIT 1) l ON true
              LEFT JOIN reading r ON r.thread = t.id AND r.person = :me
              LEFT JOIN need n ON n.thread = t.id
              CROSS JOIN LATERAL (
                    SELECT CASE
                           WHEN :me::uuid IS NULL THEN 0
                           WHEN t.last_number - coalesce(r.last_read_number, 0) > :counted
                                THEN t.last_number - coalesce(r.last_read_number, 0)
                           ELSE (SELECT count(*) FROM post
                                  WHERE thread = t.id AND number > coalesce(r.last_read_number, 0)
                                    AND deleted_at IS NULL AND author <> :me)
                           END AS unread) u
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final SpokenFor spokenFor;

    RowReads(JdbcClient jdbc, People people, SpokenFor spokenFor) {
        this.jdbc = jdbc;
        this.people = people;
        this.spokenFor = spokenFor;
    }

    /** Threads by their newest post, newest first. */
    ThreadList newest(
            @Nullable PersonId me,
            Set<Visibility> visible,
            @Nullable SpaceId space,
            @Nullable ListKey after,
            int limit) {
        return list("", me, visible, space, after, limit);
    }

    /** The same of needs alone: there are few of them, so they are taken and sorted, and not looked for among all threads. */
    ThreadList needs(
            @Nullable PersonId me,
            Set<Visibility> visible,
            @Nullable SpaceId space,
            @Nullable ListKey after,
            int limit) {
        return list("id IN (SELECT thread FROM need) AND", me, visible, space, after, limit);
    }

    private ThreadList list(
            String which,
            @Nullable PersonId me,
            Set<Visibility> visible,
            @Nullable SpaceId space,
            @Nullable ListKey after,
            int limit) {
        String candidates = """
                SELECT * FROM thread
                 WHERE %s space = ANY(ARRAY(SELECT id FROM space WHERE visibility = ANY(:visible) %s)) AND %s %s
                 ORDER BY last_post_at DESC, number DESC
                 LIMIT :limit""".formatted(
                        which,
                        space == null ? "" : "AND id = :space",
                        STANDING,
                        after == null ? "" : "AND (last_post_at, number) < (:lastPostAt, :number)");
        StatementSpec statement = jdbc.sql(ROWS.formatted(candidates) + "ORDER BY t.last_post_at DESC, t.number DESC")
                .param("visible", names(visible))
                .param("me", me == null ? null : me.value())
                .param("counted", COUNTED)
                .param("limit", limit + 1);
        if (space != null) {
            statement = statement.param("space", space.value());
        }
        if (after != null) {
            statement = statement
                    .param("lastPostAt", Columns.moment(after.lastPostAt()))
                    .param("number", after.number());
        }
        List<RawRow> rows = statement.query((row, _) -> rawRow(row)).list();
        boolean more = rows.size() > limit;
        List<ThreadRow> shown = withCards(more ? rows.subList(0, limit) : rows);
        ThreadRow last = more ? shown.getLast() : null;
        return new ThreadList(shown, last == null ? null : new ListKey(last.lastPostAt(), last.number()));
    }

    /** The newest threads in which the person has posts to read, newest first. */
    List<ThreadRow> unread(PersonId me, Set<Visibility> visible, int limit) {
        // Whether there is anything is asked of each candidate, how much only of those that are shown.
        String unread = """
                SELECT c.* FROM (
                    SELECT * FROM thread
                     WHERE space = ANY(ARRAY(SELECT id FROM space WHERE visibility = ANY(:visible))) AND %s
                     ORDER BY last_post_at DESC, number DESC
                     LIMIT :candidates) c
                  LEFT JOIN reading r ON r.thread = c.id AND r.person = :me
                 WHERE c.last_number - coalesce(r.last_read_number, 0) > :counted
                    OR EXISTS (SELECT 1 FROM post p
                                WHERE p.thread = c.id AND p.number > coalesce(r.last_read_number, 0)
                                  AND p.deleted_at IS NULL AND p.author <> :me)
                 ORDER BY c.last_post_at DESC, c.number DESC
                 LIMIT :limit""".formatted(STANDING);
        return withCards(jdbc.sql(ROWS.formatted(unread) + "ORDER BY t.last_post_at DESC, t.number DESC")
                .param("visible", names(visible))
                .param("me", me.value())
                .param("counted", COUNTED)
                .param("candidates", UNREAD_CANDIDATES)
                .param("limit", limit)
                .query((row, _) -> rawRow(row))
                .list());
    }

    /** As a column holds them. */
    static String[] names(Set<Visibility> visible) {
        return visible.stream().map(Visibility::name).toArray(String[]::new);
    }

    private static RawRow rawRow(ResultSet row) throws SQLException {
        return new RawRow(
                new ThreadId(Columns.id(row, "id")),
                row.getLong("number"),
                row.getString("title"),
                Columns.language(row, "language"),
                new SpaceId(Columns.id(row, "space")),
                LocalizedText.stored(row.getString("space_name")),
                Visibility.valueOf(row.getString("visibility")),
                Columns.person(row, "author"),
                Columns.person(row, "last_author"),
                SpokenFor.member(row, "last_on_behalf_of"),
                Columns.moment(row, "last_post_at"),
                row.getInt("last_number"),
                row.getInt("unread"),
                row.getString("excerpt"),
                Columns.language(row, "last_language"),
                need(row));
    }

    private static @Nullable NeedMark need(ResultSet row) throws SQLException {
        Integer people = row.getObject("need_people", Integer.class);
        return people == null ? null : new NeedMark(people, row.getInt("need_associations"));
    }

    private List<ThreadRow> withCards(List<RawRow> rows) {
        Set<PersonId> named = new HashSet<>();
        rows.forEach(row -> {
            named.add(row.author);
            named.add(row.lastAuthor);
        });
        Map<PersonId, PersonCard> cards = named.isEmpty() ? Map.of() : people.cards(named);
        Map<MemberId, MemberCard> voiced = spokenFor.cards(
                rows.stream().<@Nullable MemberId>map(RawRow::lastOnBehalfOf).toList());
        return rows.stream().map(row -> row.with(cards, voiced)).toList();
    }

    private record RawRow(
            ThreadId id,
            long number,
            String title,
            Language language,
            SpaceId space,
            LocalizedText spaceName,
            Visibility visibility,
            PersonId author,
            PersonId lastAuthor,
            @Nullable MemberId lastOnBehalfOf,
            Instant lastPostAt,
            int posts,
            int unread,
            String excerpt,
            Language excerptLanguage,
            @Nullable NeedMark need) {

        ThreadRow with(Map<PersonId, PersonCard> cards, Map<MemberId, MemberCard> voiced) {
            return new ThreadRow(
                    id,
                    number,
                    title,
                    language,
                    space,
                    spaceName,
                    visibility,
                    Unknown.or(cards, author, language),
                    Unknown.or(cards, lastAuthor, language),
                    SpokenFor.card(voiced, lastOnBehalfOf),
                    lastPostAt,
                    posts,
                    unread,
                    excerpt,
                    excerptLanguage,
                    need);
        }
    }
}
