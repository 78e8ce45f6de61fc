package org.kvartal.alliance.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.files.FileOwner;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.springframework.stereotype.Component;

/**
 * Has the directory copied once a night, and as soon as there is anything to copy where there is no copy yet. Whoever looks again after a
 * stop makes up for a night that was missed.
 *
 * @see "Decision record 0090, what others take away whole"
 */
@Component
class DumpRoom {

    /** When it has become night, after midnight. */
    private static final Duration NIGHT = Duration.ofHours(3);

    private static final String ZIP = "application/zip";
    private static final long NEVER = -1;

    private final KeptDumps dumps;
    private final DumpWriting writing;
    private final Directory directory;
    private final org.kvartal.files.Files files;
    private final House house;
    private final Clock clock;

    /** What the directory was at the last look. */
    private final AtomicLong seen = new AtomicLong(NEVER);

    DumpRoom(
            KeptDumps dumps,
            DumpWriting writing,
            Directory directory,
            org.kvartal.files.Files files,
            House house,
            Clock clock) {
        this.dumps = dumps;
        this.writing = writing;
        this.directory = directory;
        this.files = files;
        this.house = house;
        this.clock = clock;
    }

    /** Makes the copy that is due, if one is. */
    void look() {
        Instant now = clock.instant();
        LocalDate night = house.day(now.minus(NIGHT));
        Optional<Dump> newest = dumps.newest();
        boolean due = newest.isPresent() ? newest.get().night().isBefore(night) : hasComeToRest();
        if (due) {
            make(night, now);
        }
    }

    /** A house that has just begun fills its directory first: nobody wants a copy of its half for a day. */
    private boolean hasComeToRest() {
        long version = directory.version();
        return seen.getAndSet(version) == version && directory.numbers().entries() > 0;
    }

    private void make(LocalDate night, Instant now) {
        Path draft = null;
        try {
            draft = Files.createTempFile("directory", ".zip");
            UUID id = Ids.next();
            String sha256 = writing.write(draft, id, now);
            StoredFile file;
            try (InputStream in = Files.newInputStream(draft)) {
                file = files.keep(new FileOwner(DumpFiles.MODULE, id), "directory-" + night + ".zip", ZIP, in);
            }
            if (!dumps.keep(new Dump(id, night, now, file.id(), file.size(), sha256))) {
                files.remove(file.id());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the directory could not be copied", failed);
        } finally {
            discard(draft);
        }
    }

    private static void discard(@Nullable Path draft) {
        if (draft != null) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException left) {
                // The system clears its temporary folder.
            }
        }
    }
}
