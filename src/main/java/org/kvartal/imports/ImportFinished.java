package org.kvartal.imports;

import java.time.Instant;

/**
 * All rows that could come in have come in.
 *
 * @param kind the {@link ImportKind#name()}
 * @param made how many rows are in now
 */
public record ImportFinished(ImportId id, String kind, int made, Instant at) {}
