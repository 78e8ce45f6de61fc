package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** That a disk is full is told from everything else that can go wrong, and known before it is. */
class NoRoomTests {

    @Test
    void aFullDiskIsKnownByWhatTheDatabaseAndTheSystemSay() {
        assertThat(NoRoom.behind(new IllegalStateException(new SQLException("could not extend file", "53100"))))
                .isTrue();
        assertThat(NoRoom.behind(new SQLException("cannot execute INSERT in a read-only transaction", "25006")))
                .isTrue();
        assertThat(NoRoom.behind(new UncheckedIOException(
                        new FileSystemException("/data/files/x", null, "No space left on device"))))
                .isTrue();
    }

    @Test
    void otherTroubleIsNone() {
        assertThat(NoRoom.behind(new SQLException("duplicate key", "23505"))).isFalse();
        assertThat(NoRoom.behind(new SQLException("away", "08001"))).isFalse();
        assertThat(NoRoom.behind(new IOException("Permission denied"))).isFalse();
        assertThat(NoRoom.behind(new IllegalStateException())).isFalse();
    }

    @Test
    void onlyTheReserveIsLeftOrMore(@TempDir Path folder) {
        long free = folder.toFile().getUsableSpace();

        assertThat(new DiskRoom(folder, DataSize.ofBytes(free / 2)).isFull()).isFalse();
        assertThat(new DiskRoom(folder, DataSize.ofBytes(free * 2)).isFull()).isTrue();
        assertThat(new DiskRoom(folder.resolve("not-there-yet"), DataSize.ofBytes(free * 2)).isFull())
                .isFalse();
    }
}
