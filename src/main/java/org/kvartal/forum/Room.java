package org.kvartal.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.BodyId;

/**
 * How a session is run, by whoever facilitates it: what is spoken of, for how long, and what becomes of each item. Everything stands in the database at once: a
 * facilitator whose browser dies goes on in another one.
 *
 * <p>A session that was held without the house is entered afterwards by the same acts, from what was written by hand; its clock then shows the time that
 * whoever enters it has set.
 *
 * @see "Decision record 0107, the room is run from the database"
 */
public interface Room {

    /** How long before its time a session may begin. */
    Duration MOST_EARLY = Duration.ofHours(12);

    /** The most characters of a note that somebody keeps for themselves. */
    int NOTE_LENGTH = 20_000;

    /**
     * Begins a session that is open.
     *
     * @throws org.kvartal.kernel.Refused if it begins later than in twelve hours, or was changed meanwhile
     */
    void start(Asker by, SessionId session, long version);

    /**
     * Takes the beginning back.
     *
     * @throws org.kvartal.kernel.Refused if somebody has come, something was decided, or an item is settled
     */
    void callBack(Asker by, SessionId session);

    /**
     * Sets up a session that has been held already, to be entered from paper; its agenda is arranged and it is opened as any other, and nobody is invited. The same id
     * again is the same session.
     *
     * @return its code
     * @throws org.kvartal.kernel.Refused as {@link Convening#plan}, and at {@code starts} if that is not over yet
     */
    String enterFromPaper(Asker by, NewSession session);

    /**
     * Enters a session from paper whose time is over and that was never opened: it was held all the same. It is opened as any other then, and nobody is invited.
     *
     * @throws org.kvartal.kernel.Refused if it was opened or cancelled, or is not over yet
     */
    void enterFromPaper(Asker by, SessionId session, long version);

    /**
     * Says what time it was, by the clock of the session's zone; what is entered from now on happened then.
     *
     * @throws org.kvartal.kernel.Refused at {@code time} if it is before what was entered last or has not come yet; without a field of a session that is not entered
     *     from paper
     */
    void turnClock(Asker by, SessionId session, LocalDateTime time);

    /**
     * Makes an item the one that is spoken of. The one before waits again.
     *
     * @param seen the one that was current on the page, null for none
     * @throws org.kvartal.kernel.Refused if somebody went on meanwhile, or a vote is open
     */
    void take(Asker by, SessionId session, @Nullable ItemId seen, ItemId item);

    /** Settles the current item as done and goes on to the next one that waits, if any. */
    void next(Asker by, SessionId session, @Nullable ItemId seen);

    /** Goes back to the item that stands before the current one on the agenda. */
    void previous(Asker by, SessionId session, @Nullable ItemId seen);

    /** Stops the clock of the current item. */
    void pause(Asker by, SessionId session);

    /** Lets the clock of the current item go on. */
    void resume(Asker by, SessionId session);

    /** Settles an item: it is done. */
    void done(Asker by, ItemId item);

    /**
     * Settles an item for now: it goes on in the next session of the series, or waits in the backlog. What stands on each agenda is left out instead.
     *
     * @return the item in which it goes on
     */
    ItemId defer(Asker by, ItemId item, Carrying carrying);

    /**
     * Settles an item: a body goes on with it. That is an outcome, too, which is read back at the close.
     *
     * @throws org.kvartal.kernel.Refused at {@code body} if it is not open
     */
    void refer(Asker by, ItemId item, BodyId body);

    /**
     * Settles an item without speaking of it.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void drop(Asker by, ItemId item, String reason);

    /** Keeps what the asker wrote to an item for themselves; nobody else ever sees it. */
    void note(Asker by, ItemId item, String text);

    /** What the asker keeps of an item for themselves, empty for nothing. */
    String note(Asker asker, ItemId item);

    /**
     * Says how many associations must be there.
     *
     * @param rule null for any number
     * @param always whether later sessions of the series begin with it
     * @throws org.kvartal.kernel.Refused if the session is over, or a vote is open
     */
    void quorum(Asker by, SessionId session, @Nullable QuorumRule rule, boolean always);

