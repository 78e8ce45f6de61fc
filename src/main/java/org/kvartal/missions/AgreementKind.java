package org.kvartal.missions;

/** What sort of agreement it is. */
public enum AgreementKind {
    /** A memorandum of understanding. */
    MOU,
    CONTRACT,
    TWINNING,
    GRANT
}
