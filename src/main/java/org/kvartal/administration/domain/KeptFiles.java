package org.kvartal.administration.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.administration.BackupReason;

/** Backups in a folder, as they are named there. */
final class KeptFiles {

    private static final Pattern NAME = Pattern.compile("kvartal-\\d{8}-\\d{6}-([a-z]+)\\.zip");

    private KeptFiles() {}

    /** How many of a kind are kept. What somebody wished is theirs to delete. */
    static int most(BackupReason reason) {
        return switch (reason) {
            case NIGHT -> 14;
            case MIGRATION -> 3;
            case WISH -> Integer.MAX_VALUE;
        };
    }

    /** Deletes the oldest of a kind; their names hold the time. */
    static List<String> prune(Path folder, BackupReason reason) throws IOException {
        List<Path> oldest;
        String kind = reason.name().toLowerCase(Locale.ROOT);
        try (Stream<Path> files = Files.list(folder)) {
            oldest = files.filter(file -> {
                        var name = NAME.matcher(file.getFileName().toString());
                        return name.matches() && name.group(1).equals(kind);
                    })
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .skip(most(reason))
                    .toList();
        }
        List<String> deleted = new ArrayList<>();
        for (Path file : oldest) {
            if (Files.deleteIfExists(file)) {
                deleted.add(file.getFileName().toString());
            }
        }
        return deleted;
    }

    /** Takes away what a program that died half-way left. Nobody else makes a backup of this house now. */
    static void clearLeft(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(BackupRoom.PART)
                        && NAME.matcher(name.substring(0, name.length() - BackupRoom.PART.length()))
                                .matches()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
