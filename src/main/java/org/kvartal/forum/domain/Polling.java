package org.kvartal.forum.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of votes. Of a secret vote they are two kinds that nothing joins: who has voted, and papers in no order, with ids of chance and no time.
 *
 * @see "Decision record 0108, what a secret vote hides, and from whom"
 */
@Component
class Polling {

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Members members;
    private final HouseClock clock;

    Polling(JdbcClient jdbc, Permissions permissions, Members members, HouseClock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.members = members;
        this.clock = clock;
    }

    /** @throws Refused if somebody else has voted for the association */
    void named(Ballot ballot, PersonId person, @Nullable MemberId association, Choice choice) {
        String conflict = association == null
                ? "(ballot, person) WHERE on_behalf_of IS NULL"
                : "(ballot, on_behalf_of) WHERE on_behalf_of IS NOT NULL";
        int kept = jdbc.sql("""
                INSERT INTO ballot_vote (ballot, person, on_behalf_of, choice, cast_at)
                VALUES (:ballot, :person, :association, :choice, :now)
                ON CONFLICT\s""" + conflict + """

                DO UPDATE SET choice = excluded.choice, cast_at = excluded.cast_at
                 WHERE ballot_vote.person = excluded.person""")
                .params(voter(ballot, person, association))
                .param("choice", choice.name())
                .param("now", Columns.moment(clock.now()))
                .update();
        if (kept == 0) {
            throw Refused.because("forum.refused.association-voted");
        }
    }

    /** @throws Refused if that vote was given already */
    void secret(Ballot ballot, PersonId person, @Nullable MemberId association, Choice choice) {
        int first = jdbc.sql("""
                INSERT INTO ballot_voter (ballot, person, on_behalf_of) VALUES (:ballot, :person, :association)
                ON CONFLICT DO NOTHING""").params(voter(ballot, person, association)).update();
        if (first == 0) {
            throw Refused.because(
                    association == null ? "forum.refused.secret-voted" : "forum.refused.association-voted");
        }
        jdbc.sql("INSERT INTO ballot_paper (id, ballot, choice) VALUES (:id, :ballot, :choice)")
                // By chance alone: an id that begins with the time would put papers in order.
                .param("id", UUID.randomUUID())
                .param("ballot", ballot.id().value())
                .param("choice", choice.name())
                .update();
    }

    private static Map<String, @Nullable Object> voter(Ballot ballot, PersonId person, @Nullable MemberId association) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("ballot", ballot.id().value());
        values.put("person", person.value());
        values.put("association", association == null ? null : association.value());
        return values;
    }

    Tally count(Ballot ballot) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT choice, count(*) AS many FROM " + (ballot.secret() ? "ballot_paper" : "ballot_vote")
                        + " WHERE ballot = :ballot GROUP BY choice")
                .param("ballot", ballot.id().value())
                .query(row -> {
                    counts.put(row.getString("choice"), row.getInt("many"));
                });
        return new Tally(
                counts.getOrDefault(Choice.YES.name(), 0),
                counts.getOrDefault(Choice.NO.name(), 0),
                counts.getOrDefault(Choice.ABSTAIN.name(), 0));
    }

    /**
     * Writes both kinds of rows anew, each in an order of its own: what a table says of the transactions that wrote its rows joins nothing any more.
     */
    void shuffle(Ballot ballot) {
        jdbc.sql("""
                WITH taken AS (DELETE FROM ballot_paper WHERE ballot = :ballot RETURNING ballot, choice)
                INSERT INTO ballot_paper (id, ballot, choice)
                SELECT gen_random_uuid(), ballot, choice FROM taken ORDER BY random()""").param("ballot", ballot.id().value()).update();
        List<Voter> voters = jdbc.sql("DELETE FROM ballot_voter WHERE ballot = :ballot RETURNING person, on_behalf_of")
                .param("ballot", ballot.id().value())
                .query((row, _) -> new Voter(Columns.id(row, "person"), Columns.idOrNull(row, "on_behalf_of")))
                .list();
        // In a statement of its own: within one, the new rows would meet the old ones in the index.
        jdbc.sql("""
                INSERT INTO ballot_voter (ballot, person, on_behalf_of)
                SELECT :ballot, v.person, v.on_behalf_of
                  FROM unnest(:people::uuid[], :associations::uuid[]) AS v (person, on_behalf_of) ORDER BY v.person""")
                .param("ballot", ballot.id().value())
                .param("people", voters.stream().map(Voter::person).toArray(UUID[]::new))
                .param("associations", voters.stream().map(Voter::association).toArray(UUID[]::new))
                .update();
    }

    private record Voter(UUID person, @Nullable UUID association) {}

    void forget(Ballot ballot) {
        for (String table : new String[] {"ballot_vote", "ballot_voter", "ballot_paper"}) {
            jdbc.sql("DELETE FROM " + table + " WHERE ballot = :ballot")
                    .param("ballot", ballot.id().value())
                    .update();
        }
    }

    /**
     * How many are there or have voted.
     *
     * @param voters who of the people has a vote of their own
     */
    record Present(int people, int voters, int associations) {

        Present atLeast(int hands, int represented) {
            return new Present(Math.max(people, hands), Math.max(voters, hands), Math.max(associations, represented));
        }
    }

    Present present(SessionId session, Ballot ballot) {
        String voted = ballot.secret() ? "ballot_voter" : "ballot_vote";
        Set<PersonId> there = new HashSet<>();
        Set<PersonId> voters = new HashSet<>();
        jdbc.sql("""
                SELECT person, bool_or(voted) AS voted FROM (
                       SELECT person, false AS voted FROM attendance
                        WHERE session = :session AND left_at IS NULL AND person IS NOT NULL
                       UNION ALL SELECT person, on_behalf_of IS NULL FROM %s WHERE ballot = :ballot) p
                 GROUP BY person""".formatted(voted))
                .param("session", session.value())
                .param("ballot", ballot.id().value())
                .query(row -> {
                    PersonId person = Columns.person(row, "person");
                    there.add(person);
                    if (row.getBoolean("voted")) {
                        voters.add(person);
                    }
                });
        voters.addAll(withVote(permissions.among(there, ForumRights.TAKE_PART, Scope.PLATFORM)));
        int associations = jdbc.sql("""
                SELECT count(*) FROM (
                       SELECT on_behalf_of FROM attendance WHERE session = :session AND left_at IS NULL AND counts
                       UNION SELECT on_behalf_of FROM %s
                        WHERE ballot = :ballot AND on_behalf_of IS NOT NULL) a""".formatted(voted))
                .param("session", session.value())
                .param("ballot", ballot.id().value())
                .query(Integer.class)
                .single();
        return new Present(there.size(), voters.size(), associations);
    }

    /** How many people have a vote of their own, wherever they are. */
    int voters() {
        return withVote(permissions.holders(ForumRights.TAKE_PART, Scope.PLATFORM))
                .size();
    }

    /** Who belongs through a partner alone takes part without a vote. */
    private Set<PersonId> withVote(Set<PersonId> people) {
        Set<PersonId> voters = new HashSet<>(people);
        voters.removeAll(members.partnersOnly(people));
        return voters;
    }
}
