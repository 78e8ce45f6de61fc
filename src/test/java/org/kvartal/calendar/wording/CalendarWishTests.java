package org.kvartal.calendar.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.wording.CalendarWish.Day;
import org.kvartal.calendar.wording.CalendarWish.Shape;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;

/** The address is what is shown. */
class CalendarWishTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-05");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Test
    void anAddressSaysShapeDayAndFilterAndIsWrittenAsItWasRead() {
        CalendarWish wish = read("view", "week", "on", "2026-04-01", "kind", "outside", "city", "sofia");

        assertThat(wish.shape()).isEqualTo(Shape.WEEK);
        assertThat(wish.write()).isEqualTo("view=week&on=2026-04-01&kind=outside&city=sofia");
        assertThat(wish.as(Shape.AGENDA).on(TODAY).writeInPublic()).isEqualTo("kind=outside&city=sofia");
        assertThat(read().writeInPublic()).isEmpty();
    }

    @Test
    void whatCanNotBeReadIsLeftOut() {
        CalendarWish wish = read("view", "<script>", "on", "2026-02-30", "kind", "'; DROP", "city", "../etc");

        assertThat(wish).isEqualTo(read());
        assertThat(read("on", "9999-12-31").on()).isEqualTo(TODAY);
        assertThat(read("on", "+999999999-12-31").on()).isEqualTo(TODAY);
    }

    @Test
    void weeksBeginOnMondayAndAMonthIsWholeWeeks() {
        CalendarWish march = read("view", "month");

        assertThat(march.first()).isEqualTo("2026-02-23");
        assertThat(march.after()).isEqualTo("2026-04-06");
        List<List<Day>> weeks = march.weeks(List.of());
        assertThat(weeks).hasSize(6).allSatisfy(week -> {
            assertThat(week).hasSize(7);
            assertThat(week.getFirst().date().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        });
        assertThat(weeks.getFirst().getFirst().inside()).isFalse();
        assertThat(read("view", "month", "on", "2027-02-10").weeks(List.of())).hasSize(4);
        assertThat(march.next().on()).isEqualTo("2026-04-01");
        assertThat(read("view", "month", "on", "2026-03-31").previous().on()).isEqualTo("2026-02-01");
        assertThat(read("view", "week").first()).isEqualTo("2026-03-02");
    }

    @Test
    void whatLastsStandsOnEachOfItsDaysAndOnceInTheAgenda() {
        CalendarEvent fair = event(EventTime.days(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-07"), SOFIA));

        assertThat(read("view", "month").days(List.of(fair)))
                .filteredOn(day -> !day.events().isEmpty())
                .extracting(Day::date)
                .extracting(LocalDate::toString)
                .containsExactly("2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07");
        assertThat(read().days(List.of(fair)))
                .as("it is on since yesterday")
                .singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo(TODAY));
        assertThat(read("on", "2026-03-08").days(List.of(fair))).isEmpty();
    }

    @Test
    void anEventStandsOnTheDayOfItsOwnClock() {
        CalendarEvent late = event(EventTime.between(
                LocalDate.parse("2026-03-05").atTime(23, 0),
                LocalDate.parse("2026-03-05").atTime(23, 30),
                ZoneId.of("America/Los_Angeles")));

        assertThat(read("view", "week").days(List.of(late)))
                .filteredOn(day -> !day.events().isEmpty())
                .singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo(TODAY));
    }

    private static CalendarEvent event(EventTime time) {
        return new CalendarEvent(
                "outside",
                Ids.next(),
                "u",
                0,
                EventState.CONFIRMED,
                "Fair",
                Language.EN,
                "",
                time,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    private static CalendarWish read(String... parameters) {
        Map<String, String[]> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], new String[] {parameters[i + 1]});
        }
        return CalendarWish.read(map, Shape.AGENDA, TODAY);
    }
}
