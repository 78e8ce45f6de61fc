package org.kvartal.forum.domain;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Role;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.Majority;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Presence.Proof;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.RoomFeed;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;

/** The same house, whose next session may begin. */
@SuppressWarnings("NullAway.Init") // the session is set by whoever lets it begin
abstract class RoomHouse extends ForumHouse {

    @Autowired
    Room room;

    @Autowired
    Presence presence;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Ballots ballots;

    @Autowired
    MinutesDesk minutes;

    @Autowired
    RoomFeed feed;

    SessionId running;
    String code;
    ItemId looms;
    ItemId kiln;

    /** Two matters stand on the agenda, behind what stands there every time; the session has begun. */
    void theSessionBegins() {
        looms = proposed("A hall for looms");
        kiln = proposed("A kiln for potters");
        schedule(looms);
        schedule(kiln);
        SessionCard open = opened(false);
        running = open.id();
        code = open.code();
        clock.turn(Duration.between(clock.instant(), open.startsAt()));
        room.start(facilitator, running, open.version());
    }

    DeskPage roomDesk() {
        return room.desk(facilitator, code).orElseThrow();
    }

    /** What is spoken of now. */
    @Nullable ItemId current() {
        var current = roomDesk().current();
        return current == null ? null : current.line().id();
    }

    void take(ItemId item) {
        room.take(facilitator, running, current(), item);
    }

    Proof.Picture picture() {
        String path = presence.codes(facilitator, running).path();
        return new Proof.Picture(path.substring(path.indexOf('=') + 1));
    }

    void comes(Asker person) {
        presence.checkIn(person, running, picture(), null);
    }

    void comes(Asker person, MemberId association) {
        presence.checkIn(person, running, picture(), association);
    }

    Asker visitor(String name) {
        return person(name, Role.MEMBER);
    }

    MemberCard association(String name) {
        return belonging.member(MemberKind.ASSOCIATION, name, null);
    }

    Asker delegate(MemberCard association) {
        Asker person = visitor("Delegate");
        belonging.mandate(association, person.requirePerson(), RepresentationKind.DELEGATE);
        return person;
    }

    OutcomeId noted(OutcomeKind kind, ItemId item, String text) {
        OutcomeId id = OutcomeId.next();
        outcomes.add(facilitator, new NewOutcome(id, item, kind, OutcomeContent.words(text, Language.EN)));
        return id;
    }

    OutcomeId task(ItemId item, Asker whose, String text) {
        OutcomeId id = OutcomeId.next();
        outcomes.add(
                facilitator,
                new NewOutcome(
                        id,
                        item,
                        OutcomeKind.TASK,
                        new OutcomeContent(text, Language.EN, whose.requirePerson(), null, null)));
        return id;
    }

    BallotId asked(Voters voters, Majority majority, boolean secret) {
        BallotId id = BallotId.next();
        ballots.open(facilitator, ballot(id, voters, majority, secret));
        return id;
    }

    NewBallot ballot(BallotId id, Voters voters, Majority majority, boolean secret) {
        return new NewBallot(
                id,
                Objects.requireNonNull(current()),
                "Shall we?",
                Language.EN,
                majority,
                voters,
                Base.PRESENT,
                secret);
    }

    /** Closes the session; everything that was read back is confirmed, what is left is deferred. */
    void closes() {
        room.close(
                facilitator,
                running,
                confirmed(outcomes.of(facilitator, code).stream()
                        .map(Outcomes.OutcomeLine::id)
                        .toList()),
                Room.Carrying.DUPLICATE);
    }

    static Map<OutcomeId, Boolean> confirmed(List<OutcomeId> ids) {
        Map<OutcomeId, Boolean> readBack = new HashMap<>();
        ids.forEach(id -> readBack.put(id, true));
        return readBack;
    }
}
