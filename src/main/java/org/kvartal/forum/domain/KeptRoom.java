package org.kvartal.forum.domain;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.BodyId;
import org.springframework.stereotype.Component;

/** How a session is run: hands each act on to where it is done. */
@Component
class KeptRoom implements Room {

    private final RoomTimes times;
    private final Reopenings reopenings;
    private final RoomCourse course;
    private final RoomNotes notes;
    private final DeskReads desks;

    KeptRoom(RoomTimes times, Reopenings reopenings, RoomCourse course, RoomNotes notes, DeskReads desks) {
        this.times = times;
        this.reopenings = reopenings;
        this.course = course;
        this.notes = notes;
        this.desks = desks;
    }

    @Override
    public void start(Asker by, SessionId session, long version) {
        times.start(by, session, version);
    }

    @Override
    public void callBack(Asker by, SessionId session) {
        times.callBack(by, session);
    }

    @Override
    public String enterFromPaper(Asker by, NewSession session) {
        return times.enterFromPaper(by, session);
    }

    @Override
    public void enterFromPaper(Asker by, SessionId session, long version) {
        times.enterFromPaper(by, session, version);
    }

    @Override
    public void turnClock(Asker by, SessionId session, LocalDateTime time) {
        times.turnClock(by, session, time);
    }

    @Override
    public void take(Asker by, SessionId session, @Nullable ItemId seen, ItemId item) {
        course.take(by, session, seen, item);
    }

    @Override
    public void next(Asker by, SessionId session, @Nullable ItemId seen) {
        course.next(by, session, seen);
    }

    @Override
    public void previous(Asker by, SessionId session, @Nullable ItemId seen) {
        course.previous(by, session, seen);
    }

    @Override
    public void pause(Asker by, SessionId session) {
        course.pause(by, session);
    }

    @Override
    public void resume(Asker by, SessionId session) {
        course.resume(by, session);
    }

    @Override
    public void done(Asker by, ItemId item) {
        course.done(by, item);
    }

    @Override
    public ItemId defer(Asker by, ItemId item, Carrying carrying) {
        return course.defer(by, item, carrying);
    }

    @Override
    public void refer(Asker by, ItemId item, BodyId body) {
        course.refer(by, item, body);
    }

    @Override
    public void drop(Asker by, ItemId item, String reason) {
        course.drop(by, item, reason);
    }

    @Override
    public void note(Asker by, ItemId item, String text) {
        notes.keep(by, item, text);
    }

    @Override
    public String note(Asker asker, ItemId item) {
        return notes.of(asker, item);
    }

    @Override
    public void quorum(Asker by, SessionId session, @Nullable QuorumRule rule, boolean always) {
        times.quorum(by, session, rule, always);
    }

    @Override
    public void close(Asker by, SessionId session, Map<OutcomeId, ReadBack> readBack, @Nullable Carrying rest) {
        times.close(by, session, readBack, rest);
    }

    @Override
    public void askReopening(Asker by, SessionId session, String reason) {
        reopenings.ask(by, session, reason);
    }

    @Override
    public void agreeReopening(Asker by, SessionId session) {
        reopenings.agree(by, session);
    }

    @Override
    public void refuseReopening(Asker by, SessionId session, String reason) {
        reopenings.refuse(by, session, reason);
    }

    @Override
    public void withdrawReopening(Asker by, SessionId session) {
        reopenings.withdraw(by, session);
    }

    @Override
    public Optional<DeskPage> desk(Asker asker, String code) {
        return desks.of(asker, code);
    }
}
