package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.kernel.House;

/** What a killed program has left of somebody's data is gone once the next one starts. */
class CopyDraftsTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path data;

    private CopyDrafts drafts(boolean embedded) {
        return new CopyDrafts(
                new House("House", "http://localhost", data, false, embedded, ZoneId.of("Europe/Sofia")),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path left(Duration ago) throws IOException {
        Path draft = drafts(true).begin(".zip");
        Files.setLastModifiedTime(draft, FileTime.from(NOW.minus(ago)));
        return draft;
    }

    @Test
    void theOnlyNodeTakesAwayAllThatLiesThere() throws IOException {
        Path killed = left(Duration.ofSeconds(1));

        drafts(true).clearAtStart();

        assertThat(killed).doesNotExist();
    }

    @Test
    void beforeThereIsAFolderThereIsNothingToDo() {
        drafts(true).clearAtStart();

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void oneOfSeveralNodesLeavesWhatAnotherMayBeWriting() throws IOException {
        Path left = left(Duration.ofMinutes(61));
        Path written = left(Duration.ofMinutes(59));

        drafts(false).clearAtStart();

        assertThat(left).doesNotExist();
        assertThat(written).exists();
    }
}
