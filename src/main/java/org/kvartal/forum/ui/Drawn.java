package org.kvartal.forum.ui;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Remembers what a part of a page shows. It is drawn anew only where that has changed: while hundreds come in, what somebody is about to press stays where it is. */
final class Drawn {

    private @Nullable Object[] last = {};

    /** Whether the part has to be drawn anew, to show these. */
    boolean anew(@Nullable Object... shown) {
        if (Arrays.equals(last, shown)) {
            return false;
        }
        last = shown.clone();
        return true;
    }
}
