package org.kvartal.forum.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Forums;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.Majority;
import org.kvartal.forum.OutcomeConfirmed;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.SessionClosed;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.testing.SqlCounter;
import org.kvartal.trace.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A facilitator runs a session from its beginning to its close; nothing but what the room confirmed gets out of it. */
@RecordApplicationEvents
class RoomModuleTests extends RoomHouse {

    @Autowired
    Trace trace;

    @Autowired
    ApplicationEvents events;

    @Test
    void oneItemIsSpokenOfAtATimeAndItsClockStandsInTheDatabase() {
        theSessionBegins();
        room.next(facilitator, running, null);
        room.next(facilitator, running, current());

        assertThat(current()).isEqualTo(looms);
        clock.turn(Duration.ofMinutes(7));
        room.pause(facilitator, running);
        clock.turn(Duration.ofMinutes(30));
        room.resume(facilitator, running);
        clock.turn(Duration.ofMinutes(2));

        RoomItem item =
                requireNonNull(room.desk(officer, code).orElseThrow().current(), "another browser sees the same");
        assertThat(item.seconds(clock.instant())).isBetween(9 * 60L, 9 * 60L + 20);
        room.previous(facilitator, running, looms);
        assertThat(roomDesk().items().stream().filter(one -> one.line().state() == ItemState.CURRENT))
                .hasSize(1);
        assertThat(item(looms).state()).isEqualTo(ItemState.SCHEDULED);
    }

    @Test
    void twoFacilitatorsWhoPressNextAtOnceGoOneStep() throws Exception {
        theSessionBegins();
        room.next(facilitator, running, null);
        ItemId seen = current();

        var pressed = atOnce(6, () -> {
            try {
                room.next(facilitator, running, seen);
                return true;
            } catch (Refused wentOn) {
                return false;
            }
        });

        int done = 0;
        for (var press : pressed) {
            done += press.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(current()).isEqualTo(looms);
    }

    @Test
    void theBeginningIsTakenBackAsLongAsNothingHasHappened() {
        theSessionBegins();
        room.next(facilitator, running, null);
        room.callBack(facilitator, running);
        assertThat(session().state()).isEqualTo(SessionState.OPEN);
        assertThat(item(looms).state()).isEqualTo(ItemState.SCHEDULED);

        room.start(facilitator, running, session().version());
        comes(visitor("Vera"));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.callBack(facilitator, running));
        assertThat(roomDesk().mayCallBack()).isFalse();
    }

