package org.kvartal.seminars;

/** How one gets a place. */
public enum RegistrationMode {
    /** Whoever registers first has it. */
    AUTO,
    /** The organiser says yes or no to each. */
    MODERATED,
    /** A representative of the association says yes or no to its people. */
    BY_ASSOCIATION,
    /** Only those whom the team has entered. */
    BY_INVITATION
}
