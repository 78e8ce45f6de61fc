package org.kvartal.missions;

/** A host expects a mission. */
public record SlotConfirmed(MissionId mission, SlotId slot) {}
