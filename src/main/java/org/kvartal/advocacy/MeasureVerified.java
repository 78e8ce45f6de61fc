package org.kvartal.advocacy;

/** Somebody who does not own a measure has looked whether it was done. */
public record MeasureVerified(MeasureId measure, String code, MeasureState verdict) {}
