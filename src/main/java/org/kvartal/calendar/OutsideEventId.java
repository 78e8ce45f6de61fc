package org.kvartal.calendar;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** An event that an association, a partner or the office entered. */
public record OutsideEventId(UUID value) {

    public static OutsideEventId next() {
        return new OutsideEventId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
