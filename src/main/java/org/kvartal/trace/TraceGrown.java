package org.kvartal.trace;

import java.time.Instant;

/** Something became of something: whoever is concerned by what stands before it may want to know. */
public record TraceGrown(Strand strand, Instant at) {}
