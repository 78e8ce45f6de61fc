package org.kvartal.calendar.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.Recurrence;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dates of series that were moved or cancelled. */
@Component
class OutsideDates {

    private final JdbcClient jdbc;

    OutsideDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A date that does not stand as the rule says.
     *
     * @param date when it would take place by the rule
     */
    record Changed(
            UUID event,
            LocalDateTime date,
            LocalDateTime start,
            LocalDateTime end,
            boolean cancelled,
            int sequence,
            Instant changed) {

        EventTime time(EventTime first) {
            return new EventTime(start, end, first.zone(), first.allDay());
        }
    }

    /** By their events, in the order of the rule; one query. */
    Map<UUID, List<Changed>> of(Collection<UUID> events) {
        Map<UUID, List<Changed>> found = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql("SELECT * FROM outside_date WHERE event = ANY (:events) ORDER BY event, date")
                    .param("events", events.toArray(UUID[]::new))
                    .query(row -> {
                        Changed changed = changed(row);
                        found.computeIfAbsent(changed.event(), _ -> new ArrayList<>())
                                .add(changed);
                    });
        }
        return found;
    }

    void keep(Changed changed) {
        jdbc.sql("""
                INSERT INTO outside_date (event, date, start_at, end_at, cancelled, sequence, changed_at)
                VALUES (:event, :date, :start, :end, :cancelled, :sequence, :now)
                ON CONFLICT (event, date) DO UPDATE
                   SET start_at = excluded.start_at, end_at = excluded.end_at, cancelled = excluded.cancelled,
                       sequence = excluded.sequence, changed_at = excluded.changed_at
                """)
                .param("event", changed.event())
                .param("date", changed.date())
                .param("start", changed.start())
                .param("end", changed.end())
                .param("cancelled", changed.cancelled())
                .param("sequence", changed.sequence())
                .param("now", Columns.moment(changed.changed()))
                .update();
    }

    /** Forgets those that the event's rule no longer has. */
    void prune(OutsideEvent event) {
        List<LocalDateTime> gone = of(List.of(event.id())).getOrDefault(event.id(), List.of()).stream()
                .map(Changed::date)
                .filter(date -> event.recurrence()
                        .filter((Recurrence rule) -> rule.has(date))
                        .isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            jdbc.sql("DELETE FROM outside_date WHERE event = :event AND date = ANY (:gone::timestamp[])")
                    .param("event", event.id())
                    .param("gone", gone.stream().map(LocalDateTime::toString).toArray(String[]::new))
                    .update();
        }
    }

    private static Changed changed(ResultSet row) throws SQLException {
        return new Changed(
                Columns.id(row, "event"),
                local(row, "date"),
                local(row, "start_at"),
                local(row, "end_at"),
                row.getBoolean("cancelled"),
                row.getInt("sequence"),
                Columns.moment(row, "changed_at"));
    }

    static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column);
    }
}
