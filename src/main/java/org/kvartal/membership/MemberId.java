package org.kvartal.membership;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a member: a person, an association, or a partner that belongs to the house. */
public record MemberId(UUID value) {

    public static MemberId next() {
        return new MemberId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
