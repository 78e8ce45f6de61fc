package org.kvartal.alliance;

import java.time.Instant;
import org.kvartal.kernel.PersonId;

/**
 * A suggested change was decided on.
 *
 * @param by who had suggested it
 */
public record ChangeSettled(RevisionId revision, EntryId entry, PersonId by, boolean taken, Instant at) {}
