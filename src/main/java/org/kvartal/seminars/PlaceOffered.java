package org.kvartal.seminars;

import java.time.Instant;

/** A seat is held for somebody who waited, until then. */
public record PlaceOffered(RegistrationId registration, SeminarId seminar, Instant until) {}
