package org.kvartal.membership;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of one person's term in a body, made by whoever appoints them. */
public record TermId(UUID value) {

    public static TermId next() {
        return new TermId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static TermId of(String text) {
        return new TermId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
