package org.kvartal.seminars;

/** A seminar is shown to everybody. */
public record SeminarPublished(SeminarId seminar, String slug) {}
