package org.kvartal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program loses its database for some seconds, and goes on by itself. The bench takes it away for a minute. */
class OutageJourney {

    @Test
    void guestsAreToldToComeAgainAndTheHouseGoesOn(@TempDir Path folder) throws Exception {
        List<Figure> figures = Outages.away(folder.resolve("database-away-house"), List.of(), Duration.ofSeconds(6));

        // How long things take depends on what else the machine does; what was promised otherwise holds on every one.
        assertThat(figures)
                .filteredOn(figure -> figure.must() != null && figure.unit().isEmpty())
                .hasSizeGreaterThan(5)
                .allSatisfy(figure -> assertThat(figure.kept()).as(figure.row()).isTrue());
    }
}
