package org.kvartal.pages;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** A piece of news. */
public record NewsId(UUID value) {

    public static NewsId next() {
        return new NewsId(Ids.next());
    }

    /** @throws IllegalArgumentException if it is none */
    public static NewsId of(String text) {
        return new NewsId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
