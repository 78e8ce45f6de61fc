package org.kvartal.administration.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kvartal.administration.BackupReason;
import org.kvartal.administration.domain.BackupRoom;
import org.kvartal.administration.domain.CannotKeep;
import org.kvartal.administration.domain.Restoring;
import org.kvartal.kernel.Schema;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@code ./kvartal backup} and {@code ./kvartal restore}: the house's settings and its database, nothing else of the program. A backup is made beside a program
 * that runs, or without it.
 */
public final class Keep {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000_000;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private Keep() {}

    /** Nothing is to be made but the settings. */
    static class SettingsAlone {}

    private record Wish(String command, List<String> names, List<String> settings) {

        /** Settings begin with two dashes, as for the program itself. */
        static Wish of(String[] arguments) {
            List<String> names = new ArrayList<>();
            List<String> settings = new ArrayList<>();
            for (String argument : arguments) {
                (argument.startsWith("--") ? settings : names).add(argument);
            }
            return new Wish(names.isEmpty() ? "" : names.removeFirst(), names, settings);
        }
    }

    public static void main(String[] arguments) {
        Wish wish = Wish.of(arguments);
        boolean restores = wish.command().equals("restore");
        boolean known = restores || wish.command().equals("backup");
        boolean fits = wish.names().size() == 1 || (!restores && wish.names().isEmpty());
        if (!known || !fits) {
            System.err.println("kvartal: say backup [FILE|FOLDER] or restore FILE.");
            System.exit(MISUSED);
        }
        int code;
        try (ConfigurableApplicationContext settings = open(wish.settings(), !restores)) {
            code = restores
                    ? restore(settings.getEnvironment(), Path.of(wish.names().getFirst()))
                    : backup(
                            settings.getEnvironment(),
                            wish.names().isEmpty() ? null : Path.of(wish.names().getFirst()));
        } catch (CannotKeep e) {
            System.err.println("kvartal: " + e.getMessage() + ".");
            code = REFUSED;
        }
        System.exit(code);
    }

    private static ConfigurableApplicationContext open(List<String> settings, boolean beside) {
        SpringApplication program = new SpringApplication(SettingsAlone.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        List<String> all = new ArrayList<>(settings);
        // Its port is taken where the program runs, and is none of ours.
        all.add("--server.port=0");
        all.add("--kvartal.beside=" + beside);
        // What is restored is somebody's house, or a copy to look at.
        all.add("--kvartal.demo=false");
        return program.run(all.toArray(String[]::new));
    }

    private static int backup(ConfigurableEnvironment settings, @Nullable Path to) {
        Path data = data(settings);
        Schema schema = Schema.of(settings);
        if (schema.isEmpty()) {
            throw CannotKeep.nothing();
        }
        BackupRoom room = new BackupRoom(schema, data, Clock.systemUTC());
        BackupRoom.Made made = to == null
                ? room.keepIn(folder(settings, data), BackupReason.WISH)
                : Files.isDirectory(to) ? room.keepIn(to, BackupReason.WISH) : room.keepAs(to, BackupReason.WISH);
        System.err.printf(
                Locale.ROOT,
                "kept %d rows and %d files, as they were at %s, in %s; the file was read again and is whole%n",
                made.rows(),
                made.files(),
                here(made.keptAt()),
                size(made.size()));
        if (made.lostFiles() > 0) {
            System.err.printf(
                    "kvartal: %d files of the house are missing or damaged in %s and could not be kept.%n",
                    made.lostFiles(), data.toAbsolutePath());
        }
        System.out.println(made.file());
        return 0;
    }

    /** By the clock of whoever sits here. */
    private static String here(Instant moment) {
        return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? Math.ceilDiv(bytes, KILOBYTE) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
    }

    private static int restore(ConfigurableEnvironment settings, Path file) {
        Path data = data(settings);
        boolean embedded = settings.getRequiredProperty("kvartal.embedded", Boolean.class);
        Restoring.Restored restored = new Restoring(
                        Schema.of(settings), data, embedded, Clock.systemUTC(), System.err::println)
                .restore(file);
        System.err.printf(
                "restored and compared: %d rows, %d files, as they were at %s. Everybody signs in anew; no letter leaves"
                        + " but what somebody asks for, until an administrator allows it under Manage › Backups.%n",
                restored.rows(), restored.files(), here(restored.keptAt()));
        if (!restored.lost().isEmpty()) {
            System.err.printf(
                    "kvartal: %d files were lost already when the backup was made.%n",
                    restored.lost().size());
        }
        System.err.println("Open it: ./kvartal run"
                + (embedded ? " --data " + data.toAbsolutePath().normalize() : ", with the same settings"));
        return 0;
    }

    private static Path data(ConfigurableEnvironment settings) {
        return Path.of(settings.getProperty("kvartal.data", "data"));
    }

    private static Path folder(ConfigurableEnvironment settings, Path data) {
        String folder = settings.getProperty("kvartal.backups.folder", "");
        return folder.isBlank() ? data.resolve("backups") : Path.of(folder);
    }
}
