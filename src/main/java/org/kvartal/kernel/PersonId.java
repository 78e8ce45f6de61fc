package org.kvartal.kernel;

import java.util.UUID;

/** The one id of a human in the whole house, with or without a sign-in of their own. */
public record PersonId(UUID value) {

    /** The id of a person whom nobody has met yet. */
    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
