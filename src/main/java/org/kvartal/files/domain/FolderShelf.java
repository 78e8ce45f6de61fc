package org.kvartal.files.domain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.kvartal.kernel.House;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Contents as files in the data folder, {@code files/ab/cd/abcd…}: a content is there whole or not at all, after a crash too. */
@Component
class FolderShelf implements Shelf {

    private final Path folder;

    FolderShelf(House house) {
        this.folder = house.data().toAbsolutePath().resolve("files");
    }

    @Override
    public Path workbench() throws IOException {
        return Files.createDirectories(folder.resolve("incoming"));
    }

    @Override
    public void put(Hash hash, Path content) throws IOException {
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

    @Override
    public Resource get(Hash hash) {
        return new FileSystemResource(place(hash));
    }

    @Override
    public void remove(Hash hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    private Path place(Hash hash) {
        return drawer(hash).resolve(hash.hex());
    }

    private Path drawer(Hash hash) {
        return chest(hash).resolve(hash.hex().substring(2, 4));
    }

    private Path chest(Hash hash) {
        return folder.resolve(hash.hex().substring(0, 2));
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
