package org.kvartal.discussions;

import java.time.Instant;
import org.kvartal.kernel.PersonId;

/** A post can be read by those who may read its thread. */
public record PostPublished(PostId post, ThreadId thread, int number, PersonId author, Instant at) {}
