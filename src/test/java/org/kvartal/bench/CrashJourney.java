package org.kvartal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program dies without warning, five times, and loses nothing. The bench does it fifty times. */
class CrashJourney {

    @Test
    void whatWasAcknowledgedSurvivesKill9(@TempDir Path folder) throws Exception {
        Crashes.Report report = new Crashes(folder.resolve("crashed-house")).run(5);

        assertThat(report.verdicts()).hasSize(6).allMatch(Recount.Verdict::clean);
        assertThat(report.acknowledged()).isGreaterThan(report.kills());
        assertThat(report.verdicts().getLast().posts())
                .as("the first post, and each that was acknowledged, once")
                .isEqualTo(1 + report.acknowledged());
    }
}
