package org.kvartal.alliance;

import java.time.Instant;

/** An entry came into the public directory, for the first time or again. */
public record EntryPublished(EntryId entry, EntryKind kind, String slug, Instant at) {}
