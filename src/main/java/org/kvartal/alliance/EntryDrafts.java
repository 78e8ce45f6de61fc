package org.kvartal.alliance;

import java.time.Instant;
import java.util.Optional;
import org.kvartal.kernel.Asker;

/** What somebody has typed into the form of an entry and not saved yet. It outlives the page, and nobody else sees it. */
public interface EntryDrafts {

    /** The asker's own. */
    Optional<Draft> find(Asker asker, EntryId entry);

    /**
     * Keeps what stands in the form, as it is: it is checked when it is saved. What is larger than any entry is not kept.
     *
     * @param version the {@link EntryDesk.EntryForm#version} that the editor began from, with its content
     * @throws org.kvartal.kernel.NotFound if there is no such entry that the asker may see
     * @throws org.kvartal.kernel.Forbidden if a guest asks
     */
    void keep(Asker asker, EntryId entry, long version, EntryContent base, EntryContent content);

    /** Throws the asker's own away; no error where there is none. */
    void discard(Asker asker, EntryId entry);

    /** @param base what its author began from, at that version of the entry */
    record Draft(long version, EntryContent base, EntryContent content, Instant at) {}
}
