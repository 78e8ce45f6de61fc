package org.kvartal.administration.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.springframework.stereotype.Component;

/** Everybody sees the house's mark; one that was replaced is thrown away. */
@Component
class MarkAccess implements FileAccess {

    private final House house;

    MarkAccess(House house) {
        this.house = house;
    }

    @Override
    public String module() {
        return HouseSettings.MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return object.equals(HouseSettings.HOUSE);
    }

    @Override
    public Set<FileId> unused(Map<FileId, UUID> files) {
        String mark = house.mark();
        Set<FileId> unused = new HashSet<>(files.keySet());
        unused.removeIf(file -> FilePages.small(file).equals(mark));
        return unused;
    }
}
