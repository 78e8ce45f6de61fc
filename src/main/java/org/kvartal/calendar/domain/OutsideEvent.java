package org.kvartal.calendar.domain;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.calendar.OutsideState;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/** An event that somebody entered: what stands about it, where it stands, and how its dates repeat. */
@Entity
@Table(name = "outside_event")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class OutsideEvent {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private @Nullable UUID host;

    @Enumerated(EnumType.STRING)
    private OutsideState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText about;

    private LocalDateTime startAt;
    private LocalDateTime endAt;
    private String zone;
    private boolean allDay;

    @Enumerated(EnumType.STRING)
    private @Nullable Rhythm rhythm;

    private int step;
    private @Nullable LocalDate untilDay;
    private @Nullable Integer times;
    private String place;
    private @Nullable String city;
    private String website;
    private int sequence;
    private Instant firstAt;
    private @Nullable Instant lastAt;

    @Column(updatable = false)
    private @Nullable UUID enteredBy;

    @Column(updatable = false)
    private Instant enteredAt;

    private Instant changedAt;
    private int decisions;
    private String refusal;
    private boolean unseen;

    @SuppressWarnings("NullAway.Init")
    protected OutsideEvent() {}

    @SuppressWarnings("NullAway.Init")
    private OutsideEvent(NewEvent wish, @Nullable PersonId by, Instant now) {
        this.id = wish.id().value();
        this.host = wish.host();
        this.state = OutsideState.SUGGESTED;
        this.refusal = "";
        this.enteredBy = by == null ? null : by.value();
        this.enteredAt = now;
        describe(wish.content(), now);
    }

    static OutsideEvent suggest(NewEvent wish, @Nullable PersonId by, Instant now) {
        return new OutsideEvent(wish, by, now);
    }

    /** What somebody who decides has entered needs nobody's yes. */
    void publishOwn() {
        state = OutsideState.PUBLISHED;
    }

    /** @param office whether whoever changes it decides themselves */
    void change(long seen, EventContent content, boolean office, Instant now) {
        requireVersion(seen);
        require(OutsideState.SUGGESTED, OutsideState.PUBLISHED, OutsideState.REFUSED);
        describe(content, now);
        if (state == OutsideState.REFUSED) {
            state = OutsideState.SUGGESTED;
            refusal = "";
        }
        touch(office, now);
    }

    private void describe(EventContent content, Instant now) {
        EventTime time = content.time();
        Repetition repetition = content.repetition();
        if (repetition != null) {
            // Refuses a rule that contradicts its first date.
            Recurrence.of(time, repetition);
        }
        title = EventTexts.title(content.title());
        about = EventTexts.about(content.about());
        startAt = time.start();
        endAt = time.end();
        zone = time.zone().getId();
        allDay = time.allDay();
        rhythm = repetition == null ? null : repetition.rhythm();
        step = repetition == null ? 1 : repetition.every();
        untilDay = repetition == null ? null : repetition.until();
        times = repetition == null ? null : repetition.times();
        place = EventTexts.place(content.place());
        city = content.city();
        website = EventTexts.website(content.website());
        changedAt = now;
        span(time.begins(), lastByRule());
    }

    void publish(long seen, Instant now) {
        requireVersion(seen);
        require(OutsideState.SUGGESTED, OutsideState.REFUSED);
        state = OutsideState.PUBLISHED;
        refusal = "";
        decisions++;
        changedAt = now;
    }

    void refuse(long seen, String reason, Instant now) {
        requireVersion(seen);
        require(OutsideState.SUGGESTED);
        state = OutsideState.REFUSED;
        refusal = reason;
        decisions++;
        changedAt = now;
    }

    void look(long seen) {
        requireVersion(seen);
        unseen = false;
    }

    void withdraw(long seen, Instant now) {
        requireVersion(seen);
        require(OutsideState.SUGGESTED, OutsideState.REFUSED);
        state = OutsideState.WITHDRAWN;
        changedAt = now;
    }

    /** What was cancelled wants no look any more. */
    void cancel(long seen, Instant now) {
        requireVersion(seen);
        require(OutsideState.PUBLISHED);
        state = OutsideState.CANCELLED;
        unseen = false;
        sequence++;
        changedAt = now;
    }

    /** A date of the series is about to be moved or cancelled. */
    void changeDate(long seen, LocalDateTime date, boolean office, Instant now) {
        requireVersion(seen);
        require(OutsideState.SUGGESTED, OutsideState.PUBLISHED);
        if (recurrence().filter(rule -> rule.has(date)).isEmpty()) {
            throw Refused.because("calendar.refused.no-such-date");
        }
        touch(office, now);
    }

    /** Its dates lie between these moments, moved ones included; the second is null where they have no end. */
    void span(Instant first, @Nullable Instant last) {
        firstAt = first;
        lastAt = last;
    }

    private void touch(boolean office, Instant now) {
        sequence++;
        changedAt = now;
        unseen = state == OutsideState.PUBLISHED && (unseen || !office);
    }

    /** When the last date ends by the rule; null where it has no end. */
    @Nullable Instant lastByRule() {
        Optional<Recurrence> recurrence = recurrence();
        if (recurrence.isEmpty()) {
            return time().ends();
        }
        return recurrence.get().last().map(last -> time().at(last).ends()).orElse(null);
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("calendar.refused.changed-meanwhile");
        }
    }

    private void require(OutsideState... states) {
        if (!Set.of(states).contains(state)) {
            throw Refused.because("calendar.refused.state");
        }
    }

    EventTime time() {
        return new EventTime(startAt, endAt, ZoneId.of(zone), allDay);
    }

    Optional<Recurrence> recurrence() {
        return rhythm == null
                ? Optional.empty()
                : Optional.of(Recurrence.of(time(), new Repetition(rhythm, step, untilDay, times)));
    }

    boolean wasEnteredBy(@Nullable PersonId person) {
        return enteredBy != null && person != null && enteredBy.equals(person.value());
    }

    UUID id() {
        return id;
    }

    Optional<UUID> host() {
        return Optional.ofNullable(host);
    }

    Optional<PersonId> enteredBy() {
        return Optional.ofNullable(enteredBy).map(PersonId::new);
    }

    OutsideState state() {
        return state;
    }

    LocalizedText title() {
        return title;
    }

    int sequence() {
        return sequence;
    }

    long decisions() {
        return decisions;
    }

    boolean unseen() {
        return unseen;
    }
}
