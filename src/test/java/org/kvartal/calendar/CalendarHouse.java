package org.kvartal.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventLine;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.tasks.TaskLine;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A house with an office and an association whose events stand in the calendar. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "calendar")
@Import({Neighbours.Street.class, FrontSeat.class, TurnableClock.Hands.class, SqlCounter.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class CalendarHouse {

    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Autowired
    OutsideEvents events;

    @Autowired
    Calendar calendar;

    @Autowired
    Neighbours neighbours;

    @Autowired
    Tasks tasks;

    @Autowired
    TurnableClock clock;

    Asker officer = Asker.guest();
    Asker speaker = Asker.guest();
    Host association = new Host(Ids.next(), LocalizedText.of(Language.EN, "Nobody"), null);

    /** What the titles of this test hold, and no others. */
    final String mark = "M" + Ids.next().toString().replace("-", "");

    @BeforeEach
    void theOfficeOpens() {
        officer = neighbours.officer();
        association = neighbours.organisation("Typesetters " + mark);
        speaker = neighbours.speaker(association);
    }

    /** A day that comes, on a Thursday. */
    LocalDate thursday(int weeks) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(7);
        while (day.getDayOfWeek() != DayOfWeek.THURSDAY) {
            day = day.plusDays(1);
        }
        return day.plusWeeks(weeks);
    }

    static EventTime evening(LocalDate day) {
        return EventTime.between(day.atTime(18, 0), day.atTime(20, 0), SOFIA);
    }

    EventContent what(String title, EventTime time) {
        return what(title, time, null);
    }

    EventContent what(String title, EventTime time, @Nullable Repetition repetition) {
        return new EventContent(
                LocalizedText.of(Language.EN, title + " " + mark), null, time, repetition, "Print Yard", "sofia", "");
    }

    /** What the association has suggested. */
    EventPage suggested(EventContent content) {
        return entered(speaker, association, content);
    }

    /** What everybody may see. */
    EventPage published(EventContent content) {
        EventPage page = suggested(content);
        events.publish(officer, page.id(), page.version());
        return page(officer, page);
    }

    EventPage entered(Asker by, @Nullable Host host, EventContent content) {
        OutsideEventId id = OutsideEventId.next();
        events.enter(by, new NewEvent(id, host == null ? null : host.id(), content));
        long number = events.entered(by, null, 200).stream()
                .filter(line -> line.id().equals(id))
                .map(EventLine::number)
                .findFirst()
                .orElseThrow();
        return events.find(by, number).orElseThrow();
    }

    EventPage page(Asker asker, EventPage event) {
        return events.find(asker, event.number()).orElseThrow();
    }

    /** What stands in the calendar on some days, of this test. */
    List<CalendarEvent> between(Asker asker, LocalDate from, LocalDate to) {
        return calendar
                .between(
                        asker,
                        from.atStartOfDay(SOFIA).toInstant(),
                        to.atStartOfDay(SOFIA).toInstant(),
                        Language.EN)
                .stream()
                .filter(event -> event.title().contains(mark))
                .toList();
    }

    static List<LocalDateTime> starts(List<CalendarEvent> events) {
        return events.stream().map(event -> event.time().start()).toList();
    }

    /** What the office owes because of an event. */
    List<String> owed(EventPage event) {
        return tasks.owed(officer, 500).stream()
                .map(TaskLine::key)
                .filter(key -> key.endsWith(":" + event.id()))
                .toList();
    }

    /** Lets several act at the same moment, and waits until all have. */
    static List<Boolean> atOnce(List<Callable<Boolean>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        List<Boolean> done = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (Callable<Boolean> act : acts) {
                all.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            for (Future<Boolean> one : all) {
                done.add(one.get());
            }
        }
        return done;
    }
}
