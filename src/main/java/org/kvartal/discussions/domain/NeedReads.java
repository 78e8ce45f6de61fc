package org.kvartal.discussions.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.NeedFacts.Since;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads needs. One statement for the needs with the ids of the associations behind them, one for the names of their places and one for those of the
 * associations, where there are any.
 */
@Component
class NeedReads {

    private final JdbcClient jdbc;
    private final Places places;
    private final SpokenFor spokenFor;

    NeedReads(JdbcClient jdbc, Places places, SpokenFor spokenFor) {
        this.jdbc = jdbc;
        this.places = places;
        this.spokenFor = spokenFor;
    }

    /** @param me null for whoever is no person */
    Map<ThreadId, NeedCard> cards(Collection<ThreadId> threads, Set<Visibility> visible, @Nullable PersonId me) {
        if (threads.isEmpty()) {
            return Map.of();
        }
        List<Raw> found = jdbc.sql("""
                SELECT n.*, t.need_revision, b.behind,
                       EXISTS (SELECT 1 FROM need_support
                                WHERE thread = n.thread AND person = :me::uuid AND on_behalf_of IS NULL) AS mine
                  FROM need n
                  JOIN thread t ON t.id = n.thread
                  JOIN space s ON s.id = t.space
                  CROSS JOIN LATERAL (
                        SELECT array_agg(on_behalf_of ORDER BY at, on_behalf_of) AS behind
                          FROM (SELECT on_behalf_of, at FROM need_support
                                 WHERE thread = n.thread AND on_behalf_of IS NOT NULL
                                 ORDER BY at, on_behalf_of LIMIT :named) one) b
                 WHERE n.thread = ANY (:threads) AND s.visibility = ANY (:visible)""")
                .param(
                        "threads",
                        threads.stream().map(ThreadId::value).distinct().toArray(UUID[]::new))
                .param("visible", RowReads.names(visible))
                .param("me", me == null ? null : me.value())
                .param("named", Needs.NAMED)
                .query((row, _) -> raw(row))
                .list();
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<String, Place> named = places.find(found.stream()
                .map(need -> need.facts.place())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<MemberId> organisations = new HashSet<>();
        found.forEach(need -> organisations.addAll(need.behind));
        Map<MemberId, MemberCard> associations = spokenFor.cards(List.copyOf(organisations));
        Map<ThreadId, NeedCard> cards = new HashMap<>();
        found.forEach(need -> cards.put(need.thread, need.card(named, associations)));
        return cards;
    }

    /** A thread's need as somebody sees it who does not stand behind it, for whoever has asked whether it may be read. */
    @Nullable NeedCard shared(ThreadId thread) {
        return cards(Set.of(thread), Set.of(Visibility.values()), null).get(thread);
    }

    /** Who of these people stands behind a need as themselves. */
    Set<PersonId> backers(ThreadId thread, Collection<PersonId> people) {
        return people.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                        SELECT person FROM need_support
                         WHERE thread = :thread AND person = ANY (:people) AND on_behalf_of IS NULL""")
                        .param("thread", thread.value())
                        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                        .query((row, _) -> Columns.person(row, "person"))
                        .list());
    }

    Set<PersonId> supporters(ThreadId thread) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT person FROM need_support WHERE thread = ?")
                .params(thread.value())
                .query((row, _) -> Columns.person(row, "person"))
                .list());
    }

    /** The people behind a need, the newest first. */
    List<PersonId> people(ThreadId thread, int limit) {
        return jdbc.sql("""
                SELECT person FROM need_support
                 WHERE thread = ? AND on_behalf_of IS NULL
                 ORDER BY at DESC, person LIMIT ?""")
                .params(thread.value(), limit)
                .query((row, _) -> Columns.person(row, "person"))
                .list();
    }

    static NeedFacts facts(ResultSet row) throws SQLException {
        return new NeedFacts(
                row.getString("concerned"),
                Columns.language(row, "language"),
                row.getString("place"),
                row.getString("place_words"),
                new Since(row.getInt("since_year"), row.getObject("since_month", Integer.class)),
                row.getObject("how_many", Integer.class));
    }

    private static Raw raw(ResultSet row) throws SQLException {
        Array behind = row.getArray("behind");
        return new Raw(
                new ThreadId(Columns.id(row, "thread")),
                facts(row),
                Columns.moment(row, "stated_at"),
                Columns.momentOrNull(row, "changed_at"),
                row.getInt("people"),
                row.getInt("associations"),
                behind == null
                        ? List.of()
                        : Arrays.stream((UUID[]) behind.getArray())
                                .map(MemberId::new)
                                .toList(),
                row.getBoolean("mine"),
                row.getLong("version"),
                row.getLong("need_revision"));
    }

    private record Raw(
            ThreadId thread,
            NeedFacts facts,
            Instant statedAt,
            @Nullable Instant changedAt,
            int people,
            int associations,
            List<MemberId> behind,
            boolean mine,
            long version,
            long revision) {

        NeedCard card(Map<String, Place> places, Map<MemberId, MemberCard> associations) {
            String code = facts.place();
            Place place = code == null ? null : places.get(code);
            return new NeedCard(
                    thread,
                    facts,
                    place == null ? null : place.name(),
                    statedAt,
                    changedAt,
                    people,
                    this.associations,
                    behind.stream()
                            .map(associations::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    mine,
                    version,
                    revision);
        }
    }
}
