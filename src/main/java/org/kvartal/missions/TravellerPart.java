package org.kvartal.missions;

/** As what somebody travels with a delegation. */
public enum TravellerPart {
    HEAD,
    DELEGATE,
    EXPERT,
    INTERPRETER
}
