package org.kvartal.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much room is left where the house keeps its data. Before the last of it is used, people can read and no longer write: a database without any room
 * stops, and with it everything.
 *
 * @see "Decision record 0165, what happens when something is missing"
 */
@Component
public class DiskRoom {

    private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final long reserve;

    private volatile boolean full;
    private volatile long askedAt = System.nanoTime() - 2 * FRESH;

    @Autowired
    DiskRoom(House house, @Value("${kvartal.disk-reserve:256MB}") DataSize reserve) {
        this(house.data(), reserve);
    }

    DiskRoom(Path folder, DataSize reserve) {
        this.folder = folder.toAbsolutePath();
        this.reserve = reserve.toBytes();
    }

    /** Whether only the reserve is left. Asked by every request, and looked up once a second. */
    public boolean isFull() {
        long now = System.nanoTime();
        if (now - askedAt > FRESH) {
            askedAt = now;
            boolean found = free() < reserve;
            if (found != full) {
                full = found;
                if (found) {
                    log.error("There is no room left for the data: the house can be read, and nothing is saved");
                } else {
                    log.info("There is room for the data again");
                }
            }
        }
        return full;
    }

    /** A folder that is not there yet, or a disk that does not say, keeps nobody from anything. */
    private long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
