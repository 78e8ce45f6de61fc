package org.kvartal.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What time it is, as fine as the database keeps it, and what day it is where the house stands: terms and mandates count by it. */
@Component
public class HouseClock {

    private final Clock clock;
    private final House house;

    HouseClock(Clock clock, House house) {
        this.clock = clock;
        this.house = house;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The day by the house's clock. */
    public LocalDate today() {
        return today(house.zone());
    }

    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
