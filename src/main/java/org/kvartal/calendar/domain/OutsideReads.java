package org.kvartal.calendar.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEventId;
import org.kvartal.calendar.OutsideEvents.Decision;
import org.kvartal.calendar.OutsideEvents.EventLine;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.OpenEvent;
import org.kvartal.calendar.OutsideEvents.SeriesDate;
import org.kvartal.calendar.OutsideState;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.domain.OutsideDates.Changed;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entered events as pages and lists show them. */
@Component
class OutsideReads {

    /** A page lists so many coming dates of a series. */
    private static final int DATES_SHOWN = 6;

    private static final int MOST_LINES = 200;

    /** Open to everybody, and not over: of an event {@code e}; takes {@code now}. */
    private static final String ON =
            " e.state IN ('PUBLISHED', 'CANCELLED') AND (e.last_at IS NULL OR e.last_at > :now) ";

    private final JdbcClient jdbc;
    private final OutsideDates dates;
    private final EventHosts hosts;
    private final Clock clock;

    OutsideReads(JdbcClient jdbc, OutsideDates dates, EventHosts hosts, Clock clock) {
        this.jdbc = jdbc;
        this.dates = dates;
        this.hosts = hosts;
        this.clock = clock;
    }

    Optional<EventPage> page(Asker asker, long number) {
        Sight sight = Sight.of(asker, hosts);
        return jdbc.sql("SELECT e.* FROM outside_event e WHERE e.number = :number AND" + Sight.SEEN)
                .param("number", number)
                .params(sight.values())
                .query(OutsideRow::of)
                .optional()
                .map(row -> page(row, sight));
    }

    private EventPage page(OutsideRow row, Sight sight) {
        boolean mayChange = sight.mayChange(row.host());
        boolean mine = mayChange || Objects.equals(row.enteredBy(), sight.person());
        return new EventPage(
                new OutsideEventId(row.id()),
                row.number(),
                row.version(),
                row.sequence(),
                row.state(),
                row.host() == null ? null : hosts.named(List.of(row.host())).get(row.host()),
                row.content(),
                row.recurrence() == null ? List.of() : series(row, row.recurrence()),
                mine && row.state() == OutsideState.REFUSED ? row.refusal() : null,
                row.unseen() && sight.decides(),
                mayChange && row.state() != OutsideState.CANCELLED && row.state() != OutsideState.WITHDRAWN,
                sight.decides(),
                row.changed());
    }

    /** The coming dates, and among them and after them those that do not stand as the rule says. */
    private List<SeriesDate> series(OutsideRow row, Recurrence rule) {
        EventTime first = row.content().time();
        Instant now = clock.instant();
        Map<LocalDateTime, Changed> changed = new HashMap<>();
        dates.of(List.of(row.id())).getOrDefault(row.id(), List.of()).forEach(one -> changed.put(one.date(), one));
        Instant from = now.isBefore(first.begins()) ? first.begins() : now.minus(first.lasting());
        List<SeriesDate> all = new ArrayList<>();
        rule.dates(from, from.plus(Calendar.LONGEST.multipliedBy(8))).stream()
                .limit(DATES_SHOWN)
                .forEach(date -> all.add(date(date, first, changed.remove(date))));
        changed.values().stream()
                .map(one -> date(one.date(), first, one))
                .filter(one -> one.time().ends().isAfter(now))
                .forEach(all::add);
        return all.stream()
                .sorted(Comparator.comparing((SeriesDate one) -> one.time().begins()))
                .toList();
    }

    private static SeriesDate date(LocalDateTime date, EventTime first, @Nullable Changed changed) {
        return changed == null
                ? new SeriesDate(date, first.at(date), false)
                : new SeriesDate(date, changed.time(first), changed.cancelled());
    }

    List<EventLine> entered(Asker asker, @Nullable Long before, int limit) {
        Sight sight = Sight.of(asker, hosts);
        if (sight.person() == null) {
            return List.of();
        }
        return lines(jdbc.sql("""
                        SELECT e.* FROM outside_event e
                         WHERE (e.host = ANY (:hosts) OR e.entered_by = :person) AND e.number < :before
                         ORDER BY e.number DESC LIMIT :limit""")
                .params(sight.values())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", Math.clamp(limit, 1, MOST_LINES))
                .query(OutsideRow::of)
                .list());
    }

    List<EventLine> waiting(Asker asker, int limit) {
        if (!hosts.decides(asker)) {
            return List.of();
        }
        return lines(jdbc.sql("""
                        SELECT e.* FROM outside_event e WHERE e.state = 'SUGGESTED' OR e.unseen
                         ORDER BY e.entered_at, e.id LIMIT :limit""")
                .param("limit", Math.clamp(limit, 1, MOST_LINES))
                .query(OutsideRow::of)
                .list());
    }

    private List<EventLine> lines(List<OutsideRow> rows) {
        Map<UUID, Host> named = hosts.named(rows.stream()
                .map(OutsideRow::host)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new EventLine(
                        new OutsideEventId(row.id()),
                        row.number(),
                        row.state(),
                        row.host() == null ? null : named.get(row.host()),
                        row.content().title(),
                        row.content().time(),
                        row.content().repetition(),
                        row.content().city(),
                        row.unseen(),
                        row.entered()))
                .toList();
    }

    /** How many of a host wait for a decision. */
    long waitingOf(UUID host) {
        return jdbc.sql("SELECT count(*) FROM outside_event WHERE host = :host AND state = 'SUGGESTED'")
                .param("host", host)
                .query(Long.class)
                .single();
    }

    long countOpen() {
        return jdbc.sql("SELECT count(*) FROM outside_event e WHERE" + ON)
                .param("now", Columns.moment(clock.instant()))
                .query(Long.class)
                .single();
    }

    List<OpenEvent> listOpen(long offset, int limit) {
        return jdbc.sql("SELECT e.number, e.changed_at FROM outside_event e WHERE" + ON
                        + "ORDER BY e.number OFFSET :offset LIMIT :limit")
                .param("now", Columns.moment(clock.instant()))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> new OpenEvent(row.getLong("number"), Columns.moment(row, "changed_at")))
                .list();
    }

    /** Whoever entered it is told, whether or not they still speak for the host. */
    Map<UUID, Decision> decisions(PersonId reader, Collection<UUID> ids) {
        Map<UUID, Decision> told = new HashMap<>();
        jdbc.sql("SELECT e.* FROM outside_event e WHERE e.id = ANY (:ids) AND e.entered_by = :reader")
                .param("ids", ids.toArray(UUID[]::new))
                .param("reader", reader.value())
                .query(OutsideRow::of)
                .list()
                .forEach(row -> told.put(
                        row.id(),
                        new Decision(
                                row.number(),
                                row.content().title(),
                                row.state(),
                                row.refusal().isEmpty() ? null : row.refusal())));
        return told;
    }
}
