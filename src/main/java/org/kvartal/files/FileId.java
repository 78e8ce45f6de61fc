package org.kvartal.files;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a stored file, which is also its address: {@code /files/<id>}. */
public record FileId(UUID value) {

    public static FileId next() {
        return new FileId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
