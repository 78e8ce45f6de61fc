package org.kvartal.advocacy;

/** The text of a recommendation stands, by a word of the room. */
public record RecommendationAdopted(RecommendationId recommendation, String code) {}
