package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a section of an agenda. */
public record SectionId(UUID value) {

    public static SectionId next() {
        return new SectionId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SectionId of(String text) {
        return new SectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
