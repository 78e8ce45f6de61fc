package org.kvartal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kvartal backup} and {@code ./kvartal restore} hand over what was asked; here a JDK of a test stands for the program. */
class KeepLauncherTests {

    @TempDir
    Path place;

    private Path home;

    private record Said(int code, List<String> words) {}

    /** A launcher with a program that is built already, and a JDK that says how it was called. */
    @BeforeEach
    void aProgramIsBuilt() throws Exception {
        home = Files.createDirectories(place.resolve("a house"));
        Files.copy(Path.of("kvartal"), home.resolve("kvartal"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve("target/run/app"));
        Files.writeString(home.resolve("target/run/app/kvartal.jar"), "");
        Files.writeString(home.resolve("target/run/built"), "");
        Path bin = Files.createDirectories(place.resolve("jdk/bin"));
        Files.writeString(place.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String program : List.of("java", "javac")) {
            Path file =
                    Files.writeString(bin.resolve(program), "#!/bin/sh\nfor one in \"$@\"; do echo \"$one\"; done\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    private Said say(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("kvartal").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", place.resolve("jdk").toString());
        Process launcher = builder.start();
        launcher.getOutputStream().close();
        String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(launcher.exitValue(), said.lines().toList());
    }

    @Test
    void aBackupIsAskedForByPlacesAsTheCallerNamesThem() throws Exception {
        Files.createDirectories(place.resolve("my data"));

        Said said = say("backup", "--data", "my data", "--to=kept.zip");

        assertThat(said.code()).isZero();
        assertThat(said.words())
                .endsWith(
                        "org.kvartal.administration.command.Keep",
                        "backup",
                        place.resolve("kept.zip").toString(),
                        "--kvartal.data=" + place.resolve("my data"));
        assertThat(Class.forName("org.kvartal.administration.command.Keep")).isNotNull();
    }

    @Test
    void aBackupWithoutPlacesIsThatOfTheHouse() throws Exception {
        assertThat(say("backup").words()).endsWith("org.kvartal.administration.command.Keep", "backup");
    }

    @Test
    void aBackupIsMadeByTheProgramThatIsThereThoughSourcesAreNewer() throws Exception {
        Files.createDirectories(home.resolve("src/main"));
        Files.setLastModifiedTime(home.resolve("target/run/built"), java.nio.file.attribute.FileTime.fromMillis(0));

        assertThat(say("backup").words()).endsWith("backup");
    }

    @Test
    void aRestorationTakesOneFile() throws Exception {
        Path kept = Files.writeString(place.resolve("my copy.zip"), "");

        Said said = say("restore", "my copy.zip", "--data", "new");

        assertThat(said.code()).isZero();
        assertThat(said.words()).endsWith("restore", kept.toString(), "--kvartal.data=" + place.resolve("new"));
        assertThat(say("restore").code()).isEqualTo(2);
        assertThat(say("restore", "a.zip", "b.zip").code()).isEqualTo(2);
        assertThat(say("restore", "--force", "a.zip").code()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        Said nothing = say("restore", "nothing.zip");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.words()).singleElement().asString().contains("there is no file", "nothing.zip");
        Said nowhere = say("backup", "--data", "nowhere");
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.words()).singleElement().asString().contains("there is no folder", "nowhere");
        assertThat(say("backup", "--all").code()).isEqualTo(2);
    }
}
