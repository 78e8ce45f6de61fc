package org.kvartal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Refused;

/** What repeats, over months of all lengths and over both changes of the clocks. */
class RecurrenceTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Test
    void theThirdThursdayAtSixStaysAtSixOverBothChangesOfTheClocks() {
        Recurrence forum = timed("2026-01-15T18:00", Repetition.of(Rhythm.MONTHLY_ON_WEEKDAY));

        List<LocalDateTime> dates = year(forum, 2026);

        assertThat(dates).hasSize(12).allSatisfy(date -> {
            assertThat(date.toLocalTime()).isEqualTo(LocalTime.of(18, 0));
            assertThat(date.getDayOfWeek().name()).isEqualTo("THURSDAY");
            assertThat(date.getDayOfMonth()).isBetween(15, 21);
        });
        assertThat(dates)
                .extracting(date -> date.atZone(SOFIA).getOffset())
                .contains(ZoneOffset.ofHours(2), ZoneOffset.ofHours(3));
        assertThat(forum.rule()).isEqualTo("FREQ=MONTHLY;BYDAY=3TH");
    }

    @Test
    void monthsThatHaveNoThirtyFirstAreLeftOut() {
        assertThat(year(timed("2026-01-31T10:00", Repetition.of(Rhythm.MONTHLY_ON_DAY)), 2026))
                .extracting(LocalDateTime::getMonthValue)
                .containsExactly(1, 3, 5, 7, 8, 10, 12);
    }

    @Test
    void monthsThatHaveNoFifthMondayAreLeftOut() {
        assertThat(year(timed("2026-03-30T10:00", Repetition.of(Rhythm.MONTHLY_ON_WEEKDAY)), 2026))
                .extracting(LocalDateTime::toLocalDate)
                .containsExactly(day("2026-03-30"), day("2026-06-29"), day("2026-08-31"), day("2026-11-30"));
    }

    @Test
    void theLastThursdayIsTheFourthOrTheFifth() {
        assertThat(year(timed("2026-01-29T10:00", Repetition.of(Rhythm.MONTHLY_ON_LAST_WEEKDAY)), 2026))
                .hasSize(12)
                .extracting(LocalDateTime::toLocalDate)
                .contains(day("2026-02-26"), day("2026-04-30"), day("2026-12-31"));
        assertRefused("rhythm", () -> timed("2026-01-22T10:00", Repetition.of(Rhythm.MONTHLY_ON_LAST_WEEKDAY)));
    }

    @Test
    void theTwentyNinthOfFebruaryComesInLeapYears() {
        Recurrence leap = timed("2024-02-29T10:00", Repetition.times(Rhythm.YEARLY, 3));

        assertThat(leap.last()).contains(local("2032-02-29T10:00"));
        assertThat(year(leap, 2026)).isEmpty();
        assertThat(year(leap, 2028)).containsExactly(local("2028-02-29T10:00"));
    }

    @Test
    void everySecondWeekGoesOnAtTheSameTime() {
        List<LocalDateTime> dates =
                year(timed("2026-03-16T09:30", new Repetition(Rhythm.WEEKLY, 2, day("2026-04-27"), null)), 2026);

        assertThat(dates)
                .containsExactly(
                        local("2026-03-16T09:30"),
                        local("2026-03-30T09:30"),
                        local("2026-04-13T09:30"),
                        local("2026-04-27T09:30"));
    }

    @Test
    void datesAreCountedFromTheFirstWhereverOneLooks() {
        Recurrence ten = timed("2026-01-01T10:00", Repetition.times(Rhythm.WEEKLY, 10));

        assertThat(ten.last()).contains(local("2026-03-05T10:00"));
        assertThat(ten.dates(Instant.parse("2026-02-20T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")))
                .containsExactly(local("2026-02-26T10:00"), local("2026-03-05T10:00"));
        assertThat(ten.has(local("2026-03-05T10:00"))).isTrue();
        assertThat(ten.has(local("2026-03-12T10:00"))).isFalse();
        assertThat(ten.has(local("2026-03-05T11:00"))).isFalse();
    }

    @Test
    void theLastDayIncludesADateThatBeginsOnIt() {
        Recurrence late = timed("2026-03-05T23:30", Repetition.until(Rhythm.WEEKLY, day("2026-03-19")));

        assertThat(late.last()).contains(local("2026-03-19T23:30"));
        assertThat(late.rule()).isEqualTo("FREQ=WEEKLY;UNTIL=20260319T215959Z;BYDAY=TH");
        assertThat(new Recurrence(
                                local("2026-03-05T00:00"),
                                SOFIA,
                                true,
                                Repetition.until(Rhythm.WEEKLY, day("2026-03-19")))
                        .rule())
                .isEqualTo("FREQ=WEEKLY;UNTIL=20260319;BYDAY=TH");
    }

    @Test
    void aTimeThatTheClockLeavesOutIsSoMuchLater() {
        Recurrence night = timed("2026-03-22T03:30", Repetition.of(Rhythm.WEEKLY));

        assertThat(night.dates(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")))
                .singleElement()
                .satisfies(date -> assertThat(date.atZone(SOFIA).toInstant()).isEqualTo("2026-03-29T01:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceIsTheFirstOfTheTwo() {
        Recurrence night = timed("2026-10-18T03:30", Repetition.of(Rhythm.WEEKLY));

        assertThat(night.dates(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-26T00:00:00Z")))
                .singleElement()
                .satisfies(date -> assertThat(date.atZone(SOFIA).toInstant()).isEqualTo("2026-10-25T00:30:00Z"));
    }

    @Test
    void whatNeverEndsIsCountedInStretches() {
        Recurrence ever = timed("2000-01-06T10:00", Repetition.of(Rhythm.WEEKLY));

        assertThat(ever.last()).isEmpty();
        assertThat(year(ever, 2026)).hasSize(53);
        assertThat(ever.dates(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2190-01-01T00:00:00Z")))
                .hasSize(Recurrence.MOST_DATES);
        assertThat(ever.dates(Instant.parse("1999-01-01T00:00:00Z"), Instant.parse("2000-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        assertRefused("until", () -> timed("2026-03-05T10:00", Repetition.until(Rhythm.WEEKLY, day("2026-03-04"))));
        assertRefused("every", () -> new Repetition(Rhythm.WEEKLY, 0, null, null));
        assertRefused("every", () -> new Repetition(Rhythm.WEEKLY, 13, null, null));
        assertRefused("times", () -> Repetition.times(Rhythm.WEEKLY, 1));
        assertRefused("times", () -> Repetition.times(Rhythm.WEEKLY, 401));
        assertRefused("until", () -> new Repetition(Rhythm.WEEKLY, 1, day("2026-03-04"), 3));
    }

    @Test
    void anEventEndsAfterItBegins() {
        assertRefused("end", () -> EventTime.between(local("2026-03-05T10:00"), local("2026-03-05T10:00"), SOFIA));
        assertRefused("end", () -> EventTime.days(day("2026-03-05"), day("2026-03-04"), SOFIA));
        assertRefused("end", () -> EventTime.days(day("2026-03-05"), day("2027-04-04"), SOFIA));
        assertRefused("start", () -> EventTime.days(day("3026-03-05"), day("3026-03-05"), SOFIA));
        EventTime shortest = EventTime.between(local("2026-03-29T03:30"), local("2026-03-29T04:00"), SOFIA);
        assertThat(shortest.ends()).isAfter(shortest.begins());
    }

    @Test
    void whatEndsAtMidnightDoesNotTouchTheNextDay() {
        EventTime evening = EventTime.between(local("2026-03-05T20:00"), local("2026-03-06T00:00"), SOFIA);

        assertThat(evening.lastDay()).isEqualTo(day("2026-03-05"));
        assertThat(EventTime.days(day("2026-03-05"), day("2026-03-07"), SOFIA).lastDay())
                .isEqualTo(day("2026-03-07"));
        assertThat(evening.overlaps(EventTime.days(day("2026-03-06"), day("2026-03-06"), SOFIA)))
                .isFalse();
        assertThat(evening.overlaps(EventTime.days(day("2026-03-05"), day("2026-03-05"), SOFIA)))
                .isTrue();
    }

    private static Recurrence timed(String start, Repetition repetition) {
        return new Recurrence(local(start), SOFIA, false, repetition);
    }

    private static List<LocalDateTime> year(Recurrence recurrence, int year) {
        return recurrence.dates(
                day(year + "-01-01").atStartOfDay(SOFIA).toInstant(),
                day((year + 1) + "-01-01").atStartOfDay(SOFIA).toInstant());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static LocalDateTime local(String text) {
        return LocalDateTime.parse(text);
    }

    private static void assertRefused(String field, Runnable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
