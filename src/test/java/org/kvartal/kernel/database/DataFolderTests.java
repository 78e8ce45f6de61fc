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
    void a_folder_in_use_is_refused_in_one_sentence_that_names_the_way_out() {
        try (var first = DataFolder.claim(folder)) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> DataFolder.claim(folder))
                    .withMessage("the data folder " + first.path() + " is in use by another running Kvartal (process "
                            + ProcessHandle.current().pid()
                            + "): stop that one, or choose another folder with --data.");
        }
    }

    @Test
    void another_process_is_refused_too_and_a_dead_one_leaves_nothing_behind() throws Exception {
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
    void a_folder_given_back_can_be_claimed_again() {
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
