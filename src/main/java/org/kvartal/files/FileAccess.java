package org.kvartal.files;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.Asker;

/** A module that lets people add files answers here for the objects they belong to. A file whose module does not answer is read by nobody. */
public interface FileAccess {

    /** The {@link FileOwner#module()} this speaks for. */
    String module();

    /** Whether the asker may read the object, and so its files, now. What a guest may read is public and may be cached. */
    boolean mayRead(Asker asker, UUID object);

    /** Which of these files of the object the asker may read now: all where they may read the object, unless the module knows better. */
    default Set<FileId> readable(Asker asker, UUID object, Set<FileId> files) {
        return mayRead(asker, object) ? files : Set.of();
    }

    /**
     * Which of these files nothing uses any more, neither their object nor a draft of it: they are deleted a day after they were uploaded
     * or later. Says none unless the module knows better.
     *
     * @param files with the objects that they belong to, which are there
     */
    default Set<FileId> unused(Map<FileId, UUID> files) {
        return Set.of();
    }

    /**
     * Which of these objects are gone for good, neither stored nor a draft any more: their files are deleted a day after they were
     * uploaded or later. Says none unless the module knows better.
     */
    default Set<UUID> gone(Set<UUID> objects) {
        return Set.of();
    }
}
