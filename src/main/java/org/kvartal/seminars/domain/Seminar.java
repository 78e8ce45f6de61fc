package org.kvartal.seminars.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;

/**
 * A seminar: when, where, about what, and how one gets a place. Whoever counts its seats holds the lock of its row.
 *
 * @see "Decision record 0140, a seat is counted under the lock of its seminar"
 */
@Entity
@Table(name = "seminar")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Seminar {

    /** How long before its time it may begin. */
    private static final Duration EARLY = Duration.ofHours(CheckIn.DOOR_HOURS);

    /** How long an offer lasts on the last day, in hours. */
    private static final int LAST_DAY_HOURS = 4;

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private String slug;

    @Enumerated(EnumType.STRING)
    private SeminarState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText about;

    private @Nullable UUID programme;
    private String[] languages;
    private String[] topics;
    private BigDecimal hours;

    @Enumerated(EnumType.STRING)
    private RegistrationMode mode;

    private int capacity;
    private @Nullable Integer minimum;
    private @Nullable LocalDate goNoGoOn;
    private @Nullable Integer perAssociation;
    private int offerHours;
    private @Nullable LocalDateTime opens;
    private @Nullable Instant opensAt;
    private @Nullable LocalDateTime closes;
    private @Nullable Instant closesAt;
    private @Nullable LocalDateTime withdrawUntil;
    private @Nullable Instant withdrawAt;
    private String zone;
    private String place;
    private @Nullable String city;
    private String link;
    private int share;
    private boolean feedback;
    private @Nullable Integer validMonths;
    private LocalDateTime starts;
    private LocalDateTime ends;
    private Instant startsAt;
    private Instant endsAt;

    @Column(updatable = false)
    private byte[] secret;

    private int sequence;
    private String reason;

    @Column(updatable = false)
    private @Nullable UUID madeBy;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant publishedAt;
    private @Nullable Instant endedAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Seminar() {}

    /** @param content that has been looked at, {@code first} its day */
    @SuppressWarnings("NullAway.Init")
    static Seminar draft(
            SeminarId id, String slug, SeminarContent content, List<Day> days, @Nullable PersonId by, Instant now) {
        Seminar draft = new Seminar();
        draft.id = id.value();
        draft.slug = slug;
        draft.state = SeminarState.DRAFT;
        draft.secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(draft.secret);
        draft.reason = "";
        draft.madeBy = by == null ? null : by.value();
        draft.madeAt = now;
        draft.changedAt = now;
        draft.describe(content);
        draft.spread(days);
        return draft;
    }

    /** @param content that has been looked at */
    void change(long seen, SeminarContent content, Instant now) {
        requireVersion(seen);
        requireOpen();
        if (mode != content.mode() && state != SeminarState.DRAFT && state != SeminarState.PUBLISHED) {
            throw Refused.at("mode", "seminars.refused.mode");
        }
        boolean moved = !zone.equals(content.zone().getId())
                || !place.equals(content.place())
                || !title.equals(content.title());
        describe(content);
        if (moved) {
            sequence++;
        }
        changedAt = now;
    }

    private void describe(SeminarContent content) {
        title = content.title();
        about = content.about();
        programme = content.programme() == null ? null : content.programme().value();
        languages = content.languages().stream().map(Language::code).sorted().toArray(String[]::new);
        topics = content.topics().stream().sorted().toArray(String[]::new);
        hours = content.hours();
        mode = content.mode();
        capacity = content.capacity();
        minimum = content.minimum();
        goNoGoOn = content.goNoGoOn();
        perAssociation = content.perAssociation();
        offerHours = content.offerHours();
        ZoneId clock = content.zone();
        zone = clock.getId();
        opens = content.opens();
        opensAt = moment(opens, clock);
        closes = content.closes();
        closesAt = moment(closes, clock);
        withdrawUntil = content.withdrawUntil();
        withdrawAt = moment(withdrawUntil, clock);
        place = content.place();
        city = content.city();
        link = content.link();
        share = content.rule().share();
        feedback = content.rule().feedback();
        validMonths = content.rule().validMonths();
        if (starts != null) {
            startsAt = starts.atZone(clock).toInstant();
            endsAt = ends.atZone(clock).toInstant();
        }
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime local, ZoneId zone) {
        return local == null ? null : local.atZone(zone).toInstant();
    }

    /**
     * @param before the days as they stand: hours that follow from them follow the new ones
     * @param days in their order, looked at
     */
    void plan(long seen, List<Day> before, List<Day> days, Instant now) {
        requireVersion(seen);
        requireOpen();
        if (hours.compareTo(SeminarDesk.hours(before)) == 0) {
            hours = SeminarDesk.hours(days);
        }
        if (spread(days)) {
            sequence++;
        }
        changedAt = now;
    }

    private boolean spread(List<Day> days) {
        Day first = days.getFirst();
        Day last = days.getLast();
        LocalDateTime beginning = LocalDateTime.of(first.date(), first.start());
        LocalDateTime end = LocalDateTime.of(last.date(), last.end());
        boolean moved = !beginning.equals(starts) || !end.equals(ends);
        starts = beginning;
        ends = end;
        startsAt = starts.atZone(zone()).toInstant();
        endsAt = ends.atZone(zone()).toInstant();
        return moved;
    }

    /** What belongs to it has changed. */
    void touch(long seen, Instant now) {
        requireVersion(seen);
        requireOpen();
        changedAt = now;
    }

    void publish(long seen, Instant now) {
        requireVersion(seen);
        requireNext(SeminarState.PUBLISHED);
        requireAhead(now);
        go(SeminarState.PUBLISHED, now);
        publishedAt = now;
    }

    /** What has begun is neither announced nor opened for registration. */
    void requireAhead(Instant now) {
        if (!startsAt.isAfter(now)) {
            throw Refused.because(endsAt.isAfter(now) ? "seminars.refused.has-begun" : "seminars.refused.past");
        }
    }

    void openRegistration(Instant now) {
        go(SeminarState.REGISTRATION_OPEN, now);
    }

    void closeRegistration(Instant now) {
        go(SeminarState.REGISTRATION_CLOSED, now);
    }

    void start(Instant now) {
        requireNext(SeminarState.RUNNING);
        if (now.isBefore(startsAt.minus(EARLY))) {
            throw Refused.because("seminars.refused.early");
        }
        go(SeminarState.RUNNING, now);
    }

    void finish(Instant now) {
        requireNext(SeminarState.FINISHED);
        if (now.isBefore(endsAt)) {
            throw Refused.because("seminars.refused.not-over");
        }
        go(SeminarState.FINISHED, now);
        endedAt = now;
    }

    void archive(Instant now) {
        go(SeminarState.ARCHIVED, now);
    }

    void cancel(long seen, String why, Instant now) {
        requireVersion(seen);
        requireNext(SeminarState.CANCELLED);
        String given = Typed.requiredBlock("reason", why, Entered.REASON_LENGTH);
        go(SeminarState.CANCELLED, now);
        reason = given;
        endedAt = now;
        sequence++;
    }

    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("seminars.refused.changed");
        }
    }

    void requireOpen() {
        if (!state.open()) {
            throw Refused.because("seminars.refused.state");
        }
    }

    private void requireNext(SeminarState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("seminars.refused.state");
        }
    }

    /** Everything that may refuse stands before it. */
    private void go(SeminarState to, Instant now) {
        requireNext(to);
        state = to;
        changedAt = now;
    }

    /** Whether places are given, taken up and given up now. */
    boolean givesPlaces(Instant now) {
        return state.givesPlaces() && startsAt.isAfter(now);
    }

    /** Whether whoever gives a place up now is late. */
    boolean late(Instant now) {
        return withdrawAt != null && withdrawAt.isBefore(now);
    }

    /**
     * Until when a seat that becomes free now is held for somebody: some hours, four on the last day, and never beyond the beginning.
     *
     * @see "Feature 6 of working seminars: waiting list with offers that end"
     */
    Instant offerUntil(Instant now) {
        boolean lastDay = !now.isBefore(startsAt.minus(Duration.ofDays(1)));
        Instant until = now.plus(Duration.ofHours(lastDay ? Math.min(LAST_DAY_HOURS, offerHours) : offerHours));
        return until.isAfter(startsAt) ? startsAt : until;
    }

    SeminarId id() {
        return new SeminarId(id);
    }

    String slug() {
        return slug;
    }

    SeminarState state() {
        return state;
    }

    LocalizedText title() {
        return title;
    }

    String place() {
        return place;
    }

    String reason() {
        return reason;
    }

    RegistrationMode mode() {
        return mode;
    }

    int capacity() {
        return capacity;
    }

    @Nullable Integer perAssociation() {
        return perAssociation;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    CertificateRule rule() {
        return new CertificateRule(share, feedback, validMonths);
    }

    DoorKeys keys() {
        return new DoorKeys(secret);
    }
}
