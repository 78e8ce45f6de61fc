package org.kvartal.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile.PictureSize;
import org.kvartal.kernel.LocalizedText;

/** The news of the house as everybody reads them. */
public interface PublishedNews {

    /** The news of one page, the newest first, by keyset. */
    List<Piece> newest(@Nullable Place before, int limit);

    /** A published piece; empty where there is none. */
    Optional<Piece> find(long number);

    /** Whether there was a piece of that number that was withdrawn. */
    boolean isWithdrawn(long number);

    /** How many there are. */
    long count();

    /** A stretch of them, in a lasting order. */
    List<Listed> pages(long offset, int limit);

    /** The newest of them, told briefly: changes whenever one of them does. */
    String version(int limit);

    record Piece(
            UUID id,
            long number,
            long version,
            LocalizedText title,
            LocalizedText text,
            LocalDate day,
            Instant published,
            Instant changed,
            @Nullable Shown picture) {

        public Place place() {
            return new Place(day, number);
        }

        /** The same with a picture. */
        public Piece with(@Nullable Shown other) {
            return new Piece(id, number, version, title, text, day, published, changed, other);
        }
    }

    /** @param text what it shows, for those who do not see it */
    record Shown(FileId file, LocalizedText text, PictureSize size) {}

    /** The place in the list after which the next page begins. */
    record Place(LocalDate day, long number) {}

    record Listed(long number, Instant changed) {}
}
