package org.kvartal.advocacy;

/** The office has read what an addressee said. */
public record ReplyClassified(RecommendationId recommendation, DispatchId dispatch, Position position) {}
