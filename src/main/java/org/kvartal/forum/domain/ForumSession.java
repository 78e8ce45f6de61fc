package org.kvartal.forum.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Convening.SessionChange;
import org.kvartal.forum.Room;
import org.kvartal.forum.SeriesBook.SeriesContent;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** A session of the forum: when, where, and whether it stands. Its agenda changes under a version of its own. */
@Entity
@Table(name = "forum_session")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class ForumSession {

    static final int LEAST_MINUTES = 10;
    static final int MOST_MINUTES = 24 * 60;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private @Nullable UUID series;

    @Column(updatable = false)
    private @Nullable LocalDateTime occurrence;

    @Enumerated(EnumType.STRING)
    private SessionState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    private LocalDateTime starts;
    private String zone;
    private int minutes;
    private Instant startsAt;
    private Instant endsAt;
    private String place;
    private @Nullable String city;
    private String callLink;
    private LocalDate itemsUntil;

    @Column(updatable = false)
    private long agendaVersion;

    private int sequence;
    private String reason;

    @Column(updatable = false)
    private Instant madeAt;

    private boolean paper;
    private @Nullable Instant openedAt;
    private @Nullable Instant cancelledAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected ForumSession() {}

    @SuppressWarnings("NullAway.Init")
    private ForumSession(SessionId id, SessionCode code, Instant now) {
        this.id = id.value();
        this.year = code.year();
        this.number = code.number();
        this.state = SessionState.DRAFT;
        this.reason = "";
        this.madeAt = now;
        this.changedAt = now;
    }

    /** @param wish whose city and time have been looked at */
    static ForumSession plan(NewSession wish, SessionCode code, Instant now) {
        ForumSession session = new ForumSession(wish.id(), code, now);
        session.describe(wish.title(), wish.minutes(), wish.venue());
        session.takesPlace(wish.starts(), wish.zone(), wish.itemsUntil());
        return session;
    }

    /** The session of a series for a date of its rhythm. */
    static ForumSession draft(
            SessionId id, SeriesId series, SeriesContent content, LocalDateTime date, SessionCode code, Instant now) {
        ForumSession session = new ForumSession(id, code, now);
        session.series = series.value();
        session.occurrence = date;
        session.describe(content.name(), content.minutes(), content.venue());
        session.takesPlace(date, content.recurrence().zone(), date.toLocalDate().minusDays(content.deadlineDays()));
        return session;
    }

    /**
     * @return whether it takes place at another time or elsewhere now
     * @throws Refused if somebody has changed it meanwhile, or it is cancelled or over
     */
    boolean change(SessionChange wish, Instant now) {
        requireVersion(wish.version());
        requireStanding(now);
        LocalDateTime startsBefore = starts;
        String zoneBefore = zone;
        Venue venueBefore = venue();
        describe(wish.title(), wish.minutes(), wish.venue());
        takesPlace(wish.starts(), wish.zone(), wish.itemsUntil());
        changedAt = now;
        boolean moved = !starts.equals(startsBefore) || !zone.equals(zoneBefore) || !venue().equals(venueBefore);
        if (moved) {
            sequence++;
        }
        return moved;
    }

    void open(long seen, boolean somethingOnAgenda, Instant now) {
        requireVersion(seen);
        if (state != SessionState.DRAFT) {
            // One that is held becomes open again when its beginning is taken back, and by nothing else.
            throw Refused.because("forum.refused.session-state");
        }
        go(SessionState.OPEN);
        if (!somethingOnAgenda) {
            throw Refused.because("forum.refused.agenda-empty");
        }
        if (!paper && !startsAt.isAfter(now)) {
            throw Refused.because("forum.refused.session-begun");
        }
        openedAt = now;
        changedAt = now;
    }

    /** It has been held already, and is entered from what was written by hand. */
    void wasHeld(Instant now) {
        if (endsAt.isAfter(now)) {
            throw Refused.at("starts", "forum.refused.not-over");
        }
        paper = true;
    }

    /** The same of a session that was planned, but never opened. */
    void wasHeldUnopened(long seen, Instant now) {
        requireVersion(seen);
        if (state != SessionState.DRAFT) {
            throw Refused.because("forum.refused.session-state");
        }
        wasHeld(now);
        changedAt = now;
    }

    /** Begins, or goes on to be entered from paper where its time is over. */
    void begin(long seen, Instant now) {
        requireVersion(seen);
        if (startsAt.isAfter(now.plus(Room.MOST_EARLY))) {
            throw Refused.because("forum.refused.session-far");
        }
        go(SessionState.IN_PROGRESS);
        paper |= !endsAt.isAfter(now);
        changedAt = now;
    }

    void callBack(Instant now) {
        go(SessionState.OPEN);
        changedAt = now;
    }

    void close(Instant now) {
        go(SessionState.CLOSED);
        changedAt = now;
    }

    void reopen(Instant now) {
        if (state != SessionState.CLOSED) {
            throw Refused.because("forum.refused.session-state");
        }
        go(SessionState.IN_PROGRESS);
        changedAt = now;
    }

    /** @throws Refused unless it is held now, or entered from paper */
    void requireRunning() {
        if (state != SessionState.IN_PROGRESS) {
            throw Refused.because("forum.refused.session-not-running");
        }
    }

    void cancel(long seen, String why, Instant now) {
        requireVersion(seen);
        requireStanding(now);
        go(SessionState.CANCELLED);
        reason = why;
        cancelledAt = now;
        changedAt = now;
        sequence++;
    }

    private void go(SessionState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("forum.refused.session-state");
        }
        state = to;
    }

    private void describe(LocalizedText newTitle, int newMinutes, Venue newVenue) {
        title = Typed.title("title", newTitle, Lengths.NAME);
        minutes = Typed.number("minutes", newMinutes, LEAST_MINUTES, MOST_MINUTES);
        Venue venue = checked(newVenue);
        place = venue.place();
        city = venue.city();
        callLink = venue.callLink();
    }

    static Venue checked(Venue wish) {
        Venue venue = new Venue(
                Typed.line("place", wish.place(), Lengths.PLACE),
                wish.city(),
                Typed.link("callLink", wish.callLink(), Lengths.LINK));
        if (venue.place().isEmpty() && venue.callLink().isEmpty()) {
            throw Refused.at("place", "forum.refused.nowhere");
        }
        return venue;
    }

    private void takesPlace(LocalDateTime date, ZoneId where, @Nullable LocalDate until) {
        starts = date.truncatedTo(ChronoUnit.MINUTES);
        zone = where.getId();
        startsAt = starts.atZone(where).toInstant();
        endsAt = startsAt.plus(minutes, ChronoUnit.MINUTES);
        itemsUntil = until == null ? starts.toLocalDate() : until;
        if (itemsUntil.isAfter(starts.toLocalDate())) {
            throw Refused.at("itemsUntil", "forum.refused.items-until");
        }
    }

    /** @throws Refused if it was cancelled or is over: nothing about it changes any more. What was never opened waits for somebody to say what becomes of it. */
    void requireStanding(Instant now) {
        if (state == SessionState.CANCELLED) {
            throw Refused.because("forum.refused.session-cancelled");
        }
        if (state == SessionState.IN_PROGRESS) {
            throw Refused.because("forum.refused.session-runs");
        }
        if (state == SessionState.CLOSED || (state != SessionState.DRAFT && !paper && !endsAt.isAfter(now))) {
            throw Refused.because("forum.refused.session-over");
        }
    }

    /** @throws Refused unless people may say now whether they come */
    void requireAnswerable(Instant now) {
        if (state != SessionState.OPEN) {
            throw Refused.because("forum.refused.session-not-open");
        }
        if (!startsAt.isAfter(now)) {
            throw Refused.because("forum.refused.session-begun");
        }
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("forum.refused.changed");
        }
    }

    SessionId id() {
        return new SessionId(id);
    }

    String code() {
        return new SessionCode(year, number).toString();
    }

    @Nullable SeriesId series() {
        return series == null ? null : new SeriesId(series);
    }

    /** Whether others than those who facilitate it may know of it. */
    boolean announced() {
        return openedAt != null;
    }

    boolean paper() {
        return paper;
    }

    SessionState state() {
        return state;
    }

    Instant endsAt() {
        return endsAt;
    }

    boolean isOpen() {
        return state == SessionState.OPEN;
    }

    int sequence() {
        return sequence;
    }

    Instant startsAt() {
        return startsAt;
    }

    LocalizedText title() {
        return title;
    }

    LocalDateTime starts() {
        return starts;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    LocalDate itemsUntil() {
        return itemsUntil;
    }

    Venue venue() {
        return new Venue(place, city, callLink);
    }
}
