package org.kvartal.alliance.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kvartal.files.FileId;

/**
 * A copy of the whole public directory in one file.
 *
 * @param night the day on which its night began
 * @param file the ZIP
 * @param size bytes
 * @param sha256 of the ZIP, in lower-case hexadecimal digits
 */
record Dump(UUID id, LocalDate night, Instant madeAt, FileId file, long size, String sha256) {}
