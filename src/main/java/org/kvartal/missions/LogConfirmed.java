package org.kvartal.missions;

/** A client stands by a row of the log of a project. */
public record LogConfirmed(LogId row, ProjectId project, LogState state) {}
