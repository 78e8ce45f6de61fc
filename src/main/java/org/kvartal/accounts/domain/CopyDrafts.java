package org.kvartal.accounts.domain;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kvartal.kernel.House;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where copies are written before they are kept: beside the data that they repeat, never in a folder of the whole machine. */
@Component
class CopyDrafts {

    static final String FOLDER = "own-data";

    /** One that nobody has touched for so long was left behind by a program that was killed. */
    private static final Duration LEFT = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(CopyDrafts.class);

    private final House house;
    private final Path folder;
    private final Clock clock;

    CopyDrafts(House house, Clock clock) {
        this.house = house;
        this.folder = house.data().toAbsolutePath().resolve(FOLDER);
        this.clock = clock;
    }

    /** An empty file that nobody but the program reads. */
    Path begin(String suffix) throws IOException {
        return Files.createTempFile(Files.createDirectories(folder), "draft", suffix);
    }

    /** Whatever lies here when the only node starts was left behind, however new it is. */
    @PostConstruct
    void clearAtStart() {
        clear(house.embedded() ? Instant.MAX : clock.instant().minus(LEFT));
    }

    /** Takes away those that were left behind; another node may be writing one. */
    void clear() {
        clear(clock.instant().minus(LEFT));
    }

    private void clear(Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder)) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException left) {
            log.warn("{} holds data of people and could not be cleared", folder, left);
        }
    }
}
