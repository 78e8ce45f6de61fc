package org.kvartal.forum.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.AgendaTemplate;
import org.kvartal.forum.AgendaTemplate.Section;
import org.kvartal.forum.AgendaTemplate.StandingItem;
import org.kvartal.forum.SeriesBook.SeriesContent;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** A series of sessions: when they take place, and what each begins with. */
@Entity
@Table(name = "forum_series")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class SessionSeries {

    static final int MOST_DEADLINE_DAYS = 90;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText name;

    private LocalDateTime starts;
    private String zone;

    @Enumerated(EnumType.STRING)
    private Repetition.Rhythm rhythm;

    private int every;
    private int minutes;
    private String place;
    private @Nullable String city;
    private String callLink;

    @JdbcTypeCode(SqlTypes.JSON)
    private AgendaTemplate template;

    private int deadlineDays;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionSeries() {}

    @SuppressWarnings("NullAway.Init")
    private SessionSeries(SeriesId id, Instant now) {
        this.id = id.value();
        this.madeAt = now;
    }

    /** @param wish whose city has been looked at */
    static SessionSeries make(SeriesId id, SeriesContent wish, Instant now) {
        SessionSeries series = new SessionSeries(id, now);
        series.describe(wish);
        return series;
    }

    void change(long seen, SeriesContent wish) {
        requireVersion(seen);
        describe(wish);
    }

    void end(long seen, Instant now) {
        requireVersion(seen);
        endedAt = now;
    }

    private void describe(SeriesContent wish) {
        name = Typed.title("name", wish.name(), Lengths.NAME);
        Recurrence wished = wish.recurrence();
        starts = wished.start().truncatedTo(ChronoUnit.MINUTES);
        zone = wished.zone().getId();
        rhythm = wished.repetition().rhythm();
        every = wished.repetition().every();
        minutes = Typed.number("minutes", wish.minutes(), ForumSession.LEAST_MINUTES, ForumSession.MOST_MINUTES);
        Venue venue = ForumSession.checked(wish.venue());
        place = venue.place();
        city = venue.city();
        callLink = venue.callLink();
        template = checked(wish.template());
        deadlineDays = Typed.number("deadlineDays", wish.deadlineDays(), 0, MOST_DEADLINE_DAYS);
    }

    private static AgendaTemplate checked(AgendaTemplate wish) {
        Typed.number("template", wish.sections().size(), 0, AgendaTemplate.MOST_SECTIONS);
        List<Section> sections = new ArrayList<>();
        for (Section section : wish.sections()) {
            Typed.number("template", section.items().size(), 0, AgendaTemplate.MOST_ITEMS);
            List<StandingItem> items = section.items().stream()
                    .map(item -> new StandingItem(
                            Typed.title("template", item.title(), Lengths.NAME),
                            item.kind(),
                            Typed.number("template", item.minutes(), 1, Agenda.MOST_MINUTES)))
                    .toList();
            sections.add(new Section(Typed.title("template", section.title(), Lengths.NAME), items));
        }
        return new AgendaTemplate(sections);
    }

    private void requireVersion(long seen) {
        if (endedAt != null) {
            throw Refused.because("forum.refused.series-ended");
        }
        if (version == null || version != seen) {
            throw Refused.because("forum.refused.changed");
        }
    }

    SeriesId id() {
        return new SeriesId(id);
    }

    long version() {
        return version == null ? 0 : version;
    }

    boolean ended() {
        return endedAt != null;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    LocalizedText name() {
        return name;
    }

    Recurrence recurrence() {
        return recurrence(starts, ZoneId.of(zone), rhythm, every);
    }

    static Recurrence recurrence(LocalDateTime starts, ZoneId zone, Repetition.Rhythm rhythm, int every) {
        return new Recurrence(starts, zone, false, new Repetition(rhythm, every, null, null));
    }

    SeriesContent content() {
        return new SeriesContent(name, recurrence(), minutes, new Venue(place, city, callLink), template, deadlineDays);
    }
}
