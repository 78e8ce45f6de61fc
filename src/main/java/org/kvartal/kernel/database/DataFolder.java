package org.kvartal.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder with everything a house keeps. One running program claims it; the system drops the claim with the process. */
final class DataFolder implements AutoCloseable {

    /**
     * Claims of this very process. Closing any channel on a locked file drops the lock of the whole process, so a second
     * claim must be turned away before the file is opened.
     */
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Claims the folder, which is made when absent.
     *
     * @throws CannotStart when another program has it or it can't be written
     */
    static DataFolder claim(Path folder) {
        Path path;
        try {
            path = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new CannotStart(
                    "the data folder " + folder.toAbsolutePath() + " can't be made or read: " + e + ".", e);
        }
        if (!CLAIMED.add(path)) {
            throw inUse(path, ProcessHandle.current().pid() + "");
        }
        try {
            var channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                var holder = new byte[20];
                var length = channel.read(ByteBuffer.wrap(holder));
                channel.close();
                throw inUse(path, new String(holder, 0, Math.max(length, 0), StandardCharsets.US_ASCII).strip());
            }
            var pid = ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            CLAIMED.remove(path);
            throw new CannotStart("the data folder " + path + " can't be written: " + e + ".", e);
        } catch (CannotStart e) {
            CLAIMED.remove(path);
            throw e;
        }
    }

    private static CannotStart inUse(Path path, String pid) {
        return new CannotStart("the data folder " + path + " is in use by another running Kvartal"
                + (pid.isEmpty() ? "" : " (process " + pid + ")")
                + ": stop that one, or choose another folder with --data.");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            CLAIMED.remove(path);
        }
    }
}
