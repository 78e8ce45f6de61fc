package org.kvartal.demo.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.kernel.House;

/** What the launcher may remove says so itself. */
class DemonstrationMarkTests {

    @TempDir
    Path data;

    private House house(boolean embedded) {
        return new House("House", "http://localhost", data, true, embedded, ZoneId.of("Europe/Sofia"));
    }

    @Test
    void aFolderWithItsOwnDatabaseIsMarked() {
        new DemonstrationMark(house(true)).put();

        assertThat(data.resolve("demonstration")).content().contains("./kvartal reset");
    }

    @Test
    void whoseDatabaseLiesElsewhereIsNotMarked() {
        new DemonstrationMark(house(false)).put();

        assertThat(data).isEmptyDirectory();
    }
}
