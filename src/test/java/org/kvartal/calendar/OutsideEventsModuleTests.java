package org.kvartal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.calendar.OutsideEvents.SeriesDate;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What associations and partners enter, from the suggestion to the date that was cancelled. */
class OutsideEventsModuleTests extends CalendarHouse {

    @Autowired
    AuditTrail audit;

    @Test
    void whatIsSuggestedWaitsForTheOfficeAndThenEverybodySeesIt(AssertablePublishedEvents facts) {
        LocalDate day = thursday(0);
        EventPage page = suggested(what("Opening", evening(day)));

        assertThat(page.state()).isEqualTo(OutsideState.SUGGESTED);
        assertThat(owed(page)).containsExactly("calendar.decide:" + page.id());
        assertThat(events.find(Asker.guest(), page.number())).isEmpty();
        assertThat(between(Asker.guest(), day, day.plusDays(1))).isEmpty();
        assertThat(between(speaker, day, day.plusDays(1)))
                .singleElement()
                .satisfies(event -> assertThat(event.state()).isEqualTo(EventState.TENTATIVE));

        events.publish(officer, page.id(), page.version());

        assertThat(owed(page)).isEmpty();
        assertThat(between(Asker.guest(), day, day.plusDays(1))).singleElement().satisfies(event -> {
            assertThat(event.state()).isEqualTo(EventState.CONFIRMED);
            assertThat(event.host()).isEqualTo("Typesetters " + mark);
            assertThat(event.publicPath()).isEqualTo("/calendar/" + page.number());
            assertThat(event.uid()).isEqualTo(page.id().toString());
        });
        assertThat(facts.ofType(OutsideEventDecided.class)
                        .matching(fact -> fact.event().equals(page.id()) && fact.published()))
                .hasSize(1);
        assertThat(acts(page)).containsExactly("calendar.event-published", "calendar.event-entered");
    }

    @Test
    void whatIsRefusedSaysWhyAndMayBeSentOnceMore(AssertablePublishedEvents facts) {
        EventPage page = suggested(what("Private party", evening(thursday(0))));

        events.refuse(officer, page.id(), page.version(), "  It is not public.  ");

        EventPage refused = page(speaker, page);
        assertThat(refused.refusal()).isEqualTo("It is not public.");
        assertThat(events.find(Asker.guest(), page.number())).isEmpty();
        assertThat(facts.ofType(OutsideEventDecided.class)
                        .matching(fact -> fact.event().equals(page.id()) && !fact.published()))
                .hasSize(1);
        assertThat(events.decisions(person(speaker), List.of(page.id().value())))
                .hasEntrySatisfying(
                        page.id().value(), told -> assertThat(told.refusal()).isEqualTo("It is not public."));
        assertThat(events.decisions(person(officer), List.of(page.id().value())))
                .isEmpty();

        events.change(speaker, page.id(), refused.version(), what("Open day", evening(thursday(0))));
        assertThat(page(speaker, page).state()).isEqualTo(OutsideState.SUGGESTED);
        assertThat(owed(page)).containsExactly("calendar.decide:" + page.id());
    }

    @Test
    void theOfficePublishesItsOwnAtOnce() {
        LocalDate day = thursday(0);
        EventPage page = entered(officer, null, what("Assembly", evening(day)));

        assertThat(page.state()).isEqualTo(OutsideState.PUBLISHED);
        assertThat(page.host()).isNull();
        assertThat(owed(page)).isEmpty();
        assertThat(between(Asker.guest(), day, day.plusDays(1))).hasSize(1);
    }

    @Test
    void whatItsHostChangesAfterwardsIsPublicAtOnceAndTheOfficeLooks() {
        LocalDate day = thursday(0);
        EventPage page = published(what("Opening", evening(day)));

        events.change(speaker, page.id(), page.version(), what("Late opening", evening(day.plusDays(1))));

        EventPage changed = page(officer, page);
        assertThat(changed.state()).isEqualTo(OutsideState.PUBLISHED);
        assertThat(changed.sequence()).isGreaterThan(page.sequence());
        assertThat(changed.unseen()).isTrue();
        assertThat(owed(page)).containsExactly("calendar.look:" + page.id());
        assertThat(between(Asker.guest(), day, day.plusDays(2)))
                .extracting(CalendarEvent::title)
                .containsExactly("Late opening " + mark);

        events.look(officer, page.id(), changed.version());
        assertThat(owed(page)).isEmpty();
        assertThat(page(officer, page).unseen()).isFalse();

        events.change(officer, page.id(), page(officer, page).version(), what("Opening", evening(day)));
        assertThat(owed(page)).as("the office's own hand").isEmpty();
    }

