package org.kvartal.calendar.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.CalendarSource;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideState;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.domain.OutsideDates.Changed;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entered events in the calendar. What is only suggested stands there for those who may know of it. */
@Component
@Transactional(readOnly = true)
class OutsideSource implements CalendarSource {

    static final String KIND = "outside";

    private final JdbcClient jdbc;
    private final OutsideDates dates;
    private final EventHosts hosts;

    OutsideSource(JdbcClient jdbc, OutsideDates dates, EventHosts hosts) {
        this.jdbc = jdbc;
        this.dates = dates;
        this.hosts = hosts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name() {
        return "calendar.kind.outside";
    }

    @Override
    public List<CalendarEvent> between(Asker asker, Instant from, Instant to, Language language) {
        List<CalendarEvent> found = new ArrayList<>();
        Read read = read(asker, from, to, language);
        for (OutsideRow row : read.rows()) {
            Recurrence rule = row.recurrence();
            if (rule == null) {
                found.add(read.event(row, row.content().time(), null, null));
                continue;
            }
            EventTime first = row.content().time();
            Set<LocalDateTime> changed =
                    read.changed(row).stream().map(Changed::date).collect(Collectors.toSet());
            // A day more, since an hour may be missing between a beginning and an end.
            rule.dates(from.minus(first.lasting()).minusSeconds(SECONDS_OF_A_DAY), to).stream()
                    .filter(date -> !changed.contains(date))
                    .map(first::at)
                    .filter(time -> time.touches(from, to))
                    .forEach(time -> found.add(read.event(row, time, time.start(), null)));
            read.changed(row).stream()
                    .filter(one -> one.time(first).touches(from, to))
                    .forEach(one -> found.add(read.event(row, one.time(first), one.date(), one)));
        }
        return found;
    }

    @Override
    public List<FeedEntry> feed(Asker asker, Instant from, Instant to, Language language) {
        Read read = read(asker, from, to, language);
        return read.rows().stream()
                .map(row -> new FeedEntry(
                        read.event(row, row.content().time(), null, null),
                        row.recurrence(),
                        read.changed(row).stream()
                                .map(one ->
                                        read.event(row, one.time(row.content().time()), one.date(), one))
                                .toList()))
                .toList();
    }

    private static final long SECONDS_OF_A_DAY = 86_400;

    private Read read(Asker asker, Instant from, Instant to, Language language) {
        List<OutsideRow> rows = jdbc.sql("""
                        SELECT e.* FROM outside_event e
                         WHERE e.state IN ('SUGGESTED', 'PUBLISHED', 'CANCELLED')
                           AND e.first_at < :to AND (e.last_at IS NULL OR e.last_at > :from) AND""" + Sight.SEEN + "ORDER BY e.first_at, e.id LIMIT :limit")
                .param("from", Columns.moment(from))
                .param("to", Columns.moment(to))
                .param("limit", Calendar.MOST_EVENTS)
                .params(Sight.of(asker, hosts).values())
                .query(OutsideRow::of)
                .list();
        return new Read(
                rows,
                dates.of(rows.stream()
                        .filter(row -> row.recurrence() != null)
                        .map(OutsideRow::id)
                        .toList()),
                hosts.named(rows.stream()
                        .map(OutsideRow::host)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()),
                language);
    }

    private record Read(
            List<OutsideRow> rows, Map<UUID, List<Changed>> dates, Map<UUID, Host> hosts, Language language) {

        List<Changed> changed(OutsideRow row) {
            return dates.getOrDefault(row.id(), List.of());
        }

        /**
         * @param date which date of a series it is, null where it is none or all of it
         * @param changed null where it stands as the rule says
         */
        CalendarEvent event(OutsideRow row, EventTime time, @Nullable LocalDateTime date, @Nullable Changed changed) {
            EventContent content = row.content();
            LocalizedText about = content.about();
            Host host = row.host() == null ? null : hosts.get(row.host());
            return new CalendarEvent(
                    KIND,
                    row.id(),
                    row.id().toString(),
                    row.sequence(),
                    changed != null && changed.cancelled() ? EventState.CANCELLED : state(row.state()),
                    content.title().in(language),
                    content.title().shownIn(language),
                    about == null ? "" : about.in(language),
                    time,
                    date,
                    content.place(),
                    content.city(),
                    host == null ? null : host.name().in(language),
                    CalendarPages.event(row.number()),
                    row.state().open() ? CalendarPages.inPublic(row.number()) : null,
                    content.website().isEmpty() ? null : content.website(),
                    row.changed());
        }

        private static EventState state(OutsideState state) {
            return switch (state) {
                case PUBLISHED -> EventState.CONFIRMED;
                case CANCELLED -> EventState.CANCELLED;
                case SUGGESTED, REFUSED, WITHDRAWN -> EventState.TENTATIVE;
            };
        }
    }
}
