package org.kvartal.files;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.core.io.Resource;

/** Keeps the files of all modules. */
public interface Files {

    /**
     * Stores a file. Its type is found by content; a picture is decoded, turned upright, made smaller where it is large, and encoded
     * anew without anything its camera wrote into it.
     *
     * <p>Whether the asker may add to the owner is for the owner's module to check before. Takes a while, since pictures are developed one at a
     * time: hold no transaction meanwhile, or a few uploads would hold all connections of the house.
     *
     * @param name as the uploader's machine calls it; a path, control characters and what is too long are taken off
     * @param content read to its end or to the limit of size, and not closed
     * @throws Refused at {@code file} if the content is empty, too large, of a kind that is not taken, or a picture that can't be
     *     read
     * @throws Forbidden if a guest asks
     */
    StoredFile store(Asker asker, FileOwner owner, String name, InputStream content);

    /** The same, but refuses everything that is not a picture. */
    StoredFile storePicture(Asker asker, FileOwner owner, String name, InputStream content);

    /**
     * The same for somebody without an account, whom the owner's module has let in by a link.
     *
     * @throws Refused as {@link #store} does
     */
    StoredFile accept(FileOwner owner, String name, InputStream content);

    /** What is known about a file, whoever asks: for modules that have checked. */
    Optional<StoredFile> find(FileId id);

    /** The same for many; ids that are unknown are left out. */
    Map<FileId, StoredFile> cards(Collection<FileId> ids);

    /** The files of an object, in the order in which they came. */
    List<StoredFile> of(FileOwner owner);

    /**
     * Keeps a file that the house has made itself, of whatever size, for the person who wanted it. Hold no transaction meanwhile.
     *
     * @param type its media type, one of those that are taken
     * @param made read to its end and not closed
     */
    StoredFile keep(PersonId wantedBy, FileOwner owner, String name, String type, InputStream made);

    /** The same for nobody in particular. */
    StoredFile keep(FileOwner owner, String name, String type, InputStream made);

    /**
     * The bytes of a file, whoever asks: for modules that have checked.
     *
     * @param small the picture for lists, where the file has one; else the file itself
     */
    Optional<Content> content(FileId id, boolean small);

    /** @param type media type of these bytes */
    record Content(Resource bytes, String type) {}

    /**
     * An address at which the file can be read without signing in: the plain one where it is public, else one that is signed and
     * works for ten minutes.
     *
     * @throws NotFound if there is no such file, or the asker may not read it
     */
    String address(FileId id, Asker asker);

    /** The signed or plain addresses of many files at once; what the asker may not read is left out. */
    Map<FileId, String> addresses(Set<FileId> ids, Asker asker);

    /** Deletes a file; its module has checked. Content that no other file shares goes within a day. */
    void remove(FileId id);
}
