package org.kvartal.discussions.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.Reaction;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts posts and revisions. Whatever changes a thread takes its row's lock first, so numbers have no gaps, revisions commit in their
 * order, and a page that has seen a revision has seen all before it.
 *
 * @see "Decision record 0071, posts are numbered under their thread's lock"
 */
@Component
class ThreadLedger {

    private final JdbcClient jdbc;

    ThreadLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a new thread shall stand, and whether it stands there already. */
    Optional<NewPlace> placeFor(SpaceId space, ThreadId thread, PostId firstPost, PersonId author) {
        return jdbc.sql("""
                SELECT s.visibility, t.number, t.author, p.id AS first_post,
                       EXISTS (SELECT 1 FROM draft d WHERE d.post = :post AND d.person <> :author) AS foreign_draft
                  FROM space s
                  LEFT JOIN thread t ON t.id = :thread
                  LEFT JOIN post p ON p.thread = t.id AND p.number = 1
                 WHERE s.id = :space""")
                .param("space", space.value())
                .param("thread", thread.value())
                .param("post", firstPost.value())
                .param("author", author.value())
                .query((row, _) -> new NewPlace(
                        Visibility.valueOf(row.getString("visibility")),
                        row.getBoolean("foreign_draft"),
                        row.getObject("number", Long.class),
                        Columns.personOrNull(row, "author"),
                        Columns.idOrNull(row, "first_post")))
                .optional();
    }

    /** The thread in which a post shall stand, and where that post stands if it was made already. */
    Optional<Place> placeFor(ThreadId thread, PostId post, PersonId author) {
        return jdbc.sql("""
                SELECT s.visibility, p.number, p.author, p.thread AS thread_of_post,
                       EXISTS (SELECT 1 FROM draft d WHERE d.post = :post AND d.person <> :author) AS foreign_draft
                  FROM thread t
                  JOIN space s ON s.id = t.space
                  LEFT JOIN post p ON p.id = :post
                 WHERE t.id = :thread""")
                .param("thread", thread.value())
                .param("post", post.value())
                .param("author", author.value())
                .query((row, _) -> new Place(
                        Visibility.valueOf(row.getString("visibility")),
                        row.getBoolean("foreign_draft"),
                        row.getObject("number", Integer.class),
                        Columns.personOrNull(row, "author"),
                        Columns.idOrNull(row, "thread_of_post")))
                .optional();
    }

    /** A thread that may be read or not. */
    Optional<Visibility> visibility(ThreadId thread) {
        return jdbc.sql("SELECT s.visibility FROM thread t JOIN space s ON s.id = t.space WHERE t.id = ?")
                .param(thread.value())
                .query((row, _) -> Visibility.valueOf(row.getString(1)))
                .optional();
    }

    /** A post that somebody wants to change or know more of. */
    Optional<Standing> standing(PostId post) {
        return jdbc.sql("""
                SELECT t.id AS thread, t.space, s.visibility, p.number, p.author, p.on_behalf_of, p.deleted_at IS NOT NULL AS taken_away
                  FROM post p
                  JOIN thread t ON t.id = p.thread
                  JOIN space s ON s.id = t.space
                 WHERE p.id = ?""")
                .param(post.value())
                .query((row, _) -> new Standing(
                        new ThreadId(Columns.id(row, "thread")),
                        new SpaceId(Columns.id(row, "space")),
                        Visibility.valueOf(row.getString("visibility")),
                        row.getInt("number"),
                        Columns.person(row, "author"),
                        SpokenFor.member(row, "on_behalf_of"),
                        row.getBoolean("taken_away")))
                .optional();
    }

    /** Nobody else changes the thread until this transaction has ended. */
    void lock(ThreadId thread) {
        jdbc.sql("SELECT 1 FROM thread WHERE id = ? FOR NO KEY UPDATE")
                .param(thread.value())
                .query((_, _) -> 1)
                .single();
    }

