package org.kvartal.discussions.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Writes needs and who stands behind them. Whatever changes a need holds its thread's lock, so that what is counted and what is there agree, and gives the thread
 * a revision as a post does.
 *
 * @see "Decision record 0097, a need is a thread that people stand behind"
 */
@Component
class NeedLedger {

    /** Ends a statement that has changed something: gives the thread its revision. */
    private static final String REVISED = """
            UPDATE thread SET revision = revision + 1, need_revision = revision + 1
             WHERE id = :thread AND EXISTS (SELECT 1 FROM changed)""";

    private final JdbcClient jdbc;

    NeedLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A thread that somebody wants to make a need of, or stand behind. */
    Optional<Talk> talk(ThreadId thread) {
        return jdbc.sql("""
                SELECT t.space, s.visibility, t.author, f.on_behalf_of
                  FROM thread t
                  JOIN space s ON s.id = t.space
                  LEFT JOIN post f ON f.thread = t.id AND f.number = 1
                 WHERE t.id = ?""")
                .param(thread.value())
                .query((row, _) -> new Talk(
                        new SpaceId(Columns.id(row, "space")),
                        Visibility.valueOf(row.getString("visibility")),
                        Columns.person(row, "author"),
                        SpokenFor.member(row, "on_behalf_of")))
                .optional();
    }

    /** What a need says now, under the thread's lock. */
    Optional<Stated> stated(ThreadId thread) {
        return jdbc.sql("SELECT * FROM need WHERE thread = ?")
                .param(thread.value())
                .query((row, _) -> new Stated(
                        NeedReads.facts(row),
                        row.getInt("people") + row.getInt("associations") > 0,
                        row.getLong("version")))
                .optional();
    }

    void state(ThreadId thread, NeedFacts facts, PersonId by, Instant at) {
        with(jdbc.sql("""
                WITH changed AS (
                    INSERT INTO need (thread, concerned, language, place, place_words, since_year, since_month, how_many,
                                      stated_by, stated_at, people, associations, version)
                    VALUES (:thread, :concerned, :language, :place, :where, :year, :month, :many, :by, :at, 0, 0, 0)
                    RETURNING thread)
                """ + REVISED), facts)
                .param("thread", thread.value())
                .param("by", by.value())
                .param("at", Columns.moment(at))
                .update();
    }

    /** @param changed when, where somebody stands behind it, else null */
    void change(ThreadId thread, NeedFacts facts, @Nullable Instant changed) {
        with(jdbc.sql("""
                WITH changed AS (
                    UPDATE need
                       SET concerned = :concerned, language = :language, place = :place, place_words = :where,
                           since_year = :year, since_month = :month, how_many = :many,
                           changed_at = coalesce(:at::timestamptz, changed_at), version = version + 1
                     WHERE thread = :thread
                    RETURNING thread)
                """ + REVISED), facts)
                .param("thread", thread.value())
                .param("at", Columns.momentOrNull(changed))
                .update();
    }

    private static StatementSpec with(StatementSpec statement, NeedFacts facts) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("concerned", facts.concerned());
        columns.put("language", facts.language().code());
        columns.put("place", facts.place());
        columns.put("where", facts.where());
        columns.put("year", facts.since().year());
        columns.put("month", facts.since().month());
        columns.put("many", facts.howMany());
        return statement.params(columns);
    }

    void takeBack(ThreadId thread) {
        jdbc.sql("WITH changed AS (DELETE FROM need WHERE thread = :thread RETURNING thread) " + REVISED)
                .param("thread", thread.value())
                .update();
    }

    /** @return whether that changed anything: each person and each association counts once */
    boolean give(ThreadId thread, PersonId person, @Nullable MemberId onBehalfOf, Instant at) {
        return jdbc.sql("""
                WITH given AS (
                    INSERT INTO need_support (thread, person, on_behalf_of, at)
                    VALUES (:thread, :person, :onBehalfOf::uuid, :at)
                    ON CONFLICT DO NOTHING RETURNING on_behalf_of),
                changed AS (
                    UPDATE need
                       SET people = people + CASE WHEN given.on_behalf_of IS NULL THEN 1 ELSE 0 END,
                           associations = associations + CASE WHEN given.on_behalf_of IS NULL THEN 0 ELSE 1 END
                      FROM given
                     WHERE need.thread = :thread
                    RETURNING need.thread)
                """ + REVISED)
                        .param("thread", thread.value())
                        .param("person", person.value())
                        .param("onBehalfOf", onBehalfOf == null ? null : onBehalfOf.value())
                        .param("at", Columns.moment(at))
                        .update()
                > 0;
    }

    /** @return whether that changed anything */
    boolean withdraw(ThreadId thread, PersonId person, @Nullable MemberId onBehalfOf) {
        String whose = onBehalfOf == null ? "person = :whose AND on_behalf_of IS NULL" : "on_behalf_of = :whose";
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM need_support WHERE thread = :thread AND %s RETURNING on_behalf_of),
                changed AS (
                    UPDATE need
                       SET people = people - CASE WHEN taken.on_behalf_of IS NULL THEN 1 ELSE 0 END,
                           associations = associations - CASE WHEN taken.on_behalf_of IS NULL THEN 0 ELSE 1 END
                      FROM taken
                     WHERE need.thread = :thread
                    RETURNING need.thread)
                """.formatted(whose) + REVISED)
                        .param("thread", thread.value())
                        .param("whose", onBehalfOf == null ? person.value() : onBehalfOf.value())
                        .update()
                > 0;
    }

    /** @param onBehalfOf for whom its author began it, null for themselves */
    record Talk(
            SpaceId space,
            Visibility visibility,
            PersonId author,
            @Nullable MemberId onBehalfOf) {}

    record Stated(NeedFacts facts, boolean supported, long version) {

        /** Whether it says that already. */
        boolean says(NeedFacts others) {
            return facts.equals(others);
        }
    }
}
