package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.EventState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Letter;
import org.kvartal.mail.LetterRefused;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.Circulars.Circle;
import org.kvartal.membership.Circulars.NewCircular;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.TrainerRole;
import org.kvartal.testing.SqlCounter;
import org.kvartal.trace.TraceNode;
import org.springframework.beans.factory.annotation.Autowired;

/** What other parts of the house show of seminars: the calendar, trails, reminders. */
class SeminarsElsewhereModuleTests extends SeminarHouse {

    @Autowired
    SeminarCalendar calendar;

    @Autowired
    TracedSeminars traced;

    @Autowired
    SeminarFunctions functions;

    @Autowired
    Circulars circulars;

    @Autowired
    ReturnedPlaceLetters returned;

    @Test
    void eachDayStandsInTheCalendarForWhoeverMayKnow() {
        SeminarId id = begun("Two days in the calendar", 5);
        Day first = day(id);
        Day second = new Day(DayId.next(), first.date().plusDays(1), LocalTime.of(9, 0), LocalTime.of(12, 0));
        desk.plan(lead, id, version(id), List.of(first, second), List.of());
        assertThat(events(lead, id)).hasSize(2).allMatch(event -> event.state() == EventState.TENTATIVE);
        assertThat(events(Asker.guest(), id)).as("a draft").isEmpty();
        desk.publish(lead, id, version(id));
        assertThat(events(Asker.guest(), id)).hasSize(2).allSatisfy(event -> {
            assertThat(event.state()).isEqualTo(EventState.CONFIRMED);
            assertThat(event.publicPath()).isEqualTo("/seminars/" + card(id).slug());
        });
        assertThat(events(Asker.guest(), id).getLast().title()).isEqualTo("Two days in the calendar (day 2 of 2)");
        desk.cancel(lead, id, version(id), "Nobody came.");
        assertThat(events(member, id)).allMatch(event -> event.state() == EventState.CANCELLED);
        Instant now = clock.instant();
        Instant far = now.plus(Duration.ofDays(60));
        assertThat(SqlCounter.during(() -> calendar.between(member, now, far, Language.EN))
                        .statements())
                .as("however much it is")
                .hasSizeLessThan(10);
    }

    private List<CalendarEvent> events(Asker asker, SeminarId id) {
        Instant now = clock.instant();
        return calendar.between(asker, now, now.plus(Duration.ofDays(60)), Language.EN).stream()
                .filter(event -> event.id().equals(id.value()))
                .toList();
    }

