package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.Polling.Present;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Votes of the room. Those who vote share the vote's row; whoever closes it waits for them, and nobody votes after. */
@Component
@Transactional
class KeptBallots implements Ballots {

    private static final int MOST_HANDS = 100_000;

    private final BallotRepository ballots;
    private final BallotReads reads;
    private final Polling polling;
    private final RoomDoor door;
    private final Mandates mandates;
    private final Members members;
    private final Permissions permissions;
    private final ForumTrail trail;
    private final JdbcClient jdbc;

    KeptBallots(
            BallotRepository ballots,
            BallotReads reads,
            Polling polling,
            RoomDoor door,
            Mandates mandates,
            Members members,
            Permissions permissions,
            ForumTrail trail,
            JdbcClient jdbc) {
        this.ballots = ballots;
        this.reads = reads;
        this.polling = polling;
        this.door = door;
        this.mandates = mandates;
        this.members = members;
        this.permissions = permissions;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    @Override
    public void open(Asker by, NewBallot wish) {
        SessionId id = door.sessionOf(wish.item());
        ForumSession session = door.running(by, id);
        if (ballots.findById(wish.id().value()).isPresent()) {
            return;
        }
        if (session.paper()) {
            throw Refused.because("forum.refused.paper-hands");
        }
        if (!Objects.equals(door.current(id).orElse(null), wish.item())) {
            throw Refused.because("forum.refused.went-on");
        }
        if (door.internal(wish.item())) {
            // Most of those who are there do not see it, and so could not vote.
            throw Refused.because("forum.refused.internal-hands");
        }
        door.requireNoBallot(id);
        Ballot ballot = ballots.saveAndFlush(Ballot.open(wish, id, door.now(id)));
        trail.ballot(by, "forum.ballot-opened", ballot.id(), entry -> entry.with("secret", ballot.secret()));
        door.changed(id);
    }

    @Override
    public void vote(Asker by, BallotId id, @Nullable MemberId onBehalfOf, Choice choice) {
        permissions.check(by, ForumRights.TAKE_PART, Scope.PLATFORM);
        PersonId person = by.requirePerson();
        SessionId session = door.sessionOf(id);
        var _ = door.seat(session);
        Ballot ballot = ballots.share(id.value()).orElseThrow(NotFound::new);
        ballot.requireOpen();
        Hands.requireThere(jdbc, session, person);
        if (ballot.voters() == Voters.ASSOCIATIONS) {
            requireSeat(by, session, person, onBehalfOf);
        } else if (onBehalfOf != null) {
            throw Refused.because("forum.refused.vote-of-people");
        } else if (!members.partnersOnly(List.of(person)).isEmpty()) {
            throw Refused.because("forum.refused.partners-vote");
        }
        if (ballot.secret()) {
            polling.secret(ballot, person, onBehalfOf, choice);
        } else {
            polling.named(ballot, person, onBehalfOf, choice);
        }
        door.changed(session);
    }

    /** An association votes through whoever is there for it and may speak for it at this moment. */
    private void requireSeat(Asker by, SessionId session, PersonId person, @Nullable MemberId association) {
        if (association == null) {
            throw Refused.because("forum.refused.vote-of-associations");
        }
        boolean there = jdbc.sql("""
                SELECT EXISTS (SELECT FROM attendance WHERE session = :session AND person = :person
                          AND on_behalf_of = :association AND counts AND left_at IS NULL)""")
                .param("session", session.value())
                .param("person", person.value())
                .param("association", association.value())
                .query(Boolean.class)
                .single();
        mandates.check(by, association);
        if (!there) {
            throw Refused.because("forum.refused.not-there-for");
        }
    }

    @Override
    public Result close(Asker by, BallotId id) {
        SessionId session = door.sessionOf(id);
        door.running(by, session);
        Ballot ballot = ballots.lock(id.value()).orElseThrow(NotFound::new);
        ballot.requireOpen();
        Tally tally = polling.count(ballot);
        Present present = polling.present(session, ballot);
        Result result = close(ballot, tally, present, door.now(session));
        ballots.saveAndFlush(ballot);
        if (ballot.secret()) {
            polling.shuffle(ballot);
        }
        trail.ballot(by, "forum.ballot-closed", id, entry -> entry.with("passed", result.passed()));
        door.changed(session);
        return result;
    }

    @Override
    public void withdraw(Asker by, BallotId id) {
        SessionId session = door.sessionOf(id);
        door.running(by, session);
        Ballot ballot = ballots.lock(id.value()).orElseThrow(NotFound::new);
        ballot.withdraw(door.now(session));
        ballots.saveAndFlush(ballot);
        polling.forget(ballot);
        trail.ballot(by, "forum.ballot-withdrawn", id, entry -> entry);
        door.changed(session);
    }

    @Override
    public Result hands(Asker by, NewBallot wish, Tally typed) {
        SessionId id = door.sessionOf(wish.item());
        door.running(by, id);
        Optional<Ballot> standing = ballots.findById(wish.id().value());
        if (standing.isPresent()) {
            return standing.get().result();
        }
        door.requireNoBallot(id);
        Tally tally = new Tally(
                Typed.number("yes", typed.yes(), 0, MOST_HANDS),
                Typed.number("no", typed.no(), 0, MOST_HANDS),
                Typed.number("abstained", typed.abstained(), 0, MOST_HANDS));
        Instant now = door.now(id);
        Ballot ballot = Ballot.hands(wish, id, now);
        Present known = polling.present(id, ballot);
        // Whoever raised a hand was there, whether they were written down or not.
        boolean people = wish.voters() == Voters.PEOPLE;
        Present present = people ? known.atLeast(tally.cast(), 0) : known.atLeast(0, tally.cast());
        Result result = close(ballot, tally, present, now);
        if (tally.cast() > result.entitled()) {
            throw Refused.at("yes", "forum.refused.hands-many", result.entitled());
        }
        ballots.saveAndFlush(ballot);
        trail.ballot(by, "forum.ballot-hands", ballot.id(), entry -> entry.with("passed", result.passed()));
        door.changed(id);
        return result;
    }

    private Result close(Ballot ballot, Tally tally, Present present, Instant now) {
        int associations = members.countAssociations();
        boolean people = ballot.voters() == Voters.PEOPLE;
        int entitled = switch (ballot.base()) {
            case PRESENT -> people ? present.voters() : present.associations();
            case ALL -> people ? polling.voters() : associations;
        };
        QuorumRule rule = quorum(ballot.session());
        return ballot.close(
                tally,
                entitled,
                present.people(),
                present.associations(),
                rule == null ? null : rule.needed(associations),
                now);
    }

    private @Nullable QuorumRule quorum(SessionId session) {
        return QuorumRule.stored(jdbc.sql("SELECT quorum FROM forum_session WHERE id = :id")
                .param("id", session.value())
                .query((row, _) -> Optional.ofNullable(row.getString("quorum")))
                .single()
                .orElse(null));
    }

    @Override
    @Transactional(readOnly = true)
    public List<BallotLine> of(Asker asker, String code) {
        return reads.of(asker, code);
    }

    @Override
    @Transactional(readOnly = true)
    public List<NamedVote> votes(Asker asker, BallotId ballot) {
        return reads.votes(asker, ballot);
    }
}
