package org.kvartal.alliance;

import java.time.Instant;

/** Something that the public page of an entry shows has changed, its disappearance included. */
public record EntryChanged(EntryId entry, Instant at) {}
