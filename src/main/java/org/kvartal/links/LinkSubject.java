package org.kvartal.links;

import java.time.Instant;

/**
 * What a valid link is about.
 *
 * @param subject whatever its maker gave: usually an id
 * @param validUntil when it stops working
 */
public record LinkSubject(String subject, Instant validUntil) {}
