package org.kvartal.alliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;

/**
 * An entry was suggested and waits: for a steward, or for its owner where it stands for a member.
 *
 * @param by null where the house did
 * @param ofMember whether it stands for a member
 */
public record EntrySuggested(EntryId entry, @Nullable PersonId by, boolean ofMember, Instant at) {}
