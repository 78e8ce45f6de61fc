package org.kvartal.forum;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;

/**
 * Votes of the room. Whoever is there may vote, and each counts once. The figures of a vote are those of the moment in which it is closed; whoever has voted counts as
 * present even if they have left since.
 *
 * @see "Decision record 0108, what a secret vote hides, and from whom"
 */
public interface Ballots {

    int QUESTION_LENGTH = 400;

    /**
     * Opens a vote on the item that is spoken of. The same id again is the same vote, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code question}; without a field if another one is open, or nothing is spoken of
     */
    void open(Asker by, NewBallot ballot);

    /**
     * Votes; in a named vote a later choice replaces an earlier one of the same person.
     *
     * @param onBehalfOf the association that is voted for, in a vote of associations and nowhere else
     * @throws org.kvartal.kernel.Refused if the asker is not there, the vote is not open, somebody else has voted for the association, or a secret vote was given already
     * @throws org.kvartal.kernel.Forbidden for an association without a mandate that runs now
     */
    void vote(Asker by, BallotId ballot, @Nullable MemberId onBehalfOf, Choice choice);

    /** Closes a vote and says what it came to. */
    Result close(Asker by, BallotId ballot);

    /** Takes a vote back that is open: it counts for nothing. */
    void withdraw(Asker by, BallotId ballot);

    /**
     * Writes down a vote by hands: opened, counted and closed.
     *
     * @throws org.kvartal.kernel.Refused at {@code question}, {@code yes}, {@code no} or {@code abstained}
     */
    Result hands(Asker by, NewBallot ballot, Tally tally);

    /** The votes of a session, the first one first, for those who belong to the house. */
    List<BallotLine> of(Asker asker, String code);

    /**
     * Who voted how in a named vote, as a table for a spreadsheet: for those who belong to the house, once it is closed.
     *
     * @throws org.kvartal.kernel.NotFound of a secret one, and of one by hands
     */
    List<NamedVote> votes(Asker asker, BallotId ballot);

    /** Stored by name: names stay. */
    enum Choice {
        YES,
        NO,
        ABSTAIN
    }

    /** Who has a vote each. Stored by name: names stay. */
    enum Voters {
        PEOPLE,
        ASSOCIATIONS
    }

    /** Of whom a majority is needed. Stored by name: names stay. */
    enum Base {
        PRESENT,
        /** All who belong to the house. */
        ALL
    }

    enum State {
        OPEN,
        CLOSED,
        WITHDRAWN
    }

    /** @param question in the language of whoever asks */
    record NewBallot(
            BallotId id,
            ItemId item,
            String question,
            Language language,
            Majority majority,
            Voters voters,
            Base base,
            boolean secret) {}

    record Tally(int yes, int no, int abstained) {

        public int cast() {
            return yes + no + abstained;
        }
    }

    /**
     * What a vote came to.
     *
     * @param entitled how many count for the majority
     * @param quorum how many associations had to be there, null for any number
     */
    record Result(
            Majority majority,
            Voters voters,
            Base base,
            Tally tally,
            int entitled,
            int presentPeople,
            int presentAssociations,
            @Nullable Integer quorum) {

        public boolean quorate() {
            return quorum == null || presentAssociations >= quorum;
        }

        public boolean passed() {
            return quorate() && majority.reached(tally.yes(), tally.no(), entitled);
        }
    }

    /**
     * A vote as pages show it.
     *
     * @param cast how many have voted
     * @param result null until it is closed
     */
    record BallotLine(
            BallotId id,
            ItemId item,
            String question,
            Language language,
            Majority majority,
            Voters voters,
            Base base,
            boolean secret,
            boolean byHands,
            State state,
            Instant opened,
            @Nullable Instant closed,
            int cast,
            @Nullable Result result) {}

    record NamedVote(PersonCard person, @Nullable MemberCard onBehalfOf, Choice choice, Instant at) {}
}
