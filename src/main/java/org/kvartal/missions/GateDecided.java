package org.kvartal.missions;

/** Somebody has decided at the gate of a stage. */
public record GateDecided(ProjectId project, StageId stage, GateVerdict verdict) {}
