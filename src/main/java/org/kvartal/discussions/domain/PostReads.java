package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.Reaction;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.discussions.Threads.Taken;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.SafeHtml;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads stretches of posts, the same for everybody; what differs between readers is added in memory by {@link Stretch#as}. One
 * statement for the posts with their thread and reactions, one for the cards of the people, and one for those for whom they wrote where they did.
 */
@Component
class PostReads {

    private static final String POSTS = """
            SELECT t.space, s.visibility, t.last_number, t.revision AS thread_revision, t.need_revision, p.*, r.given
              FROM thread t
              JOIN space s ON s.id = t.space
              LEFT JOIN LATERAL (
                    SELECT id, number, author, on_behalf_of, language, html, renderer, CASE WHEN renderer < :renderer THEN text END AS text,
                           posted_at, edited_at, edited_by, deleted_at, deleted_by, revision, version
                      FROM post
                     WHERE thread = t.id AND %s
                     LIMIT :limit) p ON true
              LEFT JOIN LATERAL (
                    SELECT string_agg(kind || ' ' || people || ' ' || mine, ' ') AS given
                      FROM (SELECT kind, count(*) AS people,
                                   coalesce(string_agg(person::text, ',') FILTER (WHERE person = ANY(:askers)), '-') AS mine
                              FROM reaction
                             WHERE post = p.id
                             GROUP BY kind) k) r ON true
             WHERE t.id = :thread
             ORDER BY %s
            """;

    private static final String NEAR = POSTS.formatted("""
            number >= greatest(1, least(:number::bigint - :limit / 2, t.last_number - :limit + 1)) ORDER BY number""", "p.number");
    private static final String AFTER = POSTS.formatted("number > :number ORDER BY number", "p.number");
    private static final String BEFORE = POSTS.formatted("number < :number ORDER BY number DESC", "p.number");
    private static final String SINCE = POSTS.formatted("revision > :revision ORDER BY revision", "p.revision");

    private final JdbcClient jdbc;
    private final People people;
    private final SpokenFor spokenFor;

    PostReads(JdbcClient jdbc, People people, SpokenFor spokenFor) {
        this.jdbc = jdbc;
        this.people = people;
        this.spokenFor = spokenFor;
    }

    /** @param askers whose own reactions shall be known */
    Optional<Stretch> posts(ThreadId thread, Around around, int limit, Collection<PersonId> askers) {
        return switch (around) {
            case Around.Near(int number) -> read(thread, NEAR, "number", number, limit, askers);
            case Around.After(int number) -> read(thread, AFTER, "number", number, limit, askers);
            case Around.Before(int number) -> read(thread, BEFORE, "number", number, limit, askers);
        };
    }

    /** @param askers whose own reactions shall be known */
    Optional<Stretch> since(ThreadId thread, long revision, int limit, Collection<PersonId> askers) {
        return read(thread, SINCE, "revision", revision, limit, askers).map(stretch -> stretch.upTo(limit));
    }

    private Optional<Stretch> read(
            ThreadId thread, String sql, String key, Object value, int limit, Collection<PersonId> askers) {
        List<Row> rows = jdbc.sql(sql)
                .param("thread", thread.value())
                .param("renderer", Markdown.VERSION)
                .param("limit", limit)
                .param(key, value)
                .param("askers", askers.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> row(row))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<PersonId> named = new HashSet<>();
        Set<@Nullable MemberId> organisations = new HashSet<>();
        for (Row row : rows) {
            if (row.post != null) {
                named.add(row.post.author);
                Markdown.mentioned(row.post.html).forEach(person -> named.add(new PersonId(person)));
                organisations.add(row.post.onBehalfOf);
                if (row.post.editedBy != null) {
                    named.add(row.post.editedBy);
                }
                if (row.post.deletedBy != null) {
                    named.add(row.post.deletedBy);
                }
            }
        }
        Map<PersonId, PersonCard> cards = named.isEmpty() ? Map.of() : people.cards(named);
        Map<MemberId, MemberCard> voiced = spokenFor.cards(organisations);
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.post != null) {
                lines.add(row.post.line(cards, voiced));
            }
        }
        Row head = rows.getFirst();
        return Optional.of(
                new Stretch(head.space, head.visibility, head.lastNumber, head.revision, head.needRevision, lines));
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID id = Columns.idOrNull(row, "id");
        return new Row(
                new SpaceId(Columns.id(row, "space")),
                Visibility.valueOf(row.getString("visibility")),
                row.getInt("last_number"),
                row.getLong("thread_revision"),
                row.getLong("need_revision"),
                id == null ? null : post(new PostId(id), row));
    }

    private static Raw post(PostId id, ResultSet row) throws SQLException {
        Instant deletedAt = Columns.momentOrNull(row, "deleted_at");
        Map<Reaction, Integer> counts = new EnumMap<>(Reaction.class);
        Map<PersonId, Set<Reaction>> mine = new HashMap<>();
        String given = row.getString("given");
        if (given != null && deletedAt == null) {
            String[] words = given.split(" ");
            for (int i = 0; i < words.length; i += 3) {
                Reaction reaction = Reaction.valueOf(words[i]);
                counts.put(reaction, Integer.valueOf(words[i + 1]));
                if (!words[i + 2].equals("-")) {
                    for (String person : words[i + 2].split(",")) {
                        mine.computeIfAbsent(PersonId.of(person), _ -> EnumSet.noneOf(Reaction.class))
                                .add(reaction);
                    }
                }
            }
        }
        // Stored markup of an older renderer is made anew.
        String outdated = row.getString("text");
        return new Raw(
                id,
                row.getInt("number"),
                Columns.person(row, "author"),
                SpokenFor.member(row, "on_behalf_of"),
                Columns.language(row, "language"),
                outdated == null
                        ? SafeHtml.stored(row.getString("html"), row.getInt("renderer"))
                        : Markdown.render(outdated),
                Columns.moment(row, "posted_at"),
                Columns.momentOrNull(row, "edited_at"),
                Columns.personOrNull(row, "edited_by"),
                deletedAt,
                Columns.personOrNull(row, "deleted_by"),
                Collections.unmodifiableMap(counts),
                mine,
                row.getLong("revision"),
                row.getLong("version"));
    }

    private record Row(
            SpaceId space,
            Visibility visibility,
            int lastNumber,
            long revision,
            long needRevision,
            @Nullable Raw post) {}

    private record Raw(
            PostId id,
            int number,
            PersonId author,
            @Nullable MemberId onBehalfOf,
            Language language,
            SafeHtml html,
            Instant postedAt,
            @Nullable Instant editedAt,
            @Nullable PersonId editedBy,
            @Nullable Instant deletedAt,
            @Nullable PersonId deletedBy,
            Map<Reaction, Integer> reactions,
            Map<PersonId, Set<Reaction>> mine,
            long revision,
            long version) {

        Line line(Map<PersonId, PersonCard> cards, Map<MemberId, MemberCard> voiced) {
            Taken taken = deletedAt == null || deletedBy == null
                    ? null
                    : new Taken(Unknown.or(cards, deletedBy, language), deletedAt);
            return new Line(
                    new PostLine(
                            id,
                            number,
                            Unknown.or(cards, author, language),
                            SpokenFor.card(voiced, onBehalfOf),
                            language,
                            Markdown.named(html, person -> {
                                PersonCard card = cards.get(new PersonId(person));
                                return card == null ? null : card.name();
                            }),
                            postedAt,
                            editedAt,
                            editedBy == null || editedBy.equals(author) ? null : Unknown.or(cards, editedBy, language),
                            taken,
                            reactions,
                            Set.of(),
                            false,
                            false,
                            revision,
                            version),
                    mine);
        }
    }

    /**
     * Posts of a thread as read at one moment.
     *
     * @param revision the thread's at that moment, or the one up to which the stretch goes
     * @param needRevision the revision with which the thread's need changed last, 0 if never
     */
    record Stretch(
            SpaceId space, Visibility visibility, int lastNumber, long revision, long needRevision, List<Line> lines) {

        /** What one asker sees; lines that are nobody's own are shared by all. */
        PostList as(@Nullable PersonId asker, boolean moderator) {
            List<PostLine> posts = new ArrayList<>(lines.size());
            for (Line line : lines) {
                posts.add(line.as(asker, moderator));
            }
            return new PostList(Collections.unmodifiableList(posts), lastNumber, revision);
        }

        /** What an asker sees who has seen everything up to a revision. */
        PostList as(@Nullable PersonId asker, boolean moderator, long seen) {
            List<PostLine> posts = new ArrayList<>(lines.size());
            for (Line line : lines) {
                if (line.neutral.revision() > seen) {
                    posts.add(line.as(asker, moderator));
                }
            }
            return new PostList(Collections.unmodifiableList(posts), lastNumber, revision);
        }

        private Stretch upTo(int limit) {
            return lines.size() < limit
                    ? this
                    : new Stretch(
                            space,
                            visibility,
                            lastNumber,
                            lines.getLast().neutral.revision(),
                            needRevision,
                            lines);
        }
    }

    /**
     * @param neutral the post as somebody sees it to whom it does not belong
     * @param mine who of the askers reacted, and how
     */
    record Line(PostLine neutral, Map<PersonId, Set<Reaction>> mine) {

        PostLine as(@Nullable PersonId asker, boolean moderator) {
            boolean stands = neutral.deleted() == null;
            boolean may = stands && (moderator || neutral.author().id().equals(asker));
            Set<Reaction> own = asker == null ? Set.of() : Set.copyOf(mine.getOrDefault(asker, Set.of()));
            if (!may && own.isEmpty()) {
                return neutral;
            }
            return new PostLine(
                    neutral.id(),
                    neutral.number(),
                    neutral.author(),
                    neutral.onBehalfOf(),
                    neutral.language(),
                    neutral.html(),
                    neutral.postedAt(),
                    neutral.editedAt(),
                    neutral.editedBy(),
                    neutral.deleted(),
                    neutral.reactions(),
                    own,
                    may,
                    may,
                    neutral.revision(),
                    neutral.version());
        }
    }
}
