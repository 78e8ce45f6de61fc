package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of somebody's being there. */
public record AttendanceId(UUID value) {

    public static AttendanceId next() {
        return new AttendanceId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AttendanceId of(String text) {
        return new AttendanceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
