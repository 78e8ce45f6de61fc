package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Presence.CameBy;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.Room.QuorumLine;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.RoomFeed.Mine;
import org.kvartal.forum.RoomFeed.RoomPage;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;

/**
 * A room as it stood at one moment, for everybody who looks at it on this node; each gets what is theirs without another question to the database.
 *
 * @param paperAt what time it is by what was written by hand; null for now
 * @param reading rises with each reading of this node
 * @param votes who has voted on the ballot, as far as the house knows
 */
record RoomSnapshot(
        SessionCard session,
        @Nullable Instant paperAt,
        List<RoomItem> items,
        Map<PersonId, AttendanceLine> present,
        Attendance attendance,
        @Nullable QuorumLine quorum,
        List<HandLine> hands,
        @Nullable BallotLine ballot,
        Cast votes,
        List<OutcomeLine> outcomes,
        long reading) {

    /** Votes by who gave them; the choice of a secret one nobody knows. */
    record Cast(Map<PersonId, Optional<Choice>> people, Map<MemberId, Given> associations) {}

    record Given(PersonId by, Optional<Choice> choice) {}

    /** @param own whether the person has a vote of their own */
    RoomPage as(PersonId person, boolean facilitates, boolean own, Instant now) {
        RoomItem current = items.stream()
                .filter(item -> item.line().state() == ItemState.CURRENT)
                .findFirst()
                .orElse(null);
        boolean hidden = current != null && !shown(current, facilitates);
        RoomItem seen = hidden ? null : current;
        return new RoomPage(
                session,
                paperAt != null,
                paperAt == null ? now : paperAt,
                seen,
                hidden,
                next(current, facilitates),
                attendance.people(),
                attendance.associations(),
                attendance.remote(),
                quorum,
                hands,
                hidden ? null : ballot,
                outcomes.stream()
                        .filter(one ->
                                seen != null && one.item().equals(seen.line().id()))
                        .toList(),
                mine(person, own),
                facilitates,
                reading);
    }

    private static boolean shown(RoomItem item, boolean facilitates) {
        return facilitates || item.line().visibility() == ItemVisibility.COMMON;
    }

    private @Nullable RoomItem next(@Nullable RoomItem current, boolean facilitates) {
        int at = current == null ? -1 : items.indexOf(current);
        return items.subList(at + 1, items.size()).stream()
                .filter(item -> item.line().state() == ItemState.SCHEDULED && shown(item, facilitates))
                .findFirst()
                .orElse(null);
    }

    private Mine mine(PersonId person, boolean ownVote) {
        AttendanceLine line = present.get(person);
        if (line == null) {
            return new Mine(false, false, null, 0, false, false, null, false, false);
        }
        MemberCard card = line.onBehalfOf();
        MemberId association = card == null ? null : card.id();
        int place = 0;
        boolean speaking = false;
        int waiting = 0;
        for (HandLine hand : hands) {
            waiting += hand.speaking() ? 0 : 1;
            if (hand.person().id().equals(person)) {
                speaking |= hand.speaking();
                place = hand.speaking() ? place : waiting;
            }
        }
        boolean there = line.left() == null;
        boolean remote = there && line.way() != CameBy.QR && line.way() != CameBy.NUMBER;
        BallotLine asked = ballot;
        if (asked == null || asked.state() != State.OPEN) {
            return new Mine(there, remote, association, place, speaking, false, null, false, false);
        }
        Given given = asked.voters() == Voters.ASSOCIATIONS
                ? association == null ? null : votes.associations().get(association)
                : votes.people().containsKey(person)
                        ? new Given(person, votes.people().get(person))
                        : null;
        boolean own = given != null && given.by().equals(person);
        return new Mine(
                there,
                remote,
                association,
                place,
                speaking,
                given != null,
                given == null || !own ? null : given.choice().orElse(null),
                given != null && !own,
                asked.voters() == Voters.PEOPLE ? ownVote : card != null && card.kind() == MemberKind.ASSOCIATION);
    }
}
