package org.kvartal.advocacy;

/** A letter left the house. */
public record LetterSent(RecommendationId recommendation, DispatchId dispatch) {}
