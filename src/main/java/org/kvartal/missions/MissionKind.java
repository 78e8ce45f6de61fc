package org.kvartal.missions;

/** What sort of mission it is. */
public enum MissionKind {
    DELEGATION,
    BUSINESS_MISSION
}