    @Test
    void ofTwoEditorsOneIsFirstAndTheOtherIsToldAndLosesNothing() throws Exception {
        EventPage page = published(what("Opening", evening(thursday(0))));
        Asker other = neighbours.speaker(association);
        List<Callable<Boolean>> editors = new ArrayList<>();
        for (Asker editor : List.of(speaker, other, officer)) {
            editors.add(() -> {
                try {
                    events.change(editor, page.id(), page.version(), what("By " + editor, evening(thursday(1))));
                    return true;
                } catch (Refused refused) {
                    assertThat(refused.key()).isEqualTo("calendar.refused.changed-meanwhile");
                    return false;
                }
            });
        }

        assertThat(atOnce(editors)).containsExactlyInAnyOrder(true, false, false);
        assertThat(page(officer, page).sequence()).isEqualTo(page.sequence() + 1);
    }

    @Test
    void ofManyDecisionsAtOnceOneCounts() throws Exception {
        EventPage page = suggested(what("Opening", evening(thursday(0))));
        List<Callable<Boolean>> officers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            boolean yes = i % 2 == 0;
            officers.add(() -> {
                try {
                    if (yes) {
                        events.publish(neighbours.officer(), page.id(), page.version());
                    } else {
                        events.refuse(neighbours.officer(), page.id(), page.version(), "No.");
                    }
                    return true;
                } catch (Refused late) {
                    return false;
                }
            });
        }

