package org.kvartal.missions;

/** A client stands by what was decided at a gate, by their own word or as the office has recorded it. */
public record GateCountersigned(GateId gate, ProjectId project, StageId stage) {}
