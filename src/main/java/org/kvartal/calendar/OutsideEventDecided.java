package org.kvartal.calendar;

import org.kvartal.kernel.PersonId;

/**
 * The office has published or refused an event that somebody suggested.
 *
 * @param by who suggested it
 * @param published false where it was refused
 * @param decision which decision about it this is, so that each is told once
 */
public record OutsideEventDecided(OutsideEventId event, PersonId by, boolean published, long decision) {}
