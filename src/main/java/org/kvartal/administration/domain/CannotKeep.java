package org.kvartal.administration.domain;

import org.jspecify.annotations.Nullable;

/** A backup can't be made or restored for a reason that whoever wants it can understand: the message is one sentence for them. */
public final class CannotKeep extends RuntimeException {

    private static final String BUSY = "another backup is being made: wait until that is done";

    CannotKeep(String sentence) {
        this(sentence, null);
    }

    CannotKeep(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** What is in the way, for whoever wished for it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    static CannotKeep busy() {
        return new CannotKeep(BUSY);
    }

    /** Whether somebody else makes one just now: nothing is wrong. */
    boolean isBusy() {
        return BUSY.equals(getMessage());
    }

    /** Where there is no house, there is nothing to keep. */
    public static CannotKeep nothing() {
        return new CannotKeep("there is no house in this place, so there is nothing to keep");
    }
}
