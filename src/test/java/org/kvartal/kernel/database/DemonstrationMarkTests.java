package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new folder is a demonstration and stays one; a house that somebody has set up or restored never becomes one. */
class DemonstrationMarkTests {

    @TempDir
    Path data;

    @Test
    void aNewFolderIsADemonstrationAndStaysOne() throws Exception {
        DemonstrationMark.putIfNew(data);
        Files.createDirectories(data.resolve("postgresql/cluster"));
        DemonstrationMark.putIfNew(data);

        assertThat(DemonstrationMark.isIn(data)).isTrue();
        assertThat(data.resolve("demonstration")).content().contains("./kvartal reset");
    }

    @Test
    void aHouseThatIsThereAlreadyIsNone() throws Exception {
        Files.createDirectories(data.resolve("postgresql"));

        DemonstrationMark.putIfNew(data);

        assertThat(DemonstrationMark.isIn(data)).isFalse();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneSentence() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DemonstrationMark.putIfNew(data.resolve("gone")))
                .withMessageContaining("can't be written");
    }
}
