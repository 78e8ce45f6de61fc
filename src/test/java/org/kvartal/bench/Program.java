package org.kvartal.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.administration.command.Keep;
import org.kvartal.search.Inflections;

/** The built program, unpacked as the launcher unpacks it, and the JVM that runs it. */
final class Program {

    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path FOLDER = TARGET.resolve("bench");

    /** As the launcher starts it. */
    static final List<String> FLAGS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private Program() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * The command that starts the real program with {@link BenchHouse}'s doors.
     *
     * @param flags for the JVM, after the launcher's own
     * @throws IllegalStateException if nothing was built
     */
    static List<String> withDoors(List<String> flags) throws IOException, InterruptedException {
        return withDoors(flags, unpacked().resolve("kvartal.jar"), doors());
    }

    /**
     * The same of another version.
     *
     * @param checkout where that version's benchmarks have run, which leaves it unpacked and with its own doors
     */
    static List<String> withDoors(List<String> flags, Path checkout) {
        Path left = checkout.resolve("target/bench");
        return withDoors(flags, left.resolve("program/kvartal.jar"), left.resolve("doors"));
    }

    private static List<String> withDoors(List<String> flags, Path jar, Path doors) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.add("-cp");
        command.add(jar + System.getProperty("path.separator") + doors);
        command.add(BenchHouse.class.getName());
        return command;
    }

    /** The command by which the launcher makes and restores backups. */
    private static List<String> keeping(List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-cp", unpacked().resolve("kvartal.jar").toString(), Keep.class.getName()));
        return command;
    }

    /**
     * Runs that command and waits for its end.
     *
     * @throws IllegalStateException with what it said, if it did not do what it should
     */
    static void keep(List<String> flags, String... words) throws IOException, InterruptedException {
        List<String> command = keeping(flags);
        command.addAll(List.of(words));
        Path said = Files.createTempFile(Files.createDirectories(FOLDER), "keep", ".log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(words[0] + " ended with " + code + ": " + Files.readString(said));
        }
        Files.delete(said);
    }

    /** What the house of that folder says. */
    static Path log(Path data) {
        return FOLDER.resolve(data.getFileName() + ".log");
    }

    /** Unpacked anew when the jar is newer. */
    private static synchronized Path unpacked() throws IOException, InterruptedException {
        Path jar = TARGET.resolve("kvartal.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("nothing is built yet: run mvn package, or ./kvartal bench");
        }
        Path folder = FOLDER.resolve("program");
        Path unpacked = folder.resolve("kvartal.jar");
        if (Files.exists(unpacked)
                && Files.getLastModifiedTime(unpacked).compareTo(Files.getLastModifiedTime(jar)) >= 0) {
            return folder;
        }
        Path log = Files.createDirectories(FOLDER).resolve("unpack.log");
        int code = new ProcessBuilder(
                        java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the program could not be unpacked: " + Files.readString(log));
        }
        Files.setLastModifiedTime(unpacked, java.nio.file.attribute.FileTime.from(java.time.Instant.now()));
        return folder;
    }

    /** The classes of this package, and the list of words that are sought: no other test's beans get into the measured program. */
    private static Path doors() throws IOException {
        Path doors = FOLDER.resolve("doors");
        copy(Program.class, "*.class", doors);
        copy(Inflections.class, "Inflections*.class", doors);
        return doors;
    }

    private static void copy(Class<?> neighbour, String glob, Path doors) throws IOException {
        Path folder = Path.of(neighbour.getPackageName().replace('.', '/'));
        Path tests = Path.of(
                neighbour.getProtectionDomain().getCodeSource().getLocation().getPath());
        Path place = Files.createDirectories(doors.resolve(folder));
        try (DirectoryStream<Path> classes = Files.newDirectoryStream(tests.resolve(folder), glob)) {
            for (Path file : classes) {
                Files.copy(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
