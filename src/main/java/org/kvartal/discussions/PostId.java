package org.kvartal.discussions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a post, made by whoever makes the post, so that a repeated request is the same post. */
public record PostId(UUID value) {

    public static PostId next() {
        return new PostId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
