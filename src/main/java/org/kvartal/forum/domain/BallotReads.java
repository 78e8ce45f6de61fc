package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.NamedVote;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.Majority;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Votes as pages show them: to who belongs to the house those on items for all, to who facilitates all of them. */
@Component
class BallotReads {

    /** Votes {@code b} with their items {@code i} and sessions {@code s}. */
    static final String ROWS = """
            SELECT b.*, CASE b.state WHEN 'OPEN' THEN
                       (SELECT count(*) FROM ballot_vote v WHERE v.ballot = b.id)
                       + (SELECT count(*) FROM ballot_voter v WHERE v.ballot = b.id)
                   ELSE b.yes + b.no + b.abstained END AS many
              FROM ballot b JOIN agenda_item i ON i.id = b.item JOIN forum_session s ON s.id = b.session
            """;

    private static final String KNOWN =
            " (:all OR s.series = ANY (:mine) OR (:reads AND s.opened_at IS NOT NULL AND i.visibility = 'COMMON')) ";

    private final JdbcClient jdbc;
    private final ForumSight sight;
    private final People people;
    private final Members members;

    BallotReads(JdbcClient jdbc, ForumSight sight, People people, Members members) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.people = people;
        this.members = members;
    }

    List<BallotLine> of(Asker asker, String text) {
        return SessionCode.of(text)
                .map(code -> jdbc.sql(
                                ROWS + " WHERE s.year = :year AND s.number = :number AND b.state <> 'WITHDRAWN' AND"
                                        + KNOWN + "ORDER BY b.opened_at, b.id")
                        .params(values(asker))
                        .param("year", code.year())
                        .param("number", code.number())
                        .query((row, _) -> line(row))
                        .list())
                .orElse(List.of());
    }

    /** All votes of a session that were not taken back, whoever may see them. */
    List<BallotLine> all(SessionId session) {
        return jdbc.sql(ROWS + " WHERE b.session = :session AND b.state <> 'WITHDRAWN' ORDER BY b.opened_at, b.id")
                .param("session", session.value())
                .query((row, _) -> line(row))
                .list();
    }

    private Map<String, Object> values(Asker asker) {
        Facilitating facilitating = sight.of(asker);
        return Map.of("all", facilitating.all(), "mine", facilitating.mine(), "reads", sight.reads(asker));
    }

    static BallotLine line(ResultSet row) throws SQLException {
        Instant closed = Columns.momentOrNull(row, "closed_at");
        State state = State.valueOf(row.getString("state"));
        Majority majority = Majority.valueOf(row.getString("majority"));
        Voters voters = Voters.valueOf(row.getString("voters"));
        Base base = Base.valueOf(row.getString("base"));
        int quorum = row.getInt("quorum");
        boolean any = row.wasNull();
        return new BallotLine(
                new BallotId(Columns.id(row, "id")),
                new ItemId(Columns.id(row, "item")),
                row.getString("question"),
                Columns.language(row, "language"),
                majority,
                voters,
                base,
                row.getBoolean("secret"),
                row.getBoolean("by_hands"),
                state,
                Columns.moment(row, "opened_at"),
                closed,
                row.getInt("many"),
                state != State.CLOSED
                        ? null
                        : new Result(
                                majority,
                                voters,
                                base,
                                new Tally(row.getInt("yes"), row.getInt("no"), row.getInt("abstained")),
                                row.getInt("entitled"),
                                row.getInt("present_people"),
                                row.getInt("present_associations"),
                                any ? null : Integer.valueOf(quorum)));
    }

    private record Vote(PersonId person, @Nullable MemberId onBehalfOf, Choice choice, Instant at) {}

    List<NamedVote> votes(Asker asker, BallotId id) {
        boolean shown = jdbc.sql("""
                SELECT EXISTS (SELECT FROM ballot b JOIN agenda_item i ON i.id = b.item JOIN forum_session s ON s.id = b.session
                        WHERE b.id = :id AND b.state = 'CLOSED' AND NOT b.secret AND NOT b.by_hands AND""" + KNOWN + ")")
                .params(values(asker))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (!shown) {
            throw new NotFound();
        }
        List<Vote> votes = jdbc.sql("SELECT * FROM ballot_vote WHERE ballot = :ballot ORDER BY cast_at, person")
                .param("ballot", id.value())
                .query((row, _) -> new Vote(
                        Columns.person(row, "person"),
                        Stored.member(row, "on_behalf_of"),
                        Choice.valueOf(row.getString("choice")),
                        Columns.moment(row, "cast_at")))
                .list();
        Set<PersonId> persons = new HashSet<>();
        Set<MemberId> associations = new HashSet<>();
        for (Vote vote : votes) {
            persons.add(vote.person());
            MemberId association = vote.onBehalfOf();
            if (association != null) {
                associations.add(association);
            }
        }
        Map<PersonId, PersonCard> faces = persons.isEmpty() ? Map.of() : people.cards(persons);
        Map<MemberId, MemberCard> names =
                associations.isEmpty() ? new HashMap<>() : members.cards(Asker.guest(), associations);
        List<NamedVote> named = new ArrayList<>();
        for (Vote vote : votes) {
            PersonCard face = faces.get(vote.person());
            MemberId association = vote.onBehalfOf();
            if (face != null) {
                named.add(new NamedVote(
                        face, association == null ? null : names.get(association), vote.choice(), vote.at()));
            }
        }
        return named;
    }
}
