package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.TripWarning;
import org.kvartal.missions.TripWarning.Kind;
import org.kvartal.missions.domain.TripRules.Stop;

/** Nobody is at two places at once, and no way takes no time: by moments, in whatever zones the places lie. */
class TripRulesTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");
    private static final Coordinates IN_SOFIA = new Coordinates(42.6977, 23.3219);
    private static final Coordinates ACROSS_SOFIA = new Coordinates(42.6506, 23.3790);
    private static final Coordinates IN_PLOVDIV = new Coordinates(42.1354, 24.7453);
    private static final Coordinates IN_MOSCOW = new Coordinates(55.7558, 37.6173);
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final Coordinates IN_AUCKLAND = new Coordinates(-36.8485, 174.7633);
    private static final Coordinates IN_HONOLULU = new Coordinates(21.3069, -157.8583);
    private static final Coordinates IN_SUVA = new Coordinates(-18.1248, 178.4501);
    private static final Coordinates IN_APIA = new Coordinates(-13.8507, -171.7514);
    private static final LocalDate DAY = LocalDate.parse("2026-05-11");
    private static final DelegationId ONE = DelegationId.next();
    private static final DelegationId OTHER = DelegationId.next();

    private static Stop stop(
            LocalDate day, String starts, String ends, ZoneId zone, @Nullable Coordinates at, DelegationId... who) {
        return new Stop(SlotId.next(), day, LocalTime.parse(starts), LocalTime.parse(ends), zone, at, Set.of(who));
    }

    private static List<TripWarning> warnings(Stop... stops) {
        return TripRules.of(List.of(stops), Set.of(ONE, OTHER), DAY.minusDays(300), DAY.plusDays(300));
    }

    @Test
    void whatOverlapsForTheSamePeopleClashes() {
        Stop first = stop(DAY, "10:00", "11:30", SOFIA, null);
        Stop second = stop(DAY, "11:00", "12:00", SOFIA, null, ONE);

        assertThat(warnings(second, first)).containsExactly(new TripWarning(Kind.CLASH, second.id(), first.id(), 30));
    }

    @Test
    void othersMayBeElsewhereMeanwhile() {
        assertThat(warnings(
                        stop(DAY, "10:00", "11:30", SOFIA, IN_SOFIA, ONE),
                        stop(DAY, "10:30", "11:30", SOFIA, IN_PLOVDIV, OTHER)))
                .isEmpty();
    }

    @Test
    void whatEndsWhenTheNextBeginsAtTheSamePlaceIsNoClash() {
        assertThat(warnings(stop(DAY, "10:00", "11:00", SOFIA, IN_SOFIA), stop(DAY, "11:00", "12:00", SOFIA, IN_SOFIA)))
                .isEmpty();
    }

    @Test
    void theSameClockTimeInTwoZonesIsNotTheSameMoment() {
        // 12:00 in Belgrade is 13:00 in Sofia.
        Stop sofia = stop(DAY, "12:00", "13:00", SOFIA, null);
        Stop belgrade = stop(DAY, "12:00", "13:00", BELGRADE, null);
        assertThat(warnings(sofia, belgrade)).isEmpty();

        Stop later = stop(DAY, "13:30", "14:00", SOFIA, null);
        assertThat(warnings(belgrade, later))
                .extracting(TripWarning::kind)
                .as("13:30 in Sofia lies within 12:00 to 13:00 in Belgrade")
                .containsExactly(Kind.CLASH);
    }

    @Test
    void aWayThatTakesLongerThanThereIsTimeIsSaid() {
        Stop sofia = stop(DAY, "10:00", "11:00", SOFIA, IN_SOFIA);
        Stop plovdiv = stop(DAY, "11:30", "12:30", SOFIA, IN_PLOVDIV);

        assertThat(warnings(sofia, plovdiv)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.TRAVEL);
            assertThat(warning.slot()).isEqualTo(plovdiv.id());
            assertThat(warning.other()).isEqualTo(sofia.id());
            assertThat(warning.minutes()).isBetween(100L, 150L);
        });
        assertThat(warnings(sofia, stop(DAY, "14:00", "15:00", SOFIA, IN_PLOVDIV)))
                .isEmpty();
    }

    @Test
    void acrossACityItTakesMinutesAndFarAwayAPlane() {
        assertThat(TripRules.kilometres(IN_SOFIA, IN_MOSCOW)).isCloseTo(1_777, within(15.0));
        assertThat(TripRules.minutes(IN_SOFIA, IN_SOFIA)).isZero();
        assertThat(TripRules.minutes(IN_SOFIA, ACROSS_SOFIA)).isBetween(20L, 35L);
        assertThat(TripRules.minutes(IN_SOFIA, IN_PLOVDIV)).isBetween(120L, 180L);
        assertThat(TripRules.minutes(IN_SOFIA, IN_MOSCOW)).isBetween(300L, 360L);
    }

    @Test
    void aFlightIsCountedByMomentsAndNotByClocks() {
        // Sofia is at the same hour as Moscow in summer, and an hour behind it in winter.
        Stop sofia = stop(DAY, "08:00", "09:00", SOFIA, IN_SOFIA);
        assertThat(warnings(sofia, stop(DAY, "14:45", "15:30", MOSCOW, IN_MOSCOW)))
                .as("5 hours 45 in summer are enough")
                .isEmpty();
        LocalDate winter = LocalDate.parse("2026-12-14");
        assertThat(warnings(
                        stop(winter, "08:00", "09:00", SOFIA, IN_SOFIA),
                        stop(winter, "14:45", "15:30", MOSCOW, IN_MOSCOW)))
                .as("in winter the same clocks leave an hour less")
                .extracting(TripWarning::kind)
                .containsExactly(Kind.TRAVEL);
    }

    @Test
    void theNightInWhichTheClocksChangeIsAnHourLongerOrShorter() {
        LocalDate spring = LocalDate.parse("2026-03-29");
        Stop night = stop(spring, "01:00", "02:30", SOFIA, IN_SOFIA);
        // 03:00 becomes 04:00: from 02:30 to 04:30 is one hour, and Plovdiv is more than two away.
        assertThat(warnings(night, stop(spring, "04:30", "05:00", SOFIA, IN_PLOVDIV)))
                .singleElement()
                .satisfies(warning -> assertThat(warning.minutes()).isGreaterThan(60));
        LocalDate autumn = LocalDate.parse("2026-10-25");
        assertThat(warnings(
                        stop(autumn, "01:00", "02:30", SOFIA, IN_SOFIA),
                        stop(autumn, "04:30", "05:00", SOFIA, IN_PLOVDIV)))
                .as("04:00 becomes 03:00: there are three hours")
                .isEmpty();
    }

    @Test
    void inTheNightInWhichTheClocksChangeMomentsOverlapAndNotHours() {
        LocalDate autumn = LocalDate.parse("2026-10-25");
        Stop first = stop(autumn, "02:30", "04:30", SOFIA, null);
        Stop second = stop(autumn, "03:30", "05:00", SOFIA, null);
        assertThat(warnings(first, second))
                .as("from the first 03:30 to 04:30 there are two hours")
                .containsExactly(new TripWarning(Kind.CLASH, second.id(), first.id(), 120));
        LocalDate spring = LocalDate.parse("2026-03-29");
        Stop noSuchHour = stop(spring, "03:15", "03:45", SOFIA, null);
        Stop after = stop(spring, "04:00", "05:00", SOFIA, null);
        assertThat(warnings(noSuchHour, after))
                .as("03:15 is 04:15 in the night without 03:15")
                .containsExactly(new TripWarning(Kind.CLASH, noSuchHour.id(), after.id(), 30));
        assertThat(warnings(
                        stop(spring, "02:30", "04:30", SOFIA, IN_SOFIA),
                        stop(spring, "03:30", "04:30", BELGRADE, IN_SOFIA)))
                .as("04:30 in Sofia is 03:30 in Belgrade, before the change and after it")
                .isEmpty();
    }

    @Test
    void whatLastsUntilMidnightEndsWhereTheNextDayBegins() {
        Stop evening = stop(DAY, "22:00", "00:00", SOFIA, IN_SOFIA);
        assertThat(warnings(evening, stop(DAY.plusDays(1), "00:00", "01:00", SOFIA, IN_SOFIA)))
                .isEmpty();
        Stop late = stop(DAY, "23:30", "00:00", SOFIA, IN_SOFIA);
        assertThat(warnings(evening, late)).containsExactly(new TripWarning(Kind.CLASH, late.id(), evening.id(), 30));
        Stop allDay = stop(DAY, "00:00", "00:00", SOFIA, null);
        assertThat(warnings(allDay, stop(DAY.plusDays(1), "00:00", "01:00", SOFIA, null)))
                .isEmpty();
        assertThat(warnings(allDay, late)).extracting(TripWarning::minutes).containsExactly(30L);
    }

    @Test
    void theEveningOfOneZoneIsTheNightOfAnother() {
        // 23:30 to midnight in Belgrade is 00:30 to 01:00 of the next day in Sofia.
        Stop belgrade = stop(DAY, "23:30", "00:00", BELGRADE, null);
        Stop sofia = stop(DAY.plusDays(1), "00:45", "01:30", SOFIA, null);
        assertThat(warnings(sofia, belgrade))
                .containsExactly(new TripWarning(Kind.CLASH, sofia.id(), belgrade.id(), 15));
        assertThat(warnings(belgrade, stop(DAY.plusDays(1), "00:00", "00:30", SOFIA, null)))
                .as("it is over when the other begins")
                .isEmpty();
    }

    @Test
    void overTheDateLineOneArrivesBeforeOneHasLeft() {
        // 10:00 in Auckland is 12:00 of the day before in Honolulu; the flight takes about thirteen hours.
        Stop auckland = stop(DAY, "08:00", "10:00", AUCKLAND, IN_AUCKLAND);
        assertThat(warnings(stop(DAY, "02:00", "03:00", HONOLULU, IN_HONOLULU), auckland))
                .as("fourteen hours later, though its clock says earlier on the same day")
                .isEmpty();
        Stop tooEarly = stop(DAY.minusDays(1), "22:30", "23:30", HONOLULU, IN_HONOLULU);
        assertThat(warnings(tooEarly, auckland)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.TRAVEL);
            assertThat(warning.slot()).isEqualTo(tooEarly.id());
            assertThat(warning.other()).isEqualTo(auckland.id());
            assertThat(warning.minutes()).isBetween(120L, 200L);
        });
        Stop sameMoment = stop(DAY.minusDays(1), "11:00", "12:30", HONOLULU, IN_HONOLULU);
        assertThat(warnings(auckland, sameMoment))
                .as("11:00 of the day before is 09:00")
                .containsExactly(new TripWarning(Kind.CLASH, sameMoment.id(), auckland.id(), 60));
    }

    @Test
    void theWayOverTheDateLineIsNotTheOneAroundTheEarth() {
        assertThat(TripRules.kilometres(IN_SUVA, IN_APIA)).isCloseTo(1_144, within(30.0));
        assertThat(TripRules.kilometres(IN_AUCKLAND, IN_HONOLULU)).isCloseTo(7_087, within(60.0));
        assertThat(TripRules.kilometres(new Coordinates(0, 179.999), new Coordinates(0, -179.999)))
                .isCloseTo(0.22, within(0.02));
        assertThat(TripRules.minutes(new Coordinates(0, 179.9999), new Coordinates(0, -179.9999)))
                .as("the same place")
                .isZero();
    }

    @Test
    void aVisitWhosePlaceNobodyKnowsMakesNoWayShorter() {
        Stop sofia = stop(DAY, "10:00", "11:00", SOFIA, IN_SOFIA);
        Stop somewhere = stop(DAY, "11:00", "11:30", SOFIA, null);
        Stop plovdiv = stop(DAY, "12:00", "13:00", SOFIA, IN_PLOVDIV);

        assertThat(warnings(sofia, somewhere, plovdiv)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.TRAVEL);
            assertThat(warning.slot()).isEqualTo(plovdiv.id());
            assertThat(warning.other()).isEqualTo(sofia.id());
        });
    }

    @Test
    void theWayOnBeginsWhenTheLongerOfTwoIsOver() {
        Stop fair = stop(DAY, "10:00", "18:00", SOFIA, IN_SOFIA);
        Stop talk = stop(DAY, "11:00", "12:00", SOFIA, IN_SOFIA);
        Stop dinner = stop(DAY, "18:30", "20:00", SOFIA, IN_PLOVDIV);

        assertThat(warnings(fair, talk, dinner))
                .extracting(TripWarning::kind, TripWarning::slot, TripWarning::other)
                .containsExactly(tuple(Kind.CLASH, talk.id(), fair.id()), tuple(Kind.TRAVEL, dinner.id(), fair.id()));
    }

    @Test
    void theWayGoesOverMidnightAndDays() {
        Stop evening = stop(DAY, "21:00", "00:00", SOFIA, IN_SOFIA);
        assertThat(warnings(evening, stop(DAY.plusDays(1), "00:30", "01:00", SOFIA, IN_PLOVDIV)))
                .extracting(TripWarning::kind)
                .containsExactly(Kind.TRAVEL);
        assertThat(warnings(evening, stop(DAY.plusDays(1), "09:00", "10:00", SOFIA, IN_PLOVDIV)))
                .isEmpty();
    }

    @Test
    void eachDelegationGoesItsOwnWay() {
        Stop all = stop(DAY, "09:00", "10:00", SOFIA, IN_SOFIA);
        Stop one = stop(DAY, "10:05", "11:00", SOFIA, IN_SOFIA, ONE);
        Stop other = stop(DAY, "10:30", "11:00", SOFIA, IN_PLOVDIV, OTHER);
        Stop together = stop(DAY, "14:00", "15:00", SOFIA, IN_SOFIA);

        assertThat(warnings(all, one, other, together)).singleElement().satisfies(warning -> {
            assertThat(warning.slot()).isEqualTo(other.id());
            assertThat(warning.other()).isEqualTo(all.id());
        });
    }

    @Test
    void aDayOutsideTheMissionIsSaidOnce() {
        Stop outside = stop(DAY.plusDays(3), "10:00", "11:00", SOFIA, null);

        assertThat(TripRules.of(List.of(outside), Set.of(ONE, OTHER), DAY, DAY.plusDays(2)))
                .containsExactly(new TripWarning(Kind.OUTSIDE, outside.id(), null, 0));
    }
}