    @Test
    void aTrailShowsASeminarToWhoeverMayKnow() {
        SeminarId id = begun("In a trail", 5);
        assertThat(traced.cards(member, List.of(id.value()), Language.EN)).isEmpty();
        desk.publish(lead, id, version(id));
        assertThat(traced.cards(Asker.guest(), List.of(id.value()), Language.RU))
                .hasEntrySatisfying(id.value(), card -> {
                    assertThat(card.title()).isEqualTo("In a trail");
                    assertThat(card.state()).isEqualTo("Объявлен");
                    assertThat(card.appPath()).isNull();
                });
        SeminarId from = SeminarId.next();
        NewSeminar frame = frame(from, "From nowhere", 5);
        assertThatThrownBy(() -> desk.begin(
                        lead,
                        new NewSeminar(
                                from,
                                frame.title(),
                                frame.date(),
                                frame.start(),
                                frame.end(),
                                SOFIA,
                                "",
                                5,
                                new TraceNode("thread", Ids.next()))))
                .as("what the asker may not know of")
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("from"));
    }

    @Test
    void whoeverComesIsRemindedAWeekAndADayBeforeAndAskedAfterwards() {
        SeminarId id = opened(5);
        Asker vera = person("Vera");
        registered(vera, id);
        String mail = "guest-" + id + "@example.org";
        RegistrationId guest = colleague(lead, id, mail, null);
        var _ = registrations.confirm(token(mail), Map.of());
        times.remind();
        assertThat(letters.kinds(mail)).doesNotContain("week");
        turnTo(id, Duration.ofDays(-6));
        times.remind();
        times.remind();
        isTold(vera, "In a week");
        turnTo(id, Duration.ofHours(-20));
        times.remind();
        isTold(vera, "Soon");
        running(id);
        checkIn.mark(lead, guest, day(id).id(), Presence.PRESENT);
        turnTo(id, Duration.ofHours(8));
        times.remind();
        assertThat(letters.kinds(mail)).containsExactly("place-started", "place-confirmed", "week", "day", "after");
    }

    @Test
    void theOfficeMayWriteToThoseWhoTeach() {
        SeminarId id = begun("Whom one writes to", 5);
        Asker trainer = person("Tanya Trainer", Role.MEMBER);
        Asker helper = person("Hristo Helper", Role.MEMBER);
        desk.staff(
                lead,
                id,
                version(id),
                List.of(
                        new Trainer(lead.requirePerson(), "", TrainerRole.LEAD),
                        new Trainer(trainer.requirePerson(), "", TrainerRole.TRAINER),
                        new Trainer(null, "Somebody from outside", TrainerRole.TRAINER),
                        new Trainer(helper.requirePerson(), "", TrainerRole.HELPER)));

        assertThat(circulars.functions(officer)).contains("seminars.trainers");
        assertThat(functions.holders("seminars.trainers"))
                .contains(lead.requirePerson(), trainer.requirePerson())
                .doesNotContain(helper.requirePerson());
        Circle trainers = new Circle(MemberKind.AGENCY, null, null, null, "seminars.trainers");
        assertThat(circulars.reach(officer, new NewCircular(CircularId.next(), trainers, en("x"), en("x"))))
                .isEmpty();
        MemberCard agency = belonging.member(MemberKind.AGENCY, "Agency", null);
        belonging.mandate(agency, trainer.requirePerson(), RepresentationKind.PRIMARY);
        belonging.mandate(agency, helper.requirePerson(), RepresentationKind.DEPUTY);
        assertThat(circulars.reach(officer, new NewCircular(CircularId.next(), trainers, en("x"), en("x"))))
                .isEqualTo(Map.of(Language.EN, 1));

        desk.cancel(lead, id, version(id), "Nobody came.");
        assertThat(functions.holders("seminars.trainers"))
                .doesNotContain(lead.requirePerson(), trainer.requirePerson());
    }

    @Test
    void whoeverHasEnteredSomebodyHearsThatTheLetterCameBack() {
        SeminarId id = opened(5);
        String mail = "typo-" + id + "@example.org";
        colleague(lead, id, mail, null);
        LetterRefused fact = new LetterRefused(letters.to(mail).getLast().factKey(), "550 no such mailbox");
        transaction.executeWithoutResult(_ -> returned.on(fact));
        transaction.executeWithoutResult(_ -> returned.on(fact));
        isTold(lead, "The letter to Коля Коллега about");
        transaction.executeWithoutResult(_ -> returned.on(new LetterRefused("seminars.place-started:x", "550")));
    }

    @Test
    void lettersAreInTheLanguageOfWhoeverReadsThem() {
        SeminarId id = opened(5);
        String mail = "guest-" + id + "@example.org";
        colleague(lead, id, mail, null);
        assertThat(letters.to(mail).getFirst()).satisfies(letter -> {
            assertThat(letter.to().language()).isEqualTo(Language.RU);
            assertThat(letter.secret()).as("its button opens a place").isTrue();
            assertThat(letter.toString()).doesNotContain("Коля");
        });
    }

    @Test
    void aLetterSaysFromWhenToWhenAndWhichInTheQueueOneIs() {
        SeminarId id = opened(1);
        Day first = day(id);
        Day second = new Day(DayId.next(), first.date().plusDays(1), LocalTime.of(9, 0), LocalTime.of(12, 0));
        desk.plan(lead, id, version(id), List.of(first, second), List.of());
        registered(member, id);
        String mail = "guest-" + id + "@example.org";
        colleague(lead, id, mail, null);
        var _ = registrations.confirm(token(mail), Map.of());
        Letter letter = letters.to(mail).getLast();
        assertThat(letter.template()).isEqualTo("seminars.letter.place-waitlisted");
        assertThat(letter.arguments().get(2).toString())
                .contains("10:00", String.valueOf(first.date().getDayOfMonth()))
                .contains("12:00", String.valueOf(second.date().getDayOfMonth()));
        assertThat(letter.arguments().get(5)).as("number in the queue").isEqualTo(1);

        Asker vera = person("Vera Waiting");
        registered(vera, id);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                inbox.newest(vera, Language.EN, null, 50).lines())
                        .anySatisfy(line -> assertThat(line.text().text())
                                .contains("You are number 2.", "12:00", SeminarPages.seminar(card(id).slug()))));
    }
}
