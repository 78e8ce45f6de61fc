package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a suggestion, made by whoever makes it, so that a repeated request is the same suggestion. */
public record SuggestionId(UUID value) {

    public static SuggestionId next() {
        return new SuggestionId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SuggestionId of(String text) {
        return new SuggestionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
