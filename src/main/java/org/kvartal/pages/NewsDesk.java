package org.kvartal.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;

/**
 * Where the news of the house are written, published and withdrawn; nothing of them is deleted. Everything here is for those who may {@link PagesRights#WRITE}: others are
 * refused by {@link org.kvartal.kernel.Forbidden}. Whoever changes something names the version that they have seen.
 */
public interface NewsDesk {

    /**
     * Begins a piece of news as a draft. The same id again is the same piece, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code title.<language>}, {@code text.<language>}, {@code picture}, {@code picture.text} or {@code day}
     */
    void begin(Asker by, NewsId id, NewsContent content);

    /**
     * Changes it, whatever its state.
     *
     * @throws org.kvartal.kernel.Refused where {@link #begin} refuses; without a field where somebody has changed it meanwhile: {@link PagesRights#CHANGED}
     */
    void change(Asker by, NewsId id, long seen, NewsContent content);

    /** Shows a draft, or what was withdrawn, to everybody; under today where no day was chosen. */
    void publish(Asker by, NewsId id, long seen);

    /**
     * Takes a published piece away from everybody.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void withdraw(Asker by, NewsId id, long seen, String reason);

    /** To what a picture belongs that is chosen for a piece, which need not be there yet. */
    FileOwner attach(Asker by, NewsId id);

    /** A piece as it stands; empty where there is none. */
    Optional<NewsDraft> look(Asker by, NewsId id);

    /** All pieces, the newest first, by keyset. */
    List<NewsLine> all(Asker by, @Nullable Long before, int limit);

    /** @param by null where the house itself wrote it */
    record NewsDraft(
            NewsId id,
            long number,
            long version,
            NewsState state,
            NewsContent content,
            Instant changed,
            @Nullable PersonCard by) {}

    /** A piece in the list of those who write. */
    record NewsLine(
            NewsId id,
            long number,
            NewsState state,
            LocalizedText title,
            @Nullable LocalDate day,
            boolean hasPicture,
            Instant changed,
            @Nullable PersonCard by) {}
}
