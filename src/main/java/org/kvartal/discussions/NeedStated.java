package org.kvartal.discussions;

import java.time.Instant;
import org.kvartal.kernel.PersonId;

/** Somebody said that a thread is a need. */
public record NeedStated(ThreadId thread, PersonId by, Instant at) {}
