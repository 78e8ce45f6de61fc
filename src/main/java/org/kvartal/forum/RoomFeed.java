package org.kvartal.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.Room.QuorumLine;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.live.Live.Listening;
import org.kvartal.membership.MemberId;

/**
 * The room as those see it who take part: for who belongs to the house. A node reads each change once, however many look at it, and hands everybody what is theirs.
 *
 * @see "Decision record 0107, the room is run from the database"
 */
public interface RoomFeed {

    /** The room now; empty for who may not see it, and of a session that was never begun. */
    Optional<RoomPage> page(Asker asker, String code);

    /**
     * Hands over the room after each change. The watcher is called on a thread of this module and must hand its work on quickly; whoever may not see the room any more hears
     * nothing.
     *
     * @return ends the watching; closing it twice does nothing
     */
    Listening watch(Asker asker, SessionId session, Consumer<RoomPage> show);

    /**
     * What the current item looks back at, where it is the minutes of an earlier session: what came out of that one, and how it stands now, as everybody who belongs to the
     * house may read it. However many ask in the same moment, it is read once. Empty for who may not see the room.
     */
    Optional<LookBack> lookBack(Asker asker, SessionId session, Language language);

    /**
     * @param now what time it is in the room
     * @param current null while none is spoken of, or it is none of the asker's
     * @param hidden whether something is spoken of that the asker may not see
     * @param next what comes then, null for nothing
     * @param ballot the vote that is open, or the last one on the current item; null for none
     * @param outcomes of the current item
     * @param mine what concerns the asker
     * @param reading rises with each reading of this node
     */
    record RoomPage(
            SessionCard session,
            boolean paper,
            Instant now,
            @Nullable RoomItem current,
            boolean hidden,
            @Nullable RoomItem next,
            int people,
            int associations,
            int remote,
            @Nullable QuorumLine quorum,
            List<HandLine> hands,
            @Nullable BallotLine ballot,
            List<OutcomeLine> outcomes,
            Mine mine,
            boolean mayFacilitate,
            long reading) {

        /** Whether this was read before the other: what a page has read itself is not put back by news that were read earlier. */
        public boolean olderThan(@Nullable RoomPage other) {
            return other != null && other.session.id().equals(session.id()) && reading < other.reading;
        }

        public RoomPage {
            hands = List.copyOf(hands);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * What concerns whoever looks.
     *
     * @param remote whether they may be there from afar: they did not come in by what stands on the wall
     * @param onBehalfOf the association that they are there for, null for themselves
     * @param place in the list of those who want to speak, 1 for the next; 0 where they do not
     * @param voted whether their vote, or that of their association, was given
     * @param choice what they voted; null where they did not, and of a secret vote
     * @param byOther whether somebody else has voted for their association
     * @param mayVote whether the vote that is open takes theirs: of people who belong to the house not through partners alone, of associations who is there for one
     */
    record Mine(
            boolean there,
            boolean remote,
            @Nullable MemberId onBehalfOf,
            int place,
            boolean speaking,
            boolean voted,
            @Nullable Choice choice,
            boolean byOther,
            boolean mayVote) {}
}
