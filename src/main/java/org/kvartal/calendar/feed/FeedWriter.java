package org.kvartal.calendar.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarSource.FeedEntry;
import org.kvartal.calendar.EventTime;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.springframework.stereotype.Component;

/**
 * Writes feeds for other calendars. The same events give the same octets: what changes by itself, such as the moment of writing, is not in them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545, iCalendar</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7986">RFC 7986, New Properties for iCalendar</a>
 */
@Component
public class FeedWriter {

    /** How often other calendars should ask. */
    private static final Duration REFRESH = Duration.ofHours(1);

    /** A series without an end is read anew long before its zone's description ends. */
    private static final Duration ZONE_AHEAD = Duration.ofDays(5 * 366L);

    /** Longer than any text of an event: lines are folded by octets afterwards. */
    private static final int UNFOLDED = 1_000_000;

    private final House house;
    private final Clock clock;

    FeedWriter(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** @param name how other calendars should call it */
    public byte[] write(List<FeedEntry> entries, String name, CityNames cities, Language language) {
        var calendar = new net.fortuna.ical4j.model.Calendar();
        calendar.add(new ProdId("-//Kvartal//Calendar//" + language.code().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        // Not everybody who reads feeds knows the newer property; its older twin is written as it stands, so it has to
        // be one line.
        calendar.add(new Name(PlainText.line(name)));
        calendar.add(new XProperty("X-WR-CALNAME", PlainText.line(name)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        zones(entries).forEach(calendar::add);
        for (FeedEntry entry : entries) {
            VEvent event = event(entry.event(), cities, language);
            if (entry.recurrence() != null) {
                event.add(new RRule<>(new Recur<>(entry.recurrence().rule())));
            }
            calendar.add(event);
            for (CalendarEvent changed : entry.changed()) {
                calendar.add(event(changed, cities, language));
            }
        }
        return text(calendar);
    }

    /** The name of a city by its code, empty where it is unknown. */
    @FunctionalInterface
    public interface CityNames {
        String of(@Nullable String code);
    }

    private Stream<VTimeZone> zones(List<FeedEntry> entries) {
        var firsts = new TreeMap<String, Instant>();
        var lasts = new TreeMap<String, Instant>();
        entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.event()), entry.changed().stream()))
                .map(CalendarEvent::time)
                .filter(time -> !time.allDay() && !isUtc(time.zone()))
                .forEach(time -> {
                    String zone = time.zone().getId();
                    firsts.merge(zone, time.begins(), (one, other) -> one.isBefore(other) ? one : other);
                    lasts.merge(zone, time.ends(), (one, other) -> one.isAfter(other) ? one : other);
                });
        // Only the year counts, so that the same events give the same description for a long time.
        Instant ahead = house.day(clock.instant().plus(ZONE_AHEAD))
                .withDayOfYear(1)
                .atStartOfDay(house.zone())
                .toInstant();
        return firsts.entrySet().stream().map(zone -> {
            Instant from = zone.getValue().minus(Duration.ofDays(366));
            Instant last = lasts.getOrDefault(zone.getKey(), ahead).plus(Duration.ofDays(366));
            return ZoneInWords.describe(ZoneId.of(zone.getKey()), from, last.isAfter(ahead) ? last : ahead);
        });
    }

    private VEvent event(CalendarEvent event, CityNames cities, Language language) {
        VEvent written = new VEvent(false);
        EventTime time = event.time();
        written.add(new Uid(event.uid()));
        // Where no method is said, the stamp is the moment of the last change (RFC 5545, 3.8.7.2).
        written.add(new DtStamp(event.changed()));
        written.add(new LastModified(event.changed()));
        written.add(new Sequence(event.sequence()));
        LocalDateTime date = event.date();
        if (date != null) {
            written.add(
                    time.allDay()
                            ? new RecurrenceId<>(date.toLocalDate())
                            : new RecurrenceId<>(clock(time), moment(date, time)));
        }
        written.add(
                time.allDay()
                        ? new DtStart<>(time.start().toLocalDate())
                        : new DtStart<>(clock(time), moment(time.start(), time)));
        written.add(
                time.allDay()
                        ? new DtEnd<>(time.end().toLocalDate())
                        : new DtEnd<>(clock(time), moment(time.end(), time)));
        Summary summary = new Summary(clean(event.title()));
        if (event.language() != language) {
            summary.add(new net.fortuna.ical4j.model.parameter.Language(
                    event.language().code()));
        }
        written.add(summary);
        String about = about(event);
        if (!about.isEmpty()) {
            written.add(new Description(about));
        }
        String place = place(event, cities);
        if (!place.isEmpty()) {
            written.add(new Location(place));
        }
        written.add(
                switch (event.state()) {
                    case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
                    case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
                    case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
                });
        String page = page(event, language);
        if (page != null) {
            written.add(new Url(URI.create(page)));
        }
        return written;
    }

    /** The clock of the place, by name beside the local time: of a moment with a zone the library would write the hour by rules of its own, which are old. */
    private static ParameterList clock(EventTime time) {
        return isUtc(time.zone())
                ? new ParameterList()
                : new ParameterList(List.of(new TzId(time.zone().getId())));
    }

    private static Temporal moment(LocalDateTime local, EventTime time) {
        return isUtc(time.zone()) ? local.toInstant(ZoneOffset.UTC) : local;
    }

    /** Such a time is written with a Z and without a zone. */
    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private String about(CalendarEvent event) {
        StringBuilder about = new StringBuilder();
        for (String part : new String[] {event.host(), event.about(), event.website()}) {
            if (part != null && !part.isEmpty()) {
                about.append(about.isEmpty() ? "" : "\n\n").append(clean(part));
            }
        }
        return about.toString();
    }

    private static String place(CalendarEvent event, CityNames cities) {
        String city = PlainText.line(cities.of(event.city()));
        String place = PlainText.line(event.place());
        return city.isEmpty() ? place : place.isEmpty() ? city : place + ", " + city;
    }

    private @Nullable String page(CalendarEvent event, Language language) {
        String open = event.publicPath();
        String path = open != null ? "/" + language.code() + open : event.path();
        return path == null ? null : house.address(path);
    }

    private static String clean(String text) {
        return PlainText.block(text);
    }

    private static byte[] text(net.fortuna.ical4j.model.Calendar calendar) {
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
            return FoldedLines.of(text.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ValidationException broken) {
            throw new IllegalStateException("a feed could not be written", broken);
        }
    }
}
