package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadDigest;
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
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What discussions show, read for the screen that shows it. */
@Component
@Transactional(readOnly = true)
class ShownThreads implements Threads {

    /** No page needs more rows at once, whoever asks. */
    private static final int MOST_ROWS = 500;

    private static final int MOST_WORDINGS = 100;

    private final JdbcClient jdbc;
    private final People people;
    private final Audience audience;
    private final ThreadLedger ledger;
    private final PostReads reads;
    private final RowReads rows;
    private final SpokenFor spokenFor;
    private final NeedReads needs;
    private final ThreadDigests digests;

    ShownThreads(
            JdbcClient jdbc,
            People people,
            Audience audience,
            ThreadLedger ledger,
            PostReads reads,
            RowReads rows,
            SpokenFor spokenFor,
            NeedReads needs,
            ThreadDigests digests) {
        this.jdbc = jdbc;
        this.people = people;
        this.audience = audience;
        this.ledger = ledger;
        this.reads = reads;
        this.rows = rows;
        this.spokenFor = spokenFor;
        this.needs = needs;
        this.digests = digests;
    }

    @Override
    public List<SpaceCard> spaces(Asker asker) {
        return jdbc.sql("""
                SELECT * FROM space WHERE visibility = ANY(?) ORDER BY position, address""")
                .param(RowReads.names(audience.readable(asker)))
                .query((row, _) -> new SpaceCard(
                        new SpaceId(Columns.id(row, "id")),
                        row.getString("address"),
                        LocalizedText.stored(row.getString("name")),
                        description(row),
                        Visibility.valueOf(row.getString("visibility")),
                        row.getInt("position"),
                        Audience.mayWrite(asker),
                        row.getLong("version")))
                .list();
    }

    @Override
    public Map<SpaceId, Long> sizes(Asker asker) {
        Map<SpaceId, Long> sizes = new HashMap<>();
        jdbc.sql("""
                SELECT s.id, count(t.id) AS threads FROM space s LEFT JOIN thread t ON t.space = s.id
                 WHERE s.visibility = ANY(?) GROUP BY s.id""").param(RowReads.names(audience.readable(asker))).query(row -> {
            sizes.put(new SpaceId(Columns.id(row, "id")), row.getLong("threads"));
        });
        return sizes;
    }

    private static @Nullable LocalizedText description(ResultSet row) throws SQLException {
        String json = row.getString("description");
        return json == null ? null : LocalizedText.stored(json);
    }

    @Override
    public ThreadList newest(Asker asker, @Nullable SpaceId space, @Nullable ListKey after, int limit) {
        return rows.newest(
                asker.person().orElse(null), audience.readable(asker), space, after, Math.clamp(limit, 1, MOST_ROWS));
    }

    @Override
    public ThreadList needs(Asker asker, @Nullable SpaceId space, @Nullable ListKey after, int limit) {
        return rows.needs(
                asker.person().orElse(null), audience.readable(asker), space, after, Math.clamp(limit, 1, MOST_ROWS));
    }

    @Override
    public Optional<ThreadDigest> digest(Asker asker, ThreadId thread) {
        return digests.digest(asker, thread);
    }

    @Override
    public List<ThreadRow> unread(Asker asker, int limit) {
        return asker.person()
                .map(person -> rows.unread(person, audience.readable(asker), Math.clamp(limit, 1, MOST_ROWS)))
                .orElseGet(List::of);
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
                @Nullable MemberId onBehalfOf,
                Instant startedAt,
                Instant lastPostAt,
                int lastNumber,
                int lastRead,
                long revision,
                boolean need) {}
        return jdbc.sql("""
                SELECT t.*, s.name AS space_name, s.address, s.visibility, f.on_behalf_of, coalesce(r.last_read_number, 0) AS last_read,
                       EXISTS (SELECT 1 FROM need WHERE thread = t.id) AS need
                  FROM thread t
                  JOIN space s ON s.id = t.space
                  LEFT JOIN post f ON f.thread = t.id AND f.number = 1
                  LEFT JOIN reading r ON r.thread = t.id AND r.person = :me
                 WHERE t.number = :number""")
                .param("me", asker.person().map(PersonId::value).orElse(null))
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
                        SpokenFor.member(row, "on_behalf_of"),
                        Columns.moment(row, "started_at"),
                        Columns.moment(row, "last_post_at"),
                        row.getInt("last_number"),
                        row.getInt("last_read"),
                        row.getLong("revision"),
                        row.getBoolean("need")))
                .optional()
                .filter(head -> audience.mayRead(asker, head.visibility))
                .map(head -> {
                    boolean moderates = audience.mayModerate(asker, head.space);
                    return new ThreadHead(
                            head.id,
                            number,
                            head.title,
                            head.language,
                            head.space,
                            head.spaceName,
                            head.spaceAddress,
                            head.visibility,
                            Unknown.or(people.cards(Set.of(head.author)), head.author, head.language),
                            spokenFor.card(head.onBehalfOf),
                            head.startedAt,
                            head.lastPostAt,
                            head.lastNumber,
                            head.lastRead,
                            head.revision,
                            Audience.mayWrite(asker),
                            moderates,
                            head.need ? need(asker, head.id, head.visibility) : null,
                            asker.person()
                                    .filter(person -> moderates || person.equals(head.author))
                                    .isPresent());
                });
    }

    private @Nullable NeedCard need(Asker asker, ThreadId thread, Visibility visibility) {
        return needs.cards(Set.of(thread), Set.of(visibility), asker.person().orElse(null))
                .get(thread);
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
        record RawSource(
                int number,
                PersonId author,
                @Nullable MemberId onBehalfOf,
                String text,
                Language language,
                long version) {}
        return jdbc.sql(
                        "SELECT number, author, on_behalf_of, text, language, version FROM post WHERE id = ? AND deleted_at IS NULL")
                .param(post.value())
                .query((row, _) -> new RawSource(
                        row.getInt("number"),
                        Columns.person(row, "author"),
                        SpokenFor.member(row, "on_behalf_of"),
                        row.getString("text"),
                        Columns.language(row, "language"),
                        row.getLong("version")))
                .optional()
                .map(source -> new Source(
                        post,
                        source.number,
                        Unknown.or(people.cards(Set.of(source.author)), source.author, source.language),
                        spokenFor.card(source.onBehalfOf),
                        source.text,
                        source.language,
                        source.version));
    }

    private Optional<Standing> readable(Asker asker, PostId post) {
        return ledger.standing(post).filter(standing -> audience.mayRead(asker, standing.visibility()));
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
