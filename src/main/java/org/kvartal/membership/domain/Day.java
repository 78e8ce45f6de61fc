package org.kvartal.membership.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kvartal.kernel.House;
import org.springframework.stereotype.Component;

/** What day it is where the house stands: mandates and terms count by it. */
@Component
class Day {

    private final House house;
    private final Clock clock;

    Day(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), house.zone());
    }

    /** As fine as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
