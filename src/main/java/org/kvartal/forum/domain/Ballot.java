package org.kvartal.forum.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.Majority;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** A vote of the room. Votes themselves are rows beside it; its figures are those of the moment in which it was closed. */
@Entity
@Table(name = "ballot")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Ballot {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID session;

    @Column(updatable = false)
    private UUID item;

    @Column(updatable = false)
    private String question;

    @Column(updatable = false)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Majority majority;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Voters voters;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Base base;

    @Column(updatable = false)
    private boolean secret;

    @Column(updatable = false)
    private boolean byHands;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private Instant openedAt;

    private @Nullable Instant closedAt;
    private int yes;
    private int no;
    private int abstained;
    private int entitled;
    private int presentPeople;
    private int presentAssociations;
    private @Nullable Integer quorum;
    private @Nullable Boolean passed;

    @SuppressWarnings("NullAway.Init")
    protected Ballot() {}

    @SuppressWarnings("NullAway.Init")
    private Ballot(NewBallot wish, SessionId session, boolean byHands, Instant now) {
        id = wish.id().value();
        this.session = session.value();
        item = wish.item().value();
        question = Typed.requiredBlock("question", wish.question(), Ballots.QUESTION_LENGTH);
        language = wish.language().code();
        majority = wish.majority();
        voters = wish.voters();
        base = wish.base();
        secret = wish.secret() && !byHands;
        this.byHands = byHands;
        state = State.OPEN;
        openedAt = now;
    }

    static Ballot open(NewBallot wish, SessionId session, Instant now) {
        return new Ballot(wish, session, false, now);
    }

    static Ballot hands(NewBallot wish, SessionId session, Instant now) {
        return new Ballot(wish, session, true, now);
    }

    /**
     * @param count what the rows beside it say
     * @param entitled how many count for the majority, by its {@link Base}
     */
    Result close(Tally count, int entitled, int people, int associations, @Nullable Integer needed, Instant now) {
        requireOpen();
        Result result = new Result(majority, voters, base, count, entitled, people, associations, needed);
        state = State.CLOSED;
        closedAt = now;
        yes = count.yes();
        no = count.no();
        abstained = count.abstained();
        this.entitled = entitled;
        presentPeople = people;
        presentAssociations = associations;
        quorum = needed;
        passed = result.passed();
        return result;
    }

    void withdraw(Instant now) {
        requireOpen();
        state = State.WITHDRAWN;
        closedAt = now;
    }

    void requireOpen() {
        if (state != State.OPEN) {
            throw Refused.because("forum.refused.ballot-closed");
        }
    }

    BallotId id() {
        return new BallotId(id);
    }

    SessionId session() {
        return new SessionId(session);
    }

    ItemId item() {
        return new ItemId(item);
    }

    Voters voters() {
        return voters;
    }

    Base base() {
        return base;
    }

    boolean secret() {
        return secret;
    }

    Result result() {
        return new Result(
                majority,
                voters,
                base,
                new Tally(yes, no, abstained),
                entitled,
                presentPeople,
                presentAssociations,
                quorum);
    }
}
