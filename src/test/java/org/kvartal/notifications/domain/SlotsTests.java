package org.kvartal.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.notifications.Rhythm;

/** When letters go out, over the nights in which clocks change. */
class SlotsTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Test
    void theHourStaysTheSameWhenTheClocksChange() {
        List<String> local = new ArrayList<>();
        Slots slots = new Slots(DayOfWeek.FRIDAY, 8, SOFIA);
        Instant now = Instant.parse("2026-10-16T00:00:00Z");
        for (int i = 0; i < 3; i++) {
            now = slots.next(Rhythm.WEEKLY, now);
            local.add(now + " " + now.atZone(SOFIA).toLocalDateTime());
        }

        assertThat(local)
                .containsExactly(
                        "2026-10-16T05:00:00Z 2026-10-16T08:00",
                        "2026-10-23T05:00:00Z 2026-10-23T08:00",
                        "2026-10-30T06:00:00Z 2026-10-30T08:00");
    }

    @Test
    void anHourThatIsLeftOutIsTheNextOneAndOneThatComesTwiceIsTheFirst() {
        Slots slots = new Slots(DayOfWeek.MONDAY, 3, SOFIA);

        assertThat(slots.next(Rhythm.DAILY, Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(slots.next(Rhythm.DAILY, Instant.parse("2026-10-24T12:00:00Z")))
                .isEqualTo("2026-10-25T00:00:00Z");
        assertThat(slots.next(Rhythm.DAILY, Instant.parse("2026-10-25T00:00:00Z")))
                .isEqualTo("2026-10-26T01:00:00Z");
    }

    @Test
    void eachLocalDayHasOneWhateverTheZoneAndHour() {
        for (String zone :
                List.of("Europe/Sofia", "America/Sao_Paulo", "Asia/Gaza", "Pacific/Apia", "Australia/Lord_Howe")) {
            ZoneId there = ZoneId.of(zone);
            for (int hour = 0; hour < 24; hour++) {
                Slots slots = new Slots(DayOfWeek.MONDAY, hour, there);
                Instant now = Instant.parse("2012-06-01T00:00:00Z");
                ZonedDateTime before = null;
                for (int i = 0; i < 1500; i++) {
                    now = slots.next(Rhythm.DAILY, now);
                    ZonedDateTime slot = now.atZone(there);
                    if (before != null && slot.getYear() > 2012) {
                        assertThat(slot.toLocalDate())
                                .as(zone)
                                .isEqualTo(before.toLocalDate().plusDays(1));
                    }
                    before = slot;
                }
            }
        }
    }
}
