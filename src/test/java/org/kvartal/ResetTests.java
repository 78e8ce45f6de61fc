package org.kvartal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kvartal reset} removes a demonstration and never anything else. */
class ResetTests {

    @TempDir
    Path place;

    private Path data;

    private record Said(int code, String words) {}

    @BeforeEach
    void aHouseIsThere() throws IOException {
        data = place.resolve("a house");
        Files.createDirectories(data.resolve("postgresql/cluster"));
        Files.createDirectories(data.resolve("files/ab"));
        Files.writeString(data.resolve("files/ab/cd"), "A file.");
        Files.writeString(data.resolve("lock"), "\n");
    }

    private void demonstration() throws IOException {
        Files.writeString(data.resolve("demonstration"), "A demonstration.");
    }

    /** Nobody sits at its terminal. */
    private Said reset(String... options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("sh", Path.of("kvartal").toAbsolutePath().toString(), "reset"));
        command.addAll(List.of(options));
        Process launcher = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(place.resolve("empty")).toFile()))
                .start();
        String words = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Files.delete(place.resolve("empty"));
        return new Said(launcher.exitValue(), words);
    }

    @Test
    void aDemonstrationIsRemovedAsAWhole() throws Exception {
        demonstration();
        Said said = reset("--data", "a house", "--yes");

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).contains("./kvartal run tells it anew");
        assertThat(data).doesNotExist();
    }

    @Test
    void aHouseOfItsOwnIsNeverRemoved() throws Exception {
        Said said = reset("--data=" + data, "--yes");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains("holds no demonstration");
        assertThat(data.resolve("files/ab/cd")).exists();
    }

    @Test
    void whatTheProgramDidNotPutThereStays() throws Exception {
        demonstration();
        Files.writeString(data.resolve("letter.txt"), "Mine.");
        Said said = reset("--data", data.toString(), "--yes");

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(data).isDirectoryContaining(path -> path.endsWith("letter.txt"));
        assertThat(data.resolve("files")).doesNotExist();
        assertThat(data.resolve("demonstration")).doesNotExist();
    }

    @Test
    void nothingIsRemovedWhileAProgramRunsOnIt() throws Exception {
        demonstration();
        // This very process is a running Java program.
        Files.writeString(data.resolve("lock"), ProcessHandle.current().pid() + "\n");
        Said said = reset("--data", data.toString(), "--yes");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words())
                .contains("the program runs on", ProcessHandle.current().pid() + "");
        assertThat(data.resolve("files/ab/cd")).exists();
    }

    @Test
    void whereNobodyCanBeAskedItTakesAYes() throws Exception {
        demonstration();
        Said said = reset("--data", data.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words()).contains("--yes");
        assertThat(data.resolve("demonstration")).exists();
    }

    @Test
    void aFolderThatIsNotThereAndAnUnknownOptionAreSaid() throws Exception {
        assertThat(reset("--data", "nowhere", "--yes").words()).contains("there is no folder");
        assertThat(reset("--all").code()).isEqualTo(2);
        assertThat(data.resolve("files/ab/cd")).exists();
    }
}
