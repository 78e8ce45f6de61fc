package org.kvartal.missions.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.kvartal.kernel.House;
import org.springframework.stereotype.Component;

/** What time it is, as fine as the database keeps it. */
@Component
class MissionClock {

    private final Clock clock;
    private final House house;

    MissionClock(Clock clock, House house) {
        this.clock = clock;
        this.house = house;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The day by the house's clock. */
    LocalDate today() {
        return today(house.zone());
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The house's. */
    ZoneId zone() {
        return house.zone();
    }
}
