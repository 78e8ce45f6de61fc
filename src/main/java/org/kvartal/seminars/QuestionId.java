package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a question of a registration form, made by whoever asks it, so that a repeated request is the same one. */
public record QuestionId(UUID value) {

    public static QuestionId next() {
        return new QuestionId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static QuestionId of(String text) {
        return new QuestionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
