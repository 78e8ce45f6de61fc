package org.kvartal.calendar.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarSource.FeedEntry;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;

/** Feeds as other calendars read them, judged by a library that reads them. */
class FeedWriterTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Instant NOW = Instant.parse("2026-01-10T10:00:00Z");
    private static final UUID ID = Ids.next();

    private final FeedWriter writer = new FeedWriter(
            new House("Kvartal", "https://house.example.org", Path.of("data"), false, false, SOFIA),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aSeriesWithAMovedAndACancelledDateIsValid() throws Exception {
        EventTime first = evening("2026-01-15");
        CalendarEvent master = event("Third Thursday", first, null, EventState.CONFIRMED, 4);
        CalendarEvent moved =
                event("Third Thursday", evening("2026-03-20"), local("2026-03-19T18:00"), EventState.CONFIRMED, 4);
        CalendarEvent cancelled =
                event("Third Thursday", evening("2026-04-16"), local("2026-04-16T18:00"), EventState.CANCELLED, 4);
        FeedEntry series = new FeedEntry(
                master,
                Recurrence.of(first, Repetition.until(Rhythm.MONTHLY_ON_WEEKDAY, LocalDate.parse("2026-12-31"))),
                List.of(moved, cancelled));

        String feed = text(series);

        assertThat(read(feed).validate(true).getEntries()).isEmpty();
        assertThat(unfolded(feed))
                .contains("RRULE:FREQ=MONTHLY;UNTIL=20261231T215959Z;BYDAY=3TH")
                .contains("DTSTART;TZID=Europe/Sofia:20260115T180000")
                .contains("RECURRENCE-ID;TZID=Europe/Sofia:20260319T180000")
                .contains("DTSTART;TZID=Europe/Sofia:20260320T180000")
                .contains("STATUS:CANCELLED")
                .contains("SEQUENCE:4");
        assertThat(read(feed).<VEvent>getComponents("VEVENT"))
                .extracting(one -> one.getUid().orElseThrow().getValue())
                .containsOnly(ID.toString());
    }

    @Test
    void readersFindTheSeriesAtSixOverBothChangesOfTheClocks() throws Exception {
        EventTime first = evening("2026-01-15");
        String feed = text(new FeedEntry(
                event("Third Thursday", first, null, EventState.CONFIRMED, 0),
                Recurrence.of(first, Repetition.of(Rhythm.MONTHLY_ON_WEEKDAY)),
                List.of()));

        VEvent event = read(feed).<VEvent>getComponents("VEVENT").getFirst();
        Period<ZonedDateTime> year = new Period<>(
                ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, SOFIA), ZonedDateTime.of(2027, 1, 1, 0, 0, 0, 0, SOFIA));

        assertThat(event.calculateRecurrenceSet(year))
                .hasSize(12)
                .allSatisfy(date -> assertThat(ZonedDateTime.from(date.getStart())
                                .withZoneSameInstant(SOFIA)
                                .getHour())
                        .isEqualTo(18));
    }

    @Test
    void theZoneIsDescribedWithEveryChangeThatMatters() throws Exception {
        String feed = text(alone(event("Summer", evening("2026-07-01"), null, EventState.CONFIRMED, 0)));

        VTimeZone zone = read(feed).<VTimeZone>getComponents("VTIMEZONE").getFirst();
        assertThat(zone.validate(true).getEntries()).isEmpty();
        assertThat(feed).contains("TZID:Europe/Sofia", "BEGIN:DAYLIGHT", "BEGIN:STANDARD");
        assertThat(unfolded(feed)).contains("20260329T030000", "20261025T040000", "TZOFFSETTO:+0300");
        for (ZonedDateTime moment : List.of(
                ZonedDateTime.of(2026, 2, 1, 12, 0, 0, 0, SOFIA),
                ZonedDateTime.of(2026, 7, 1, 12, 0, 0, 0, SOFIA),
                ZonedDateTime.of(2028, 12, 1, 12, 0, 0, 0, SOFIA))) {
            assertThat(String.valueOf(zone.getApplicableObservance(moment)))
                    .contains("TZOFFSETTO:" + (moment.getOffset().equals(ZoneOffset.ofHours(3)) ? "+0300" : "+0200"));
        }
    }

    @Test
    void theHourIsTheOneOnTheWallWhateverTheLibraryKnowsOfTheZone() {
        for (String zone : List.of("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Tashkent", "America/New_York")) {
            EventTime time = EventTime.between(
                    LocalDate.parse("2026-12-20").atTime(20, 0),
                    LocalDate.parse("2026-12-20").atTime(23, 30),
                    ZoneId.of(zone));
            assertThat(unfolded(text(alone(event("Lanterns", time, null, EventState.CONFIRMED, 0)))))
                    .contains("DTSTART;TZID=" + zone + ":20261220T200000", "DTEND;TZID=" + zone + ":20261220T233000");
        }
        EventTime utc = EventTime.between(
                LocalDate.parse("2026-12-20").atTime(20, 0),
                LocalDate.parse("2026-12-20").atTime(21, 0),
                ZoneId.of("UTC"));
        assertThat(text(alone(event("Lanterns", utc, null, EventState.CONFIRMED, 0))))
                .contains("DTSTART:20261220T200000Z")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void wholeDaysHaveNoZoneAndEndOnTheNextDay() throws Exception {
        String feed = text(alone(event(
                "Fair",
                EventTime.days(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-03"), SOFIA),
                null,
                EventState.CONFIRMED,
                0)));

        assertThat(feed)
                .contains("DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260504")
                .doesNotContain("VTIMEZONE");
        assertThat(read(feed).validate(true).getEntries()).isEmpty();
    }

    @Test
    void whatPeopleTypeStaysTextAndLinesStayShort() throws Exception {
        String hostile = "Вечер; запятая, черта \\ и\r\nEND:VEVENT\r\nBEGIN:VALARM\nEND:VCALENDAR \u0000\u0007\u202E";
        CalendarEvent event = event(hostile.repeat(8), evening("2026-02-01"), null, EventState.TENTATIVE, 0);

        byte[] feed = writer.write(List.of(alone(event)), "Kvartal – " + hostile, _ -> "Москва, Россия", Language.EN);

        String text = new String(feed, StandardCharsets.UTF_8);
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(text).doesNotContain("\u0000", "\u0007", "\u202E");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        var read = new CalendarBuilder().build(new ByteArrayInputStream(feed));
        assertThat(read.<VEvent>getComponents("VEVENT")).singleElement().satisfies(one -> {
            assertThat(requireNonNull(one.getSummary()).getValue())
                    .startsWith("Вечер; запятая, черта \\ и\nEND:VEVENT\nBEGIN:VALARM");
            assertThat(requireNonNull(one.getLocation()).getValue()).isEqualTo("Print Yard, Москва, Россия");
        });
        assertThat(read.validate(true).getEntries()).isEmpty();
    }

    @Test
    void theSameEventsGiveTheSameOctets() {
        FeedEntry entry = alone(event("Opening", evening("2026-02-01"), null, EventState.CONFIRMED, 0));
        FeedWriter tomorrow = new FeedWriter(
                new House("Kvartal", "https://house.example.org", Path.of("data"), false, false, SOFIA),
                Clock.fixed(NOW.plusSeconds(86_400), ZoneOffset.UTC));

        assertThat(tomorrow.write(List.of(entry), "Kvartal", _ -> "", Language.EN))
                .isEqualTo(writer.write(List.of(entry), "Kvartal", _ -> "", Language.EN));
    }

    @Test
    void anEmptyFeedIsOneToo() throws Exception {
        String feed = new String(writer.write(List.of(), "Kvartal", _ -> "", Language.RU), StandardCharsets.UTF_8);

        assertThat(feed).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(read(feed).getComponents()).isEmpty();
    }

    private String text(FeedEntry... entries) {
        return new String(writer.write(List.of(entries), "Kvartal", _ -> "Sofia", Language.EN), StandardCharsets.UTF_8);
    }

    private static String unfolded(String feed) {
        return feed.replace("\r\n ", "");
    }

    private static net.fortuna.ical4j.model.Calendar read(String feed) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
    }

    private static FeedEntry alone(CalendarEvent event) {
        return new FeedEntry(event, null, List.of());
    }

    private static CalendarEvent event(
            String title, EventTime time, @Nullable LocalDateTime date, EventState state, int sequence) {
        return new CalendarEvent(
                "outside",
                ID,
                ID.toString(),
                sequence,
                state,
                title,
                Language.EN,
                "All are welcome.",
                time,
                date,
                "Print Yard",
                "sofia",
                "Typesetters",
                "/app/calendar/events/1",
                "/calendar/1",
                "https://example.org/?a=1;b=2",
                NOW);
    }

    private static EventTime evening(String day) {
        LocalDate date = LocalDate.parse(day);
        return EventTime.between(date.atTime(18, 0), date.atTime(20, 0), SOFIA);
    }

    private static LocalDateTime local(String text) {
        return LocalDateTime.parse(text);
    }
}