    /** Gives the next change of a locked thread its revision. */
    long revise(ThreadId thread) {
        return jdbc.sql("UPDATE thread SET revision = revision + 1 WHERE id = ? RETURNING revision")
                .param(thread.value())
                .query(Long.class)
                .single();
    }

    /**
     * Writes a thread with its first post, moves the author's reading mark and discards the draft.
     *
     * @return the thread's number; empty if one with this id was begun meanwhile, or the post's id is taken
     */
    OptionalLong begin(ThreadId thread, SpaceId space, String title, Entry post) {
        return written(jdbc.sql("""
                WITH begun AS (
                    INSERT INTO thread (id, space, title, language, author, started_at, last_number, revision, last_post_at)
                    SELECT :thread, :space, :title, :language, :author, :at, 1, 1, :at
                     WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = :post)
                    ON CONFLICT (id) DO NOTHING RETURNING number),
                added AS (
                    INSERT INTO post (id, thread, number, author, on_behalf_of, language, text, html, renderer, excerpt, posted_at, revision, version)
                    SELECT :post, :thread, 1, :author, :onBehalfOf::uuid, :language, :text, :html, :renderer, :excerpt, :at, 1, 0 FROM begun),
                marked AS (
                    INSERT INTO reading (person, thread, last_read_number, last_read_at)
                    SELECT :author, :thread, 1, :at FROM begun),
                discarded AS (
                    DELETE FROM draft WHERE person = :author AND post = :post)
                SELECT number FROM begun""")
                        .param("thread", thread.value())
                        .param("space", space.value())
                        .param("title", title)
                        .params(post.columns())
                        .query(Long.class))
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Writes a post at the end of a locked thread, moves the author's reading mark and discards the draft.
     *
     * @return its number; empty if a post with this id was written meanwhile
     */
    OptionalInt append(ThreadId thread, Entry post) {
        return written(jdbc.sql("""
                WITH counted AS (
                    UPDATE thread
                       SET last_number = last_number + 1, revision = revision + 1, last_post_at = greatest(last_post_at, :at)
                     WHERE id = :thread AND NOT EXISTS (SELECT 1 FROM post WHERE id = :post)
                    RETURNING last_number, revision),
                added AS (
                    INSERT INTO post (id, thread, number, author, on_behalf_of, language, text, html, renderer, excerpt, posted_at, revision, version)
                    SELECT :post, :thread, last_number, :author, :onBehalfOf::uuid, :language, :text, :html, :renderer, :excerpt, :at, revision, 0
                      FROM counted),
                marked AS (
                    INSERT INTO reading AS r (person, thread, last_read_number, last_read_at)
                    SELECT :author, :thread, last_number, :at FROM counted
                    ON CONFLICT (person, thread) DO UPDATE
                       SET last_read_number = excluded.last_read_number, last_read_at = excluded.last_read_at
                     WHERE r.last_read_number < excluded.last_read_number),
                discarded AS (
                    DELETE FROM draft WHERE person = :author AND post = :post)
                SELECT last_number FROM counted""")
                        .param("thread", thread.value())
                        .params(post.columns())
                        .query(Integer.class))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private static <N> Optional<N> written(JdbcClient.MappedQuerySpec<N> statement) {
        try {
            return statement.optional();
        } catch (DuplicateKeyException e) {
            // The same post id at the same moment in two threads: at most one of them was honestly made.
            throw new Forbidden();
        }
    }

    /** Keeps a wording that a post no longer has. */
    void keep(Post.Wording wording) {
        jdbc.sql("INSERT INTO post_edit (post, version, text, written_by, written_at) VALUES (?, ?, ?, ?, ?)")
                .param(wording.post())
                .param(wording.version())
                .param(wording.text())
                .param(wording.by().value())
                .param(Columns.moment(wording.at()))
                .update();
    }

    /** Forgets every wording that a post had. */
    void forget(PostId post) {
        jdbc.sql("DELETE FROM post_edit WHERE post = ?").param(post.value()).update();
    }

    /** @return whether that changed anything */
    boolean give(PostId post, ThreadId thread, PersonId person, Reaction reaction, Instant at) {
        return jdbc.sql("""
                WITH given AS (
                    INSERT INTO reaction (post, kind, person, at) VALUES (:post, :kind, :person, :at)
                    ON CONFLICT DO NOTHING RETURNING post),
                counted AS (
                    UPDATE thread SET revision = revision + 1 WHERE id = :thread AND EXISTS (SELECT 1 FROM given)
                    RETURNING revision)
                UPDATE post SET revision = counted.revision FROM counted WHERE id = :post""")
                        .param("post", post.value())
                        .param("thread", thread.value())
                        .param("person", person.value())
                        .param("kind", reaction.name())
                        .param("at", Columns.moment(at))
                        .update()
                > 0;
    }

    /** @return whether that changed anything */
    boolean takeBack(PostId post, ThreadId thread, PersonId person, Reaction reaction) {
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM reaction WHERE post = :post AND kind = :kind AND person = :person RETURNING post),
                counted AS (
                    UPDATE thread SET revision = revision + 1 WHERE id = :thread AND EXISTS (SELECT 1 FROM taken)
                    RETURNING revision)
                UPDATE post SET revision = counted.revision FROM counted WHERE id = :post""")
                        .param("post", post.value())
                        .param("thread", thread.value())
                        .param("person", person.value())
                        .param("kind", reaction.name())
                        .update()
                > 0;
    }

    /** Moves a reading mark forward, no further than the thread goes. */
    void mark(PersonId person, ThreadId thread, int number, Instant at) {
        jdbc.sql("""
                INSERT INTO reading AS r (person, thread, last_read_number, last_read_at)
                SELECT :person, id, least(:number, last_number), :at FROM thread WHERE id = :thread
                ON CONFLICT (person, thread) DO UPDATE
                   SET last_read_number = excluded.last_read_number, last_read_at = excluded.last_read_at
                 WHERE r.last_read_number < excluded.last_read_number""")
                .param("person", person.value())
                .param("thread", thread.value())
                .param("number", number)
                .param("at", Columns.moment(at))
                .update();
    }

    /** A post on its way into the table. */
    record Entry(
            PostId id, PersonId author, @Nullable MemberId onBehalfOf, Language language, Written written, Instant at) {

        Map<String, @Nullable Object> columns() {
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("post", id.value());
            columns.put("author", author.value());
            columns.put("onBehalfOf", onBehalfOf == null ? null : onBehalfOf.value());
            columns.put("language", language.code());
            columns.put("text", written.text());
            columns.put("html", written.html().html());
            columns.put("renderer", written.html().renderer());
            columns.put("excerpt", written.excerpt());
            columns.put("at", Columns.moment(at));
            return columns;
        }
    }

    /**
     * @param foreignDraft whether somebody else is writing under the same id
     * @param number of the post with that id, null before there is one
     * @param author of that post
     * @param threadOfPost where that post stands
     */
    record Place(
            Visibility visibility,
            boolean foreignDraft,
            @Nullable Integer number,
            @Nullable PersonId author,
            @Nullable UUID threadOfPost) {}

    /**
     * @param foreignDraft whether somebody else is writing under the first post's id
     * @param number of the thread with that id, null before there is one
     * @param author of that thread
     * @param firstPost of that thread
     */
    record NewPlace(
            Visibility visibility,
            boolean foreignDraft,
            @Nullable Long number,
            @Nullable PersonId author,
            @Nullable UUID firstPost) {}

    record Standing(
            ThreadId thread,
            SpaceId space,
            Visibility visibility,
            int number,
            PersonId author,
            @Nullable MemberId onBehalfOf,
            boolean takenAway) {}
}
