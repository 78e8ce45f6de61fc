package org.kvartal.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;

/** The texts of the {@link StandingPage}s. A page without a text is not there: nothing links to it. */
public interface StandingPages {

    /** The longest text in one language, in characters. */
    int TEXT_LENGTH = 30_000;

    /** A page as everybody reads it; empty where nobody has written it. */
    Optional<WrittenPage> find(StandingPage page);

    /** Those that are written, in their order. */
    List<WrittenPage> written();

    /**
     * All of them as they stand, for whoever writes them.
     *
     * @throws org.kvartal.kernel.Forbidden unless the asker may {@link PagesRights#WRITE}
     */
    List<PageLine> all(Asker by);

    /** One of those. */
    PageLine look(Asker by, StandingPage page);

    /**
     * Writes a page anew, or takes it away.
     *
     * @param seen the version that whoever writes has seen; 0 where there was none
     * @param text null to take it away
     * @throws org.kvartal.kernel.Refused at {@code text.<language>}; without a field where somebody has written meanwhile: {@link PagesRights#CHANGED}
     */
    void write(Asker by, StandingPage page, long seen, @Nullable LocalizedText text);

    record WrittenPage(StandingPage page, long version, LocalizedText text, Instant changed) {}

    /**
     * A page in the list of those who write.
     *
     * @param version 0 where nobody has written it yet
     * @param text null where there is none
     * @param changed null where nobody has written it yet
     * @param by null where the house itself wrote it
     */
    record PageLine(
            StandingPage page,
            long version,
            @Nullable LocalizedText text,
            @Nullable Instant changed,
            @Nullable PersonCard by) {}
}
