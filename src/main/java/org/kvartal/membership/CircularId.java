package org.kvartal.membership;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a letter to many, made by whoever writes it, so that a second press is the same letter. */
public record CircularId(UUID value) {

    public static CircularId next() {
        return new CircularId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