        assertThat(atOnce(officers)).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(acts(page)).hasSize(2);
    }

    @Test
    void cancelledThingsKeepStanding() {
        LocalDate day = thursday(0);
        EventPage page = published(what("Opening", evening(day)));

        events.cancel(speaker, page.id(), page.version(), "The roof leaks.");

        assertThat(between(Asker.guest(), day, day.plusDays(1)))
                .singleElement()
                .satisfies(event -> assertThat(event.state()).isEqualTo(EventState.CANCELLED));
        assertThat(page(speaker, page).mayChange()).isFalse();
        assertRefused(
                null,
                () -> events.change(speaker, page.id(), page(speaker, page).version(), what("Again", evening(day))));
    }

    @Test
    void whatWasNeverPublicIsWithdrawnWithoutATrace() {
        EventPage page = suggested(what("Opening", evening(thursday(0))));

        events.withdraw(speaker, page.id(), page.version());

        assertThat(owed(page)).isEmpty();
        assertThat(events.find(Asker.guest(), page.number())).isEmpty();
        assertThat(between(speaker, thursday(0), thursday(1))).isEmpty();
        assertRefused(
                null,
                () -> events.publish(officer, page.id(), page(officer, page).version()));
    }

    @Test
    void oneDateOfASeriesIsMovedAndOneIsCancelled() {
        LocalDate first = thursday(0);
        EventPage page = published(what("Night of type", evening(first), Repetition.times(Rhythm.WEEKLY, 5)));
        LocalDateTime second = first.plusWeeks(1).atTime(18, 0);
        LocalDateTime third = first.plusWeeks(2).atTime(18, 0);

        events.moveDate(
                speaker,
                page.id(),
                page.version(),
                second,
                evening(first.plusWeeks(1).plusDays(1)));
        events.cancelDate(speaker, page.id(), page(speaker, page).version(), third);

        List<CalendarEvent> there = between(Asker.guest(), first, first.plusWeeks(6));
        assertThat(starts(there))
                .containsExactly(
                        first.atTime(18, 0),
                        first.plusWeeks(1).plusDays(1).atTime(18, 0),
                        third,
                        first.plusWeeks(3).atTime(18, 0),
                        first.plusWeeks(4).atTime(18, 0));
        assertThat(there).extracting(CalendarEvent::uid).containsOnly(page.id().toString());
        assertThat(there).extracting(CalendarEvent::date).contains(second);
        assertThat(there.get(2).state()).isEqualTo(EventState.CANCELLED);
        assertThat(page(officer, page).sequence()).isEqualTo(page.sequence() + 2);
        assertThat(page(Asker.guest(), page).dates())
                .filteredOn(SeriesDate::cancelled)
                .hasSize(1);
        assertThat(page(Asker.guest(), page).dates())
                .filteredOn(SeriesDate::moved)
                .hasSize(1);

        events.moveDate(speaker, page.id(), page(speaker, page).version(), third, evening(first.plusWeeks(2)));
        assertThat(between(Asker.guest(), first, first.plusWeeks(6)))
                .as("what was cancelled takes place after all")
                .allSatisfy(event -> assertThat(event.state()).isEqualTo(EventState.CONFIRMED));
        assertRefused(
                null,
                () -> events.cancelDate(speaker, page.id(), page(speaker, page).version(), second.plusHours(1)));
    }

    @Test
    void aDateThatIsMovedBehindTheEndIsFoundThere() {
        LocalDate first = thursday(0);
        EventPage page = published(what("Night of type", evening(first), Repetition.times(Rhythm.WEEKLY, 2)));

        events.moveDate(
                speaker, page.id(), page.version(), first.plusWeeks(1).atTime(18, 0), evening(first.plusWeeks(9)));

        assertThat(starts(between(Asker.guest(), first.plusWeeks(8), first.plusWeeks(10))))
                .containsExactly(first.plusWeeks(9).atTime(18, 0));
    }

    @Test
    void anotherRuleForgetsTheDatesThatItNoLongerHas() {
        LocalDate first = thursday(0);
        EventPage page = published(what("Night of type", evening(first), Repetition.times(Rhythm.WEEKLY, 5)));
        events.cancelDate(speaker, page.id(), page.version(), first.plusWeeks(1).atTime(18, 0));
        events.cancelDate(
                speaker,
                page.id(),
                page(speaker, page).version(),
                first.plusWeeks(2).atTime(18, 0));

        events.change(
                speaker,
                page.id(),
                page(speaker, page).version(),
                what("Night of type", evening(first), new Repetition(Rhythm.WEEKLY, 2, null, 3)));

        assertThat(between(Asker.guest(), first, first.plusWeeks(6)))
                .extracting(CalendarEvent::state)
                .containsExactly(EventState.CONFIRMED, EventState.CANCELLED, EventState.CONFIRMED);
    }

    @Test
    void whoMayNotIsRefusedByTheHouseItself() {
        EventPage page = suggested(what("Opening", evening(thursday(0))));
        EventPage open = published(what("Fair", evening(thursday(1))));
        Host others = neighbours.organisation("Others");
        Asker stranger = neighbours.speaker(others);
        for (Asker nobody : List.of(Asker.guest(), Asker.of(PersonId.next()), stranger)) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> events.enter(
                            nobody,
                            new NewEvent(OutsideEventId.next(), association.id(), what("x", evening(thursday(0))))));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> events.enter(
                            nobody, new NewEvent(OutsideEventId.next(), null, what("x", evening(thursday(0))))));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> events.withdraw(nobody, page.id(), page.version()));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> events.cancel(nobody, open.id(), open.version(), "x"));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> events.publish(nobody, page.id(), page.version()));
            assertThat(events.find(nobody, page.number())).isEmpty();
            assertThat(events.find(nobody, open.number())).isPresent();
            assertThat(events.waiting(nobody, 10)).isEmpty();
        }
        assertThatExceptionOfType(Forbidden.class)
                .as("a host does not decide")
                .isThrownBy(() -> events.publish(speaker, page.id(), page.version()));
        neighbours.silence(association);
        assertThatExceptionOfType(NotFound.class)
                .as("a mandate that ended counts no more")
                .isThrownBy(() -> events.withdraw(speaker, page.id(), page.version()));
        assertThat(events.find(speaker, page.number()))
                .as("whoever entered it may still read it")
                .isPresent();
    }

    @Test
    void theSameWishAgainIsTheSameEvent() {
        OutsideEventId id = OutsideEventId.next();
        NewEvent wish = new NewEvent(id, association.id(), what("Opening", evening(thursday(0))));
        events.enter(speaker, wish);
        events.enter(speaker, wish);

        assertThat(events.entered(speaker, null, 200)).hasSize(1);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> events.enter(neighbours.speaker(association), wish));
    }

    @Test
    void whatPeopleTypeIsCheckedAtTheDoor() {
        EventTime time = evening(thursday(0));
        assertRefused("title.en", () -> suggested(what("x".repeat(151), time)));
        assertRefused("website", () -> suggested(with(time, "", "javascript:alert(1)")));
        assertRefused("website", () -> suggested(with(time, "", "https://user:pass@example.org")));
        assertRefused("website", () -> suggested(with(time, "", "not an address")));
        assertRefused("place", () -> suggested(with(time, "p".repeat(201), "")));
        assertRefused(
                "city",
                () -> suggested(
                        new EventContent(LocalizedText.of(Language.EN, "x"), null, time, null, "", "atlantis", "")));
        assertRefused(
                "about",
                () -> suggested(new EventContent(
                        LocalizedText.of(Language.EN, "x"),
                        LocalizedText.of(Language.EN, "y".repeat(4_001)),
                        time,
                        null,
                        "",
                        null,
                        "")));
        assertRefused(
                "host",
                () -> entered(
                        officer,
                        new Host(OutsideEventId.next().value(), LocalizedText.of(Language.EN, "?"), null),
                        what("x", time)));
        EventPage page = suggested(with(time, " Print\u202E\nYard ", "example.org/type"));
        assertThat(page.content().place()).isEqualTo("Print Yard");
        assertThat(page.content().website()).isEqualTo("https://example.org/type");
        assertRefused("reason", () -> events.refuse(officer, page.id(), page.version(), "  "));
    }

    @Test
    void aMonthTakesAsManyStatementsWithManyEventsAsWithFew() {
        LocalDate first = thursday(0);
        published(what("Series", evening(first), Repetition.of(Rhythm.WEEKLY)));
        published(what("Single", evening(first)));
        int few = SqlCounter.during(() -> between(speaker, first, first.plusDays(31)))
                .statements()
                .size();
        for (int i = 0; i < 12; i++) {
            Host host = neighbours.organisation("Host " + i);
            EventPage page =
                    entered(officer, host, what("Many " + i, evening(first.plusDays(i)), Repetition.of(Rhythm.WEEKLY)));
            events.cancelDate(
                    officer,
                    page.id(),
                    page.version(),
                    first.plusDays(i).plusWeeks(1).atTime(18, 0));
        }

        var many = SqlCounter.during(() -> between(speaker, first, first.plusDays(31)));

        assertThat(many.result()).hasSizeGreaterThan(40);
        assertThat(many.statements()).hasSameSizeAs(new String[few]);
        assertThat(few).isLessThanOrEqualTo(3);
    }

    @Test
    void whatElseHappensInTheCityAtThatTimeIsSaidAndHindersNobody() {
        LocalDate day = thursday(30);
        EventPage fair = published(what("Fair", morning(day)));
        var clashing = new Calendar.WishedTime(
                "sofia", EventTime.between(day.atTime(5, 0), day.atTime(8, 0), SOFIA), null, null);

        assertThat(clashes(clashing)).containsExactly("Fair " + mark);
        assertThat(clashes(new Calendar.WishedTime("lisbon", clashing.time(), null, null)))
                .isEmpty();
        assertThat(clashes(new Calendar.WishedTime(null, clashing.time(), null, null)))
                .isEmpty();
        assertThat(clashes(new Calendar.WishedTime(
                        "sofia", EventTime.between(day.atTime(6, 0), day.atTime(8, 0), SOFIA), null, null)))
                .as("one begins when the other ends")
                .isEmpty();
        assertThat(clashes(new Calendar.WishedTime(
                        "sofia", fair.content().time(), null, fair.id().value())))
                .as("nothing clashes with itself")
                .isEmpty();
        assertThat(clashes(new Calendar.WishedTime(
                        "sofia", morning(day.minusWeeks(3)), Repetition.of(Rhythm.WEEKLY), null)))
                .as("a later date of a series")
                .containsExactly("Fair " + mark);

        events.cancel(officer, fair.id(), fair.version(), "x");
        assertThat(clashes(clashing)).isEmpty();
    }

    @Test
    void whatIsOverLeavesTheListOfPagesAndASeriesThatGoesOnDoesNot() {
        long before = events.countOpen();
        EventPage single = published(what("Single", evening(thursday(0))));
        EventPage series = published(what("Series", evening(thursday(0)), Repetition.of(Rhythm.WEEKLY)));
        assertThat(events.countOpen()).isEqualTo(before + 2);

        clock.turn(Duration.ofDays(40));

        assertThat(events.listOpen(0, 10_000))
                .extracting(OutsideEvents.OpenEvent::number)
                .contains(series.number())
                .doesNotContain(single.number());
        clock.turn(Duration.ofDays(-40));
    }

    @Test
    void titlesAreReadInTheReadersLanguage() {
        LocalDate day = thursday(0);
        published(new EventContent(
                new LocalizedText(Language.RU, Map.of(Language.RU, "Вечер " + mark, Language.BG, "Вечер бг " + mark)),
                null,
                evening(day),
                null,
                "",
                null,
                ""));

        CalendarEvent english = between(Asker.guest(), day, day.plusDays(1)).getFirst();
        assertThat(english.title()).isEqualTo("Вечер " + mark);
        assertThat(english.language()).isEqualTo(Language.RU);
    }

    /** When nothing else of these tests happens. */
    private static EventTime morning(LocalDate day) {
        return EventTime.between(day.atTime(4, 0), day.atTime(6, 0), SOFIA);
    }

    private List<String> clashes(Calendar.WishedTime wish) {
        return calendar.clashes(speaker, wish, Language.EN).stream()
                .map(clash -> clash.event().title())
                .filter(title -> title.contains(mark))
                .toList();
    }

    private EventContent with(EventTime time, String place, String website) {
        return new EventContent(
                LocalizedText.of(Language.EN, "Opening " + mark), null, time, null, place, "sofia", website);
    }

    private List<String> acts(EventPage page) {
        return audit.about(new AuditSubject("calendar.event", page.id().value()), 20).stream()
                .map(AuditedAct::act)
                .toList();
    }

    private static PersonId person(Asker asker) {
        return asker.requirePerson();
    }

    private static void assertRefused(@Nullable String field, Runnable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
