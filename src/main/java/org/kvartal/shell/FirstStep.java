package org.kvartal.shell;

import org.kvartal.kernel.Reader;

/**
 * Something that a house which has just been set up still needs before it is any use to its members. A bean of this type is enough; whoever sets
 * the house up finds it on Today.
 */
public interface FirstStep {

    enum State {
        /** This reader can't do it. */
        NOT_THEIRS,
        OPEN,
        DONE
    }

    /** Steps are shown in ascending order. */
    int order();

    /** The message key of what is to be done. */
    String title();

    /** The message key of one sentence that says what for. */
    String text();

    /** The full path of the page where it is done. */
    String path();

    /** Where it stands, read in a constant number of queries. */
    State state(Reader reader);
}
