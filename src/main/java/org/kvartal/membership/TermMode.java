package org.kvartal.membership;

/** How a person came into a body. */
public enum TermMode {
    ELECTED,
    APPOINTED,
    /** Chosen by those who were in it already. */
    CO_OPTED
}
