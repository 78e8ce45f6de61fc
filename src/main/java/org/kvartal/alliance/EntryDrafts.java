package org.kvartal.alliance;

import java.time.Instant;
import java.util.Optional;
import org.kvartal.kernel.Asker;

/** What somebody has typed into the form of an entry and not saved yet. It outlives the page, and nobody else sees it. */
public interface EntryDrafts {

    /** The asker's own. */
    Optional<Draft> find(Asker asker, EntryId entry);

    /**
     * Keeps what stands in the form, as it is: it is checked when it is saved.
     *
     * @param version the {@link EntryDesk.EntryForm#version} that the editor began from, with its content
     * @param note the {@link Entries.EntryEdit#note} to come, empty for none
     * @return false for what is larger than any entry, which is not kept
     * @throws org.kvartal.kernel.NotFound if there is no such entry that the asker may see
     * @throws org.kvartal.kernel.Forbidden if a guest asks
     */
    boolean keep(Asker asker, EntryId entry, long version, EntryContent base, EntryContent content, String note);

    /** What the asker typed last into the form for an entry that is not there yet. */
    Optional<NewDraft> findNew(Asker asker);

    /**
     * Keeps what stands in the form for a new entry. Of many that somebody has begun, the last few are kept.
     *
     * @param entry the id with which it will be {@linkplain Entries#make made}
     * @return false for what is larger than any entry, or is an entry already: it is not kept
     * @throws org.kvartal.kernel.Forbidden if a guest asks
     */
    boolean keepNew(Asker asker, EntryId entry, EntryKind kind, EntryContent content);

    /** Throws the asker's own away, of an entry or of one to come; no error where there is none. */
    void discard(Asker asker, EntryId entry);

    /** @param base what its author began from, at that version of the entry */
    record Draft(long version, EntryContent base, EntryContent content, String note, Instant at) {}

    /** @param entry the id with which it will be made */
    record NewDraft(EntryId entry, EntryKind kind, EntryContent content, Instant at) {}
}
