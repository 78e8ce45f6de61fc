package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path folder;

    @Test
    void aFolderInUseIsRefusedInOneSentenceThatNamesTheWayOut() {
        try (var first = DataFolder.claim(folder)) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> DataFolder.claim(folder))
                    .withMessage("the data folder " + first.path() + " is in use by another running Kvartal (process "
                            + ProcessHandle.current().pid()
                            + "): stop that one, or choose another folder with --data.");
        }
    }

    @Test
    void anotherProcessIsRefusedTooAndADeadOneLeavesNothingBehind() throws Exception {
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("claimed");
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> DataFolder.claim(folder))
                    .withMessageContaining("(process " + other.pid() + ")");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (var next = DataFolder.claim(folder)) {
            assertThat(next.path()).isEqualTo(folder.toRealPath());
        }
    }

    @Test
    void aFolderGivenBackCanBeClaimedAgain() {
        DataFolder.claim(folder).close();
        DataFolder.claim(folder).close();
    }

    /** Claims a folder and keeps it until it is killed. */
    static class Holder {

        public static void main(String[] arguments) throws Exception {
            DataFolder.claim(Path.of(arguments[0]));
            System.out.println("claimed");
            Thread.currentThread().join();
        }
    }
}
