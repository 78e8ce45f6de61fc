package org.kvartal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Where the bytes of all files lie, each content once under its SHA-256 in hexadecimal digits, {@code files/ab/cd/abcd…} in the data folder: a
 * content is there whole or not at all, after a crash too. For what copies a whole house; everybody else asks {@link org.kvartal.files.Files}.
 */
public final class ContentFolder {

    private final Path folder;

    /** @param data the house's data folder */
    public ContentFolder(Path data) {
        this.folder = data.toAbsolutePath().resolve("files");
    }

    /** A folder for what is being received and made. */
    public Path workbench() throws IOException {
        return Files.createDirectories(folder.resolve("incoming"));
    }

    /** Keeps the content for good before it returns. The file may be moved away; the same content twice is kept once. */
    public void put(String hash, Path content) throws IOException {
        Path place = place(hash);
        if (Files.exists(place)) {
            return;
        }
        Path drawer = drawer(hash);
        Files.createDirectories(drawer);
        sync(content, StandardOpenOption.WRITE);
        Files.move(content, place, StandardCopyOption.ATOMIC_MOVE);
        for (Path named : List.of(drawer, chest(hash), folder)) {
            sync(named, StandardOpenOption.READ);
        }
    }

    /** Where the content lies, or would. */
    public Path place(String hash) {
        return drawer(hash).resolve(hash);
    }

    /** Takes the content away, if it is there. */
    public void remove(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    /** Whether no file lies there. */
    public boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.noneMatch(Files::isRegularFile);
        }
    }

    /** Takes everything away. */
    public void clear() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private Path drawer(String hash) {
        return chest(hash).resolve(hash.substring(2, 4));
    }

    private Path chest(String hash) {
        return folder.resolve(hash.substring(0, 2));
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
