package org.kvartal.forum.ui;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what a part of a page shows. It is drawn anew only where that has changed: while hundreds come in, what somebody is about to press stays where it is. */
final class Drawn {

    private List<@Nullable Object> last = List.of();

    /** Whether the part has to be drawn anew, to show these. */
    boolean anew(@Nullable Object... shown) {
        List<@Nullable Object> now = Arrays.asList(shown);
        if (now.equals(last)) {
            return false;
        }
        last = now;
        return true;
    }
}
