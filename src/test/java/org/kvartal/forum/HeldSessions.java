package org.kvartal.forum;

import java.time.Clock;
import java.time.Duration;
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
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.boot.test.context.TestConfiguration;

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
    private final Clock clock;

    HeldSessions(
            Convening convening,
            Agenda agenda,
            Room room,
            Presence presence,
            Outcomes outcomes,
            Ballots ballots,
            MinutesDesk minutes,
            Clock clock) {
        this.convening = convening;
        this.agenda = agenda;
        this.room = room;
        this.presence = presence;
        this.outcomes = outcomes;
        this.ballots = ballots;
        this.minutes = minutes;
        this.clock = clock;
    }

    /** @param item the first one on its agenda */
    public record Held(SessionId id, String code, ItemId item) {}

    /** Its time has come. */
    public Held due() {
        String code = convening.plan(
                HOUSE,
                new NewSession(
                        SessionId.next(),
                        LocalizedText.of(Language.EN, "Forum"),
                        LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(1)), Forums.SOFIA),
                        Forums.SOFIA,
                        60,
                        Forums.HALL,
                        null));
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

    public OutcomeId noted(Held held) {
        OutcomeId id = OutcomeId.next();
        outcomes.add(
                HOUSE,
                new NewOutcome(id, held.item(), OutcomeKind.DECISION, OutcomeContent.words("We rent it", Language.EN)));
        return id;
    }
}
