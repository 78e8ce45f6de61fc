package org.kvartal.advocacy;

/** What a session has recommended waits to be worded. */
public record RecommendationDrafted(RecommendationId recommendation, String code) {}
