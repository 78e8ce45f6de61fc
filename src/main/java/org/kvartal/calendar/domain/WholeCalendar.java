package org.kvartal.calendar.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarFilter;
import org.kvartal.calendar.CalendarSource;
import org.kvartal.calendar.CalendarSource.FeedEntry;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.Recurrence;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what all sources tell. */
@Component
class WholeCalendar implements Calendar {

    private static final Comparator<CalendarEvent> ORDER = Comparator.comparing(
                    (CalendarEvent event) -> event.time().begins())
            .thenComparing(event -> !event.time().allDay())
            .thenComparing(CalendarEvent::title)
            .thenComparing(CalendarEvent::id);

    /** A wish that repeats is compared with what is known of its first year. */
    private static final Duration A_YEAR = Duration.ofDays(366);

    private static final Duration FEED_BACK = Duration.ofDays(31);

    private final House house;
    private final ObjectProvider<CalendarSource> sources;
    private final Clock clock;

    /** @param sources looked up when asked: those above may ask the calendar themselves */
    WholeCalendar(House house, ObjectProvider<CalendarSource> sources, Clock clock) {
        this.house = house;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public List<CalendarEvent> between(
            Asker asker, Instant from, Instant to, CalendarFilter filter, Language language) {
        return told(source -> filter.wants(source.kind()), asker, from, to, language)
                .filter(filter::letsThrough)
                .limit(MOST_EVENTS)
                .toList();
    }

    @Override
    public List<CalendarEvent> gatherings(Asker asker, Instant from, Instant to, Language language) {
        return told(CalendarSource::gathers, asker, from, to, language)
                .limit(MOST_EVENTS)
                .toList();
    }

    private Stream<CalendarEvent> told(
            Predicate<CalendarSource> which, Asker asker, Instant from, Instant to, Language language) {
        Instant end = to.isAfter(from.plus(LONGEST)) ? from.plus(LONGEST) : to;
        return house.inUse(sources).stream()
                .filter(which)
                .flatMap(source -> source.between(asker, from, end, language).stream())
                .sorted(ORDER);
    }

    @Override
    public List<FeedEntry> feed(Asker asker, CalendarFilter filter, Language language) {
        Instant from = clock.instant().minus(FEED_BACK);
        return house.inUse(sources).stream()
                .filter(source -> filter.wants(source.kind()))
                .flatMap(source -> source.feed(asker, from, from.plus(LONGEST), language).stream())
                .filter(entry -> filter.letsThrough(entry.event()))
                .sorted(Comparator.comparing(FeedEntry::event, ORDER))
                .limit(MOST_EVENTS)
                .toList();
    }

    @Override
    public List<Kind> kinds() {
        return house.inUse(sources).stream()
                .map(source -> new Kind(source.kind(), source.name(), source.gathers()))
                .sorted(Comparator.comparing(Kind::code))
                .toList();
    }

    @Override
    public List<Clash> clashes(Asker asker, WishedTime wish, Language language) {
        List<EventTime> wished = wished(wish);
        if (wish.city() == null || wished.isEmpty()) {
            return List.of();
        }
        List<CalendarEvent> others =
                between(asker, wished.getFirst().begins(), wished.getLast().ends(), language).stream()
                        .filter(event -> event.state() != EventState.CANCELLED
                                && wish.city().equals(event.city())
                                && !event.id().equals(wish.except()))
                        .toList();
        List<Clash> clashes = new ArrayList<>();
        for (EventTime time : wished) {
            for (CalendarEvent other : others) {
                if (clashes.size() < MOST_CLASHES && time.overlaps(other.time())) {
                    clashes.add(new Clash(time.firstDay(), other));
                }
            }
        }
        return clashes;
    }

    private static List<EventTime> wished(WishedTime wish) {
        EventTime first = wish.time();
        return wish.repetition() == null
                ? List.of(first)
                : Recurrence.of(first, wish.repetition())
                        .dates(first.begins(), first.begins().plus(A_YEAR))
                        .stream()
                        .map(first::at)
                        .toList();
    }
}
