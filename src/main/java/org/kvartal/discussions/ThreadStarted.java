package org.kvartal.discussions;

import java.time.Instant;
import org.kvartal.kernel.PersonId;

/** Somebody started a thread. */
public record ThreadStarted(ThreadId thread, SpaceId space, PersonId author, Instant at) {}