    @Test
    void aSessionDoesNotBeginDaysBeforeItsTime() {
        schedule(proposed("A hall for looms"));
        SessionCard open = opened(false);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.start(facilitator, open.id(), open.version()));
    }

    @Test
    void onlyWhoFacilitatesRunsASession() {
        theSessionBegins();
        Asker visitor = visitor("Vera");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> room.next(visitor, running, null));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> room.close(visitor, running, Map.of(), null));
        assertThat(room.desk(visitor, code)).isEmpty();
        assertThat(room.desk(Asker.guest(), code)).isEmpty();
    }

    @Test
    void whatAFacilitatorNotesForThemselvesNobodyElseReads() {
        theSessionBegins();
        room.note(facilitator, looms, "Ask Boris about the roof.");

        assertThat(room.note(facilitator, looms)).isEqualTo("Ask Boris about the roof.");
        assertThat(room.note(officer, looms)).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> room.note(member, looms));
    }

    @Test
    void anItemThatIsDeferredGoesOnInTheNextSessionAndTakesItsOutcomesAlongOrNot() {
        theSessionBegins();
        drafting.settle();
        take(looms);
        OutcomeId goesAlong = noted(OutcomeKind.DECISION, looms, "We rent the hall");
        ItemId moved = room.defer(facilitator, looms, Carrying.MOVE);
        take(kiln);
        OutcomeId stays = noted(OutcomeKind.DECISION, kiln, "We build a kiln");
        ItemId again = room.defer(facilitator, kiln, Carrying.DUPLICATE);

        assertThat(item(looms).state()).isEqualTo(ItemState.DEFERRED);
        assertThat(item(moved).state()).isEqualTo(ItemState.SCHEDULED);
        assertThat(item(again).title()).isEqualTo(item(kiln).title());
        assertThat(outcomes.of(facilitator, code)).extracting(OutcomeLine::id).containsExactly(stays);
        String next = requireNonNull(roomDesk().next());
        assertThat(outcomes.of(facilitator, next)).extracting(OutcomeLine::id).containsExactly(goesAlong);
        assertThat(trace.walk(facilitator, looms.traced(), Language.EN)).hasSize(2);
    }

    @Test
    void outcomesHaveNoEffectBeforeTheRoomConfirmsThem() {
        theSessionBegins();
        Asker vera = visitor("Vera");
        take(looms);
        OutcomeId decided = noted(OutcomeKind.DECISION, looms, "We rent the hall");
        OutcomeId task = task(looms, vera, "Ask for the key");
        OutcomeId struck = noted(OutcomeKind.RECOMMENDATION, looms, "The city pays");

        assertThat(owes(vera)).doesNotContain("forum.outcome:" + task);
        assertThat(events.stream(OutcomeConfirmed.class)).isEmpty();
        assertThat(trace.walk(facilitator, looms.traced(), Language.EN)).hasSize(1);

        Map<OutcomeId, ReadBack> readBack = readBack(true);
        readBack.put(struck, new ReadBack(0, false));
        room.close(facilitator, running, readBack, Carrying.DUPLICATE);

        assertThat(owes(vera)).contains("forum.outcome:" + task);
        assertThat(events.stream(OutcomeConfirmed.class).map(OutcomeConfirmed::id))
                .containsExactlyInAnyOrder(decided, task);
        assertThat(events.stream(SessionClosed.class).map(SessionClosed::code)).containsExactly(code);
        assertThat(trace.walk(facilitator, looms.traced(), Language.EN)).hasSize(3);
        assertThat(outcomes.of(vera, code)).extracting(OutcomeLine::id).containsExactly(decided, task);

        outcomes.carriedOut(vera, task, "Here it is.");

        assertThat(owes(vera)).doesNotContain("forum.outcome:" + task);
        var lines = outcomes.of(facilitator, code);
        assertThat(requireNonNull(outcomes.progress(facilitator, lines, Language.EN)
                                .get(task))
                        .settled())
                .isTrue();
    }

    @Test
    void whatWasNotReadBackIsNotSettledBehindTheRoomsBack() {
        theSessionBegins();
        OutcomeId read = noted(OutcomeKind.NOTE, looms, "The roof leaks");
        OutcomeId written = noted(OutcomeKind.DECISION, looms, "We mend it");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        room.close(facilitator, running, Map.of(read, new ReadBack(0, true)), Carrying.DUPLICATE));
        assertThat(outcomes.of(facilitator, code))
                .allSatisfy(line -> assertThat(line.state()).isEqualTo(OutcomeState.LIVE));
        assertThat(outcomes.of(facilitator, code)).extracting(OutcomeLine::id).containsExactly(read, written);
        assertThat(session().state()).isEqualTo(SessionState.IN_PROGRESS);
    }

    @Test
    void aSessionIsNotClosedWhileItemsAreOpenUnlessSomebodySaysHowTheyGoOn() {
        theSessionBegins();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.close(facilitator, running, Map.of(), null))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.items-open"));
        room.close(facilitator, running, Map.of(), Carrying.DUPLICATE);

        assertThat(roomDesk().items())
                .filteredOn(item -> !item.standing())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.line().state()).isEqualTo(ItemState.DEFERRED));
    }

    @Test
    void nothingIsAddedToASessionThatIsClosed() {
        theSessionBegins();
        closes();

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> noted(OutcomeKind.NOTE, looms, "Too late"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.next(facilitator, running, null));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> presence.enterGuest(facilitator, running, "Late Larry"));
    }

    @Test
    void aClosedSessionGoesOnWhereASecondPersonAgrees() {
        theSessionBegins();
        closes();
        room.askReopening(officer, running, "We forgot the kiln.");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> room.agreeReopening(officer, running));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> room.agreeReopening(facilitator, running));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.askReopening(facilitator, running, "Me too."));
        Asker second = person("Second Officer", Role.OFFICER);
        assertThat(owes(second)).contains("forum.reopening:" + running);
        room.agreeReopening(second, running);

        assertThat(session().state()).isEqualTo(SessionState.IN_PROGRESS);
        assertThat(owes(second)).doesNotContain("forum.reopening:" + running);
        closes();
        assertThat(minutes.find(facilitator, code, null)).isPresent();
    }

    @Test
    void theNextSessionBeginsWithTheLastMinutes() {
        theSessionBegins();
        drafting.settle();
        noted(OutcomeKind.DECISION, looms, "We rent the hall");
        closes();

        SessionCard next = session();
        assertThat(next.id()).isNotEqualTo(running);
        assertThat(titles()).startsWith("Minutes of the last session, and what became of it");
        assertThat(room.desk(facilitator, next.code())
                        .orElseThrow()
                        .items()
                        .getFirst()
                        .about())
                .isEqualTo(code);
    }

    @Test
    void aWholeSessionIsEnteredFromPaperWithTheTimesOfThePaper() {
        LocalDateTime held = LocalDateTime.ofInstant(clock.instant(), Forums.SOFIA)
                .truncatedTo(ChronoUnit.DAYS)
                .minusDays(30)
                .withHour(18)
                .withMinute(0);
        code = room.enterFromPaper(
                officer,
                new NewSession(
                        SessionId.next(),
                        LocalizedText.of(Language.EN, "Founding forum"),
                        held,
                        Forums.SOFIA,
                        90,
                        Forums.HALL,
                        null));
        AgendaDesk desk = agenda.desk(officer, code).orElseThrow();
        running = desk.session().id();
        looms = ItemId.next();
        agenda.add(
                officer,
                running,
                desk.agendaVersion(),
                desk.parts().getFirst().id(),
                new AddedItem(Forums.item(looms, null, "A hall for looms"), ItemVisibility.COMMON, null));
        convening.open(
                officer,
                running,
                agenda.desk(officer, code).orElseThrow().session().version(),
                true);
        room.start(
                officer,
                running,
                agenda.desk(officer, code).orElseThrow().session().version());
        assertThat(sessions.coming(Asker.guest()))
                .as("it was held already")
                .extracting(SessionCard::id)
                .doesNotContain(running);
        assertThat(sessions.past(Asker.guest(), null, 100).sessions())
                .filteredOn(one -> one.id().equals(running))
                .singleElement()
                .satisfies(one -> assertThat(one.entered()).isTrue());
        assertThat(sessions.find(officer, code).orElseThrow().mayEnter()).isFalse();
        Asker vera = visitor("Vera");
        presence.enter(officer, running, vera.requirePerson(), null);
        presence.enterGuest(officer, running, "Ivan Guest");
        room.turnClock(officer, running, held.plusMinutes(5));
        room.next(officer, running, null);
        room.turnClock(officer, running, held.plusMinutes(25));
        var result = ballots.hands(
                officer,
                new NewBallot(
                        BallotId.next(),
                        looms,
                        "Do we rent it?",
                        Language.EN,
                        Majority.SIMPLE,
                        Voters.PEOPLE,
                        Base.PRESENT,
                        false),
                new Tally(11, 2, 1));
        OutcomeId decided = OutcomeId.next();
        outcomes.add(
                officer,
                new NewOutcome(decided, looms, OutcomeKind.DECISION, OutcomeContent.words("We rent it", Language.EN)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.turnClock(officer, running, held.plusMinutes(10)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("time"));
        room.turnClock(officer, running, held.plusMinutes(90));
        room.close(officer, running, Map.of(decided, new ReadBack(0, true)), null);

        assertThat(result.passed()).isTrue();
        assertThat(result.entitled()).isEqualTo(14);
        assertThat(room.desk(officer, code).orElseThrow().items().getFirst().spent())
                .isEqualTo(85 * 60L);
        assertThat(minutes.find(officer, code, null).orElseThrow().paragraphs())
                .anySatisfy(paragraph ->
                        assertThat(paragraph.text().in(Language.EN)).contains("18:05–19:30"))
                .anySatisfy(paragraph ->
                        assertThat(paragraph.text().in(Language.EN)).contains("11 for, 2 against, 1 abstained"));
        writeLetters();
        assertThat(letters.to(address(vera)))
                .as("nobody is invited to what was held")
                .isEmpty();
    }

    @Test
    void theDeskIsReadInAConstantNumberOfQueries() {
        theSessionBegins();
        take(looms);
        int few = SqlCounter.during(() -> room.desk(facilitator, code))
                .statements()
                .size();
        for (int i = 0; i < 8; i++) {
            comes(visitor("Visitor " + i));
            noted(OutcomeKind.NOTE, looms, "Note " + i);
        }
        int many = SqlCounter.during(() -> room.desk(facilitator, code))
                .statements()
                .size();

        assertThat(many).isLessThanOrEqualTo(few + 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 11})
    void randomActsNeverLeaveTheRules(long seed) {
        theSessionBegins();
        Random random = new Random(seed);
        List<ItemId> items = List.of(looms, kiln);
        for (int step = 0; step < 60; step++) {
            ItemId item = items.get(random.nextInt(items.size()));
            try {
                switch (random.nextInt(9)) {
                    case 0 -> room.next(facilitator, running, current());
                    case 1 -> room.previous(facilitator, running, current());
                    case 2 -> take(item);
                    case 3 -> room.done(facilitator, item);
                    case 4 -> room.drop(facilitator, item, "No time.");
                    case 5 -> room.pause(facilitator, running);
                    case 6 -> room.resume(facilitator, running);
                    case 7 -> noted(OutcomeKind.NOTE, item, "Something");
                    default -> clock.turn(Duration.ofSeconds(40));
                }
            } catch (Refused rule) {
                // Then nothing has changed.
            }
            var desk = roomDesk();
            assertThat(desk.items().stream().filter(one -> one.line().state() == ItemState.CURRENT))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(desk.items().stream().filter(one -> one.runningSince() != null))
                    .as("the clock goes for the current item alone")
                    .allMatch(one -> one.line().state() == ItemState.CURRENT);
        }
        closes();
        assertThat(roomDesk().items())
                .allSatisfy(one -> assertThat(one.line().state().settled()).isTrue());
    }
}
