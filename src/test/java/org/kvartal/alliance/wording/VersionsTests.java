package org.kvartal.alliance.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.kvartal.TurnableClock;
import org.kvartal.kernel.House;

class VersionsTests {

    @Test
    void whatWasShownYesterdayIsAnotherVersionThoughNothingWasWritten() {
        TurnableClock clock = new TurnableClock();
        Versions versions =
                new Versions(new House("House", "", Path.of("data"), false, false, ZoneId.of("Europe/Sofia")), clock);
        String today = versions.of("partnerships", 7);

        clock.turn(Duration.ofDays(1));

        assertThat(versions.of("partnerships", 7)).isNotEqualTo(today).isEqualTo(versions.of("partnerships", 7));
        assertThat(versions.of("partnerships", 8)).isNotEqualTo(versions.of("partnerships", 7));
    }
}
