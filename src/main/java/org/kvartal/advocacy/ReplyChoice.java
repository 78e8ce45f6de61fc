package org.kvartal.advocacy;

import org.jspecify.annotations.Nullable;

/** What an addressee can answer. Stored by name: names stay. */
public enum ReplyChoice {
    ACCEPTED,
    PARTLY,
    NOTED,
    REFUSED,
    NOT_COMPETENT,
    /** More time is needed, until a day. */
    NEEDS_TIME,
    /** Another body has it now. */
    PASSED_ON,
    QUESTION;

    /** The position that it most likely is; null where it is none. */
    public @Nullable Position position() {
        return switch (this) {
            case ACCEPTED -> Position.ACCEPTED;
            case PARTLY -> Position.PARTLY;
            case NOTED -> Position.NOTED;
            case REFUSED -> Position.REFUSED;
            case NOT_COMPETENT, PASSED_ON -> Position.NOT_COMPETENT;
            case NEEDS_TIME, QUESTION -> null;
        };
    }

    /** Whether words are needed with it. */
    public boolean needsWords() {
        return this == PARTLY || this == REFUSED || this == QUESTION;
    }
}
