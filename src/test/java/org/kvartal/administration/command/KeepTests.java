package org.kvartal.administration.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.administration.domain.KeptHouse;

/** The two commands in processes of their own, on data folders with embedded servers of their own. */
class KeepTests {

    /** Made by an earlier version of the program; later ones restore it. Never made anew. */
    private static final Path FORMER =
            Path.of("src/test/resources/backups/2026-11.zip").toAbsolutePath();

    @TempDir
    Path place;

    private record Said(int code, String out, String err) {}

    private static ProcessBuilder java(Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        command.add("--kvartal.test.database=embedded");
        return new ProcessBuilder(command);
    }

    private Said keep(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(place, "out", "");
        Path err = Files.createTempFile(place, "err", "");
        Process process = java(Keep.class, List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Said(
                process.exitValue(),
                Files.readString(out).strip(),
                Files.readString(err).strip());
    }

    private static String in(Path data) {
        return "--kvartal.data=" + data;
    }

    @Test
    void whatAFormerVersionKeptIsRestoredAndKeptAgainBesideTheProgramAndWithoutIt() throws Exception {
        Path data = place.resolve("a house");

        Said restored = keep("restore", FORMER.toString(), in(data));
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.err())
                .contains("restored and compared")
                .contains("Open it: ./kvartal run --data " + data.toRealPath());
        assertThat(data.resolve("demonstration")).as("it is somebody's house").doesNotExist();

        Said again = keep("restore", FORMER.toString(), in(data));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("the database is not empty").doesNotContain("Exception");

        Said closed = keep("backup", in(data));
        assertThat(closed.code()).as(closed.err()).isZero();
        assertThat(Path.of(closed.out())).hasParent(data.resolve("backups"));
        holdsAll(Path.of(closed.out()));

        Process program = java(OpenHouse.class, List.of(in(data)))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader words = program.inputReader(StandardCharsets.UTF_8)) {
            while (!OpenHouse.OPEN.equals(Objects.requireNonNull(words.readLine()))) {
                // it opens
            }
            Said beside = keep("backup", place.resolve("beside.zip").toString(), in(data));
            assertThat(beside.code()).as(beside.err()).isZero();
            assertThat(beside.out()).isEqualTo(place.resolve("beside.zip").toString());
            holdsAll(place.resolve("beside.zip"));

            Said into = keep("restore", FORMER.toString(), in(data));
            assertThat(into.code()).isEqualTo(1);
            assertThat(into.err())
                    .contains("is in use by another running Kvartal")
                    .doesNotContain("\tat ");
        } finally {
            program.getOutputStream().close();
            assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void holdsAll(Path kept) throws IOException {
        assertThat(KeptHouse.rows(kept)).containsAllEntriesOf(KeptHouse.rows(FORMER));
        assertThat(KeptHouse.contents(kept)).containsAll(KeptHouse.contents(FORMER));
    }

    @Test
    void whatCanNotBeDoneIsOneSentenceAndACode() throws Exception {
        Path broken = place.resolve("broken.zip");
        byte[] bytes = Files.readAllBytes(FORMER);
        bytes[bytes.length / 2] ^= 1;
        Files.write(broken, bytes);
        Path data = place.resolve("new");

        Said damaged = keep("restore", broken.toString(), in(data));
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.err())
                .contains("kvartal: " + broken + " is damaged or incomplete: its checksum is wrong.")
                .doesNotContain("\tat ");

        Said nothing = keep("backup", in(place.resolve("nowhere")));
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("there is no house in").doesNotContain("\tat ");
        assertThat(place.resolve("nowhere")).doesNotExist();

        assertThat(keep("restore").code()).isEqualTo(2);
    }
}
