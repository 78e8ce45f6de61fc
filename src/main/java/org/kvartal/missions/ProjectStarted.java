package org.kvartal.missions;

/** A mentorship project has begun. */
public record ProjectStarted(ProjectId project, String code) {}
