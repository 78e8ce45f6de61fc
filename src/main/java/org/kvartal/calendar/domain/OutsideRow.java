package org.kvartal.calendar.domain;

import static org.kvartal.calendar.domain.OutsideDates.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideState;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;

/** A row of {@code outside_event}, as reads need it. */
record OutsideRow(
        UUID id,
        long number,
        long version,
        @Nullable UUID host,
        OutsideState state,
        EventContent content,
        int sequence,
        @Nullable UUID enteredBy,
        Instant entered,
        Instant changed,
        String refusal,
        boolean unseen) {

    static OutsideRow of(ResultSet row, int index) throws SQLException {
        return new OutsideRow(
                Columns.id(row, "id"),
                row.getLong("number"),
                row.getLong("version"),
                Columns.idOrNull(row, "host"),
                OutsideState.valueOf(row.getString("state")),
                content(row),
                row.getInt("sequence"),
                Columns.idOrNull(row, "entered_by"),
                Columns.moment(row, "entered_at"),
                Columns.moment(row, "changed_at"),
                row.getString("refusal"),
                row.getBoolean("unseen"));
    }

    private static EventContent content(ResultSet row) throws SQLException {
        String about = row.getString("about");
        String rhythm = row.getString("rhythm");
        int times = row.getInt("times");
        @Nullable Integer ends = row.wasNull() ? null : times;
        return new EventContent(
                LocalizedText.stored(row.getString("title")),
                about == null ? null : LocalizedText.stored(about),
                new EventTime(
                        local(row, "start_at"),
                        local(row, "end_at"),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("all_day")),
                rhythm == null
                        ? null
                        : new Repetition(
                                Rhythm.valueOf(rhythm),
                                row.getInt("step"),
                                row.getObject("until_day", LocalDate.class),
                                ends),
                row.getString("place"),
                row.getString("city"),
                row.getString("website"));
    }

    /** Null where it does not repeat. */
    @Nullable Recurrence recurrence() {
        Repetition repetition = content.repetition();
        return repetition == null ? null : Recurrence.of(content.time(), repetition);
    }
}
