package org.kvartal.files.domain;

import java.io.IOException;
import java.nio.file.Path;
import org.kvartal.files.ContentFolder;
import org.kvartal.kernel.House;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Contents as files in the data folder. */
@Component
class FolderShelf implements Shelf {

    private final ContentFolder folder;

    FolderShelf(House house) {
        this.folder = new ContentFolder(house.data());
    }

    @Override
    public Path workbench() throws IOException {
        return folder.workbench();
    }

    @Override
    public void put(Hash hash, Path content) throws IOException {
        folder.put(hash.hex(), content);
    }

    @Override
    public Resource get(Hash hash) {
        return new FileSystemResource(folder.place(hash.hex()));
    }

    @Override
    public void remove(Hash hash) throws IOException {
        folder.remove(hash.hex());
    }
}
