package org.kvartal.membership;

/** As what a person represents an organisation. */
public enum RepresentationKind {
    /** Answers for the organisation and decides who else represents it. */
    PRIMARY,
    /** Speaks for the organisation beside a primary representative. */
    DEPUTY,
    /** Sees to what is paid; does not speak for the organisation. */
    FINANCE,
    /** Speaks for the organisation at an occasion or for a time. */
    DELEGATE;

    /** Whether somebody of this kind may write and act in the organisation's name. */
    public boolean speaks() {
        return this != FINANCE;
    }
}