    /**
     * Closes a session after its outcomes were read back. What the room confirmed begins at once, everything else is struck. The current item is done, what stands on each
     * agenda and nobody came to is left out. Minutes are drafted, and whoever proposed an item hears what became of it.
     *
     * @param readBack every outcome that was read back, as it read then, and whether the room confirmed it
     * @param rest how items that are not settled go on; null where there is none
     * @throws org.kvartal.kernel.Refused if a vote is open, items are not settled and nothing is said about them, or outcomes were written down, reworded or struck
     *     since they were read back
     */
    void close(Asker by, SessionId session, Map<OutcomeId, ReadBack> readBack, @Nullable Carrying rest);

    /**
     * Asks that a closed session goes on; somebody else has to agree.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}; without a field once its minutes are approved
     */
    void askReopening(Asker by, SessionId session, String reason);

    /**
     * Agrees that a closed session goes on: an officer who has not asked for it.
     *
     * @throws org.kvartal.kernel.Forbidden for whoever asked
     */
    void agreeReopening(Asker by, SessionId session);

    /**
     * Says no to the wish that a closed session goes on: an officer. Whoever asked is told why.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}; without a field where nobody asks for it
     */
    void refuseReopening(Asker by, SessionId session, String reason);

    /**
     * Takes the wish back that a closed session goes on.
     *
     * @throws org.kvartal.kernel.Forbidden unless the asker has it
     */
    void withdrawReopening(Asker by, SessionId session);

    /** A session as its desk shows it, for whoever facilitates it. */
    Optional<DeskPage> desk(Asker asker, String code);

    /**
     * What the room said to an outcome that was read to it.
     *
     * @param version of the words that were read
     */
    record ReadBack(long version, boolean confirmed) {}

    /** How an item goes on in another session. */
    enum Carrying {
        /** Its outcomes go along, and are read back there. */
        MOVE,
        /** Its outcomes stay, and the item begins anew. */
        DUPLICATE
    }

    /**
     * An item while the session runs.
     *
     * @param spent how long it has been spoken of, in seconds, without what runs now
     * @param runningSince since when its clock goes, null while it stands
     * @param about the code of the session whose minutes it is about, null for none
     * @param standing whether it stands on each agenda of its series, and so is never deferred
     */
    record RoomItem(
            Agenda.ItemLine line,
            long spent,
            @Nullable Instant runningSince,
            @Nullable String about,
            boolean standing) {

        /** How long it has been spoken of at that moment, in seconds. */
        public long seconds(Instant now) {
            return spent
                    + (runningSince == null ? 0 : Math.max(0, now.getEpochSecond() - runningSince.getEpochSecond()));
        }
    }

    /**
     * Whether enough are there.
     *
     * @param needed how many associations must be there
     */
    record QuorumLine(QuorumRule rule, int needed, int present) {

        public boolean met() {
            return present >= needed;
        }
    }

    /**
     * A session as the desk shows it.
     *
     * @param now what time it is in the room
     * @param current null while none is spoken of
     * @param reopening a wish to go on, null for none
     * @param mayAgree whether the asker may agree to it
     * @param mayRefuse whether the asker may refuse it
     * @param mayWithdraw whether it is the asker's own
     * @param next the code of the session in which deferred items go on, null for the backlog
     */
    record DeskPage(
            SessionCard session,
            boolean paper,
            Instant now,
            @Nullable Instant begunAt,
            @Nullable Instant closedAt,
            List<RoomItem> items,
            @Nullable RoomItem current,
            List<Outcomes.OutcomeLine> outcomes,
            List<Ballots.BallotLine> ballots,
            Presence.Attendance attendance,
            List<Presence.HandLine> hands,
            @Nullable QuorumLine quorum,
            @Nullable String reopening,
            boolean mayAgree,
            boolean mayRefuse,
            boolean mayWithdraw,
            boolean mayCallBack,
            @Nullable String next) {

        public DeskPage {
            items = List.copyOf(items);
            outcomes = List.copyOf(outcomes);
            ballots = List.copyOf(ballots);
            hands = List.copyOf(hands);
        }
    }
}
