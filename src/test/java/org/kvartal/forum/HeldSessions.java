package org.kvartal.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyType;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions that are held now, or were. */
@TestConfiguration(proxyBeanMethods = false)
public class HeldSessions {

    private static final Asker HOUSE = Asker.house("test");

    private final Convening convening;
    private final Agenda agenda;
    private final Room room;
    private final Presence presence;
    private final Outcomes outcomes;
    private final Ballots ballots;
    private final MinutesDesk minutes;
    private final Bodies bodies;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldSessions(
            Convening convening,
            Agenda agenda,
            Room room,
            Presence presence,
            Outcomes outcomes,
            Ballots ballots,
            MinutesDesk minutes,
            Bodies bodies,
            JdbcClient jdbc,
            Clock clock) {
        this.convening = convening;
        this.agenda = agenda;
        this.room = room;
        this.presence = presence;
        this.outcomes = outcomes;
        this.ballots = ballots;
        this.minutes = minutes;
        this.bodies = bodies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param item the first one on its agenda */
    public record Held(SessionId id, String code, ItemId item) {}

    /** Its time has come. */
    public Held due() {
        return opened(convening.plan(HOUSE, wish(clock.instant().plus(Duration.ofHours(1)))));
    }

    private static NewSession wish(Instant starts) {
        return new NewSession(
                SessionId.next(),
                LocalizedText.of(Language.EN, "Forum"),
                LocalDateTime.ofInstant(starts, Forums.SOFIA),
                Forums.SOFIA,
                60,
                Forums.HALL,
                null);
    }

    /** It was held without the house, and is being entered. */
    public Held fromPaper() {
        Held held = opened(room.enterFromPaper(HOUSE, wish(clock.instant().minus(Duration.ofDays(9)))));
        room.start(HOUSE, held.id(), desk(held.code()).session().version());
        return held;
    }

    /** A draft that nobody opened before its time was over. */
    public Held pastDraft() {
        NewSession wish = wish(clock.instant().plus(Duration.ofHours(1)));
        String code = convening.plan(HOUSE, wish);
        jdbc.sql(
                        "UPDATE forum_session SET starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days',"
                                + " starts = starts - interval '9 days', items_until = items_until - 9 WHERE id = ?")
                .param(wish.id().value())
                .update();
        return new Held(wish.id(), code, ItemId.next());
    }

    private Held opened(String code) {
        AgendaDesk desk = agenda.desk(HOUSE, code).orElseThrow();
        ItemId item = ItemId.next();
        agenda.add(
                HOUSE,
                desk.session().id(),
                desk.agendaVersion(),
                desk.parts().getFirst().id(),
                new AddedItem(Forums.item(item, null, "A hall for looms"), ItemVisibility.COMMON, null));
        convening.open(HOUSE, desk.session().id(), desk(code).session().version(), false);
        return new Held(desk.session().id(), code, item);
    }

    /** Its first item is spoken of. */
    public Held running() {
        Held due = due();
        room.start(HOUSE, due.id(), desk(due.code()).session().version());
        room.next(HOUSE, due.id(), null);
        return due;
    }

    /** It is closed, and its minutes are drafted. */
    public Held closed() {
        Held running = running();
        room.close(HOUSE, running.id(), Map.of(), Carrying.DUPLICATE);
        return running;
    }

    /** Those who were there may suggest other words. */
    public Held inReview() {
        Held closed = closed();
        minutes.review(HOUSE, closed.id());
        return closed;
    }

    /** The days of reading are over. */
    public Held read() {
        Held inReview = inReview();
        jdbc.sql("UPDATE minutes_edition SET review_until = 'epoch' WHERE session = ?")
                .param(inReview.id().value())
                .update();
        return inReview;
    }

    public DeskPage desk(String code) {
        return room.desk(HOUSE, code).orElseThrow();
    }

    public Presence.Proof.Picture picture(Held held) {
        String path = presence.codes(HOUSE, held.id()).path();
        return new Presence.Proof.Picture(path.substring(path.indexOf('=') + 1));
    }

    public BallotId asked(Held held, Voters voters) {
        BallotId id = BallotId.next();
        ballots.open(HOUSE, ballot(id, held, voters));
        return id;
    }

    public static NewBallot ballot(BallotId id, Held held, Voters voters) {
        return new NewBallot(id, held.item(), "Shall we?", Language.EN, Majority.SIMPLE, voters, Base.PRESENT, false);
    }

    public AttendanceId guest(Held held) {
        presence.enterGuest(HOUSE, held.id(), "Ivan");
        return desk(held.code()).attendance().lines().getFirst().id();
    }

    public BodyId body() {
        BodyId id = BodyId.next();
        bodies.open(
                HOUSE,
                new NewBody(
                        id,
                        "body-" + id,
                        BodyType.INITIATIVE_GROUP,
                        LocalizedText.of(Language.EN, "Weavers at work"),
                        null,
                        null,
                        1));
        return id;
    }

    /** Somebody has it since a session was closed. */
    public OutcomeId task(PersonId whose) {
        return confirmed(running(), OutcomeKind.TASK, taskOf(whose, "Ask for the key"));
    }

    /** What is spoken of are the minutes of an earlier one. */
    public void looksBack(Held held, Held at) {
        jdbc.sql("UPDATE agenda_item SET about = ? WHERE id = ?")
                .param(at.id().value())
                .param(held.item().value())
                .update();
    }

    /** It is closed; that came out of it, and somebody has it. */
    public Held closed(PersonId whose, String task) {
        Held running = running();
        var _ = confirmed(running, OutcomeKind.TASK, taskOf(whose, task));
        return running;
    }

    /** The room has confirmed it. */
    public OutcomeId need() {
        return confirmed(running(), OutcomeKind.NEED, OutcomeContent.words("There is no kiln", Language.EN));
    }

    private static OutcomeContent taskOf(PersonId whose, String task) {
        return new OutcomeContent(task, Language.EN, whose, null, null);
    }

    /** Writes it down, reads it back and closes. */
    private OutcomeId confirmed(Held running, OutcomeKind kind, OutcomeContent content) {
        OutcomeId id = OutcomeId.next();
        outcomes.add(HOUSE, new NewOutcome(id, running.item(), kind, content));
        room.close(HOUSE, running.id(), Map.of(id, new ReadBack(0, true)), Carrying.DUPLICATE);
        return id;
    }

    /** The first that came out of it. */
    public OutcomeId outcome(Held held) {
        return outcomes.of(HOUSE, held.code()).getFirst().id();
    }

    public OutcomeId noted(Held held) {
        OutcomeId id = OutcomeId.next();
        outcomes.add(
                HOUSE,
                new NewOutcome(id, held.item(), OutcomeKind.DECISION, OutcomeContent.words("We rent it", Language.EN)));
        return id;
    }
}
