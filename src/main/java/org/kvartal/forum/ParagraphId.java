package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a paragraph of minutes. */
public record ParagraphId(UUID value) {

    public static ParagraphId next() {
        return new ParagraphId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ParagraphId of(String text) {
        return new ParagraphId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
