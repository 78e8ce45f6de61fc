package org.kvartal.alliance;

import java.time.Instant;
import org.kvartal.kernel.PersonId;

/** Somebody who does not keep an entry proposed a change to it, which waits for those who do. */
public record ChangeSuggested(RevisionId revision, EntryId entry, PersonId by, Instant at) {}
