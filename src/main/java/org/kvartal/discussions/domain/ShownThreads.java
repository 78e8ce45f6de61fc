package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.domain.PostReads.Stretch;
import org.kvartal.discussions.domain.ThreadLedger.Standing;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What discussions show, read for the screen that shows it. */
@Component
@Transactional(readOnly = true)
class ShownThreads implements Threads {

    /** No page needs more rows at once, whoever asks. */
    private static final int MOST_ROWS = 500;

    /** Unread threads are looked for among this many of the newest: whoever is further behind reads the list. */
    private static final int UNREAD_CANDIDATES = 300;

    private static final int MOST_WORDINGS = 100;

    /** Up to so many posts behind, what is unread is counted one by one: not what was taken away, nor what the reader wrote. */
    private static final int COUNTED = 50;

    /** A thread of which nothing is left has its address still, but stands in no list. */
    private static final String STANDING =
            "EXISTS (SELECT 1 FROM post p WHERE p.thread = thread.id AND p.deleted_at IS NULL)";

    private static final String ROWS = """
            SELECT t.id, t.number, t.title, t.language, t.space, s.name AS space_name, s.visibility, t.author,
                   l.author AS last_author, l.language AS last_language, t.last_post_at, t.last_number, u.unread, l.excerpt
              FROM (%s) t
              JOIN space s ON s.id = t.space
              JOIN LATERAL (
                    SELECT author, language, excerpt FROM post
                     WHERE thread = t.id AND deleted_at IS NULL
                     ORDER BY number DESC LIMIT 1) l ON true
              LEFT JOIN reading r ON r.thread = t.id AND r.person = :me
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
    private final Audience audience;
    private final ThreadLedger ledger;
    private final PostReads reads;

    ShownThreads(JdbcClient jdbc, People people, Audience audience, ThreadLedger ledger, PostReads reads) {
        this.jdbc = jdbc;
        this.people = people;
        this.audience = audience;
        this.ledger = ledger;
        this.reads = reads;
    }

    @Override
    public List<SpaceCard> spaces(Asker asker) {
        return jdbc.sql("""
                SELECT s.*, (SELECT count(*) FROM thread t WHERE t.space = s.id) AS threads
                  FROM space s
                 WHERE s.visibility = ANY(?)
                 ORDER BY s.position, s.address""")
                .param(readable(asker))
                .query((row, _) -> new SpaceCard(
                        new SpaceId(Columns.id(row, "id")),
                        row.getString("address"),
                        LocalizedText.stored(row.getString("name")),
                        description(row),
                        Visibility.valueOf(row.getString("visibility")),
                        row.getInt("position"),
                        row.getLong("threads"),
                        Audience.mayWrite(asker),
                        row.getLong("version")))
                .list();
    }

    private static @Nullable LocalizedText description(ResultSet row) throws SQLException {
        String json = row.getString("description");
        return json == null ? null : LocalizedText.stored(json);
    }

    @Override
    public ThreadList newest(Asker asker, @Nullable SpaceId space, @Nullable ListKey after, int limit) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        String candidates = """
                SELECT * FROM thread
                 WHERE space = ANY(ARRAY(SELECT id FROM space WHERE visibility = ANY(:visible) %s)) AND %s %s
                 ORDER BY last_post_at DESC, number DESC
                 LIMIT :limit""".formatted(
                        space == null ? "" : "AND id = :space",
                        STANDING,
                        after == null ? "" : "AND (last_post_at, number) < (:lastPostAt, :number)");
        StatementSpec statement = jdbc.sql(ROWS.formatted(candidates) + "ORDER BY t.last_post_at DESC, t.number DESC")
                .param("visible", readable(asker))
                .param("me", me(asker))
                .param("counted", COUNTED)
                .param("limit", most + 1);
        if (space != null) {
            statement = statement.param("space", space.value());
        }
        if (after != null) {
            statement = statement
                    .param("lastPostAt", Columns.moment(after.lastPostAt()))
                    .param("number", after.number());
        }
        List<RawRow> rows = statement.query((row, _) -> rawRow(row)).list();
        boolean more = rows.size() > most;
        List<ThreadRow> shown = withCards(more ? rows.subList(0, most) : rows);
        ThreadRow last = more ? shown.getLast() : null;
        return new ThreadList(shown, last == null ? null : new ListKey(last.lastPostAt(), last.number()));
    }

    @Override
    public List<ThreadRow> unread(Asker asker, int limit) {
        if (asker.person().isEmpty()) {
            return List.of();
        }
        String candidates = """
                SELECT * FROM thread
                 WHERE space = ANY(ARRAY(SELECT id FROM space WHERE visibility = ANY(:visible))) AND %s
                 ORDER BY last_post_at DESC, number DESC
                 LIMIT :candidates""".formatted(STANDING);
        return withCards(jdbc.sql(ROWS.formatted(candidates) + """
                 WHERE u.unread > 0
                 ORDER BY t.last_post_at DESC, t.number DESC
                 LIMIT :limit""")
                .param("visible", readable(asker))
                .param("me", me(asker))
                .param("counted", COUNTED)
                .param("candidates", UNREAD_CANDIDATES)
                .param("limit", Math.clamp(limit, 1, UNREAD_CANDIDATES))
                .query((row, _) -> rawRow(row))
                .list());
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
                Columns.moment(row, "last_post_at"),
                row.getInt("last_number"),
                row.getInt("unread"),
                row.getString("excerpt"),
                Columns.language(row, "last_language"));
    }

    private List<ThreadRow> withCards(List<RawRow> rows) {
        Set<PersonId> named = new HashSet<>();
        rows.forEach(row -> {
            named.add(row.author);
            named.add(row.lastAuthor);
        });
        Map<PersonId, PersonCard> cards = named.isEmpty() ? Map.of() : people.cards(named);
        return rows.stream().map(row -> row.with(cards)).toList();
    }

    @Override
    public Optional<ThreadHead> head(Asker asker, long number) {
        record RawHead(
                ThreadId id,
                String title,
                Language language,
                SpaceId space,
                LocalizedText spaceName,
                String spaceAddress,
                Visibility visibility,
                PersonId author,
                Instant startedAt,
                Instant lastPostAt,
                int lastNumber,
                int lastRead,
                long revision) {}
        return jdbc.sql("""
                SELECT t.*, s.name AS space_name, s.address, s.visibility, coalesce(r.last_read_number, 0) AS last_read
                  FROM thread t
                  JOIN space s ON s.id = t.space
                  LEFT JOIN reading r ON r.thread = t.id AND r.person = :me
                 WHERE t.number = :number""")
                .param("me", me(asker))
                .param("number", number)
                .query((row, _) -> new RawHead(
                        new ThreadId(Columns.id(row, "id")),
                        row.getString("title"),
                        Columns.language(row, "language"),
                        new SpaceId(Columns.id(row, "space")),
                        LocalizedText.stored(row.getString("space_name")),
                        row.getString("address"),
                        Visibility.valueOf(row.getString("visibility")),
                        Columns.person(row, "author"),
                        Columns.moment(row, "started_at"),
                        Columns.moment(row, "last_post_at"),
                        row.getInt("last_number"),
                        row.getInt("last_read"),
                        row.getLong("revision")))
                .optional()
                .filter(head -> audience.mayRead(asker, head.visibility))
                .map(head -> new ThreadHead(
                        head.id,
                        number,
                        head.title,
                        head.language,
                        head.space,
                        head.spaceName,
                        head.spaceAddress,
                        head.visibility,
                        Unknown.or(people.cards(Set.of(head.author)), head.author, head.language),
                        head.startedAt,
                        head.lastPostAt,
                        head.lastNumber,
                        head.lastRead,
                        head.revision,
                        Audience.mayWrite(asker),
                        audience.mayModerate(asker, head.space)));
    }

    @Override
    public PostList posts(Asker asker, ThreadId thread, Around around, int limit) {
        return as(
                asker,
                reads.posts(
                        thread,
                        around,
                        Math.clamp(limit, 1, MOST_ROWS),
                        asker.person().stream().toList()));
    }

    @Override
    public PostList since(Asker asker, ThreadId thread, long revision, int limit) {
        return as(
                asker,
                reads.since(
                        thread,
                        revision,
                        Math.clamp(limit, 1, MOST_ROWS),
                        asker.person().stream().toList()));
    }

    private PostList as(Asker asker, Optional<Stretch> read) {
        Stretch stretch = read.filter(found -> audience.mayRead(asker, found.visibility()))
                .orElseThrow(NotFound::new);
        return stretch.as(asker.person().orElse(null), audience.mayModerate(asker, stretch.space()));
    }

    @Override
    public List<Wording> history(Asker asker, PostId post) {
        Standing standing = readable(asker, post).orElseThrow(NotFound::new);
        if (standing.takenAway() && !audience.mayModerate(asker, standing.space())) {
            throw new NotFound();
        }
        record RawWording(String text, PersonId by, Instant at) {}
        List<RawWording> wordings = jdbc.sql("""
                SELECT text, written_by, written_at FROM post_edit WHERE post = ? ORDER BY version DESC LIMIT ?""")
                .param(post.value())
                .param(MOST_WORDINGS)
                .query((row, _) -> new RawWording(
                        row.getString("text"), Columns.person(row, "written_by"), Columns.moment(row, "written_at")))
                .list();
        if (wordings.isEmpty()) {
            return List.of();
        }
        Map<PersonId, PersonCard> cards =
                people.cards(wordings.stream().map(RawWording::by).distinct().toList());
        return wordings.stream()
                .map(wording -> new Wording(wording.text, Unknown.or(cards, wording.by, Language.EN), wording.at))
                .toList();
    }

    @Override
    public Optional<Source> source(Asker asker, PostId post) {
        if (readable(asker, post).filter(standing -> !standing.takenAway()).isEmpty()) {
            return Optional.empty();
        }
        record RawSource(int number, PersonId author, String text, Language language, long version) {}
        return jdbc.sql("SELECT number, author, text, language, version FROM post WHERE id = ? AND deleted_at IS NULL")
                .param(post.value())
                .query((row, _) -> new RawSource(
                        row.getInt("number"),
                        Columns.person(row, "author"),
                        row.getString("text"),
                        Columns.language(row, "language"),
                        row.getLong("version")))
                .optional()
                .map(source -> new Source(
                        post,
                        source.number,
                        Unknown.or(people.cards(Set.of(source.author)), source.author, source.language),
                        source.text,
                        source.language,
                        source.version));
    }

    private Optional<Standing> readable(Asker asker, PostId post) {
        return ledger.standing(post).filter(standing -> audience.mayRead(asker, standing.visibility()));
    }

    private String[] readable(Asker asker) {
        return audience.readable(asker).stream().map(Visibility::name).toArray(String[]::new);
    }

    private static @Nullable UUID me(Asker asker) {
        return asker.person().map(PersonId::value).orElse(null);
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
            Instant lastPostAt,
            int posts,
            int unread,
            String excerpt,
            Language excerptLanguage) {

        ThreadRow with(Map<PersonId, PersonCard> cards) {
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
                    lastPostAt,
                    posts,
                    unread,
                    excerpt,
                    excerptLanguage);
        }
    }

    @Override
    public long countPublic() {
        return jdbc.sql("SELECT count(*) FROM thread t JOIN space s ON s.id = t.space WHERE s.visibility = 'PUBLIC'")
                .query(Long.class)
                .single();
    }

    @Override
    public List<PublicThread> listPublic(long offset, int limit) {
        return jdbc.sql("""
                SELECT t.number, t.last_post_at
                  FROM thread t
                  JOIN space s ON s.id = t.space
                 WHERE s.visibility = 'PUBLIC'
                 ORDER BY t.number
                OFFSET ? LIMIT ?""")
                .params(offset, limit)
                .query((row, _) -> new PublicThread(row.getLong("number"), Columns.moment(row, "last_post_at")))
                .list();
    }
}
