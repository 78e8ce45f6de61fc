package org.kvartal.discussions;

import java.time.Instant;
import org.kvartal.kernel.PersonId;

/** A post says something else than before. */
public record PostReworded(PostId post, ThreadId thread, PersonId by, Instant at) {}
