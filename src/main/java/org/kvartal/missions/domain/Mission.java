package org.kvartal.missions.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.MissionState;

/** Delegations that travel together for some days. */
@Entity
@Table(name = "mission")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Mission {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private MissionKind kind;

    @Enumerated(EnumType.STRING)
    private MissionState state;

    @Enumerated(EnumType.STRING)
    private @Nullable MissionState heldFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText about;

    private LocalDate starts;
    private LocalDate ends;
    private String zone;
    private UUID coordinator;
    private boolean shown;
    private boolean monthly;

    @Column(updatable = false)
    private @Nullable UUID copiedFrom;

    @Column(updatable = false)
    private @Nullable UUID repeats;

    private String reason;
    private @Nullable LocalDate endedOn;
    private @Nullable Instant purgedAt;

    @Column(updatable = false)
    private Instant madeAt;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Mission() {}

    static Mission plan(
            MissionId id,
            MissionCode code,
            MissionContent content,
            PersonId coordinator,
            LocalDate today,
            Instant now) {
        Mission made = new Mission();
        made.id = id.value();
        made.year = code.year();
        made.number = code.number();
        made.state = MissionState.PLANNING;
        made.coordinator = coordinator.value();
        made.reason = "";
        made.madeAt = now;
        made.describe(content, today, now);
        return made;
    }

    /**
     * One like this on other days.
     *
     * @param repetition whether it is the one that comes a month later
     */
    Mission copy(MissionId other, MissionCode code, LocalDate first, boolean repetition, LocalDate today, Instant now) {
        Mission made = plan(other, code, content(first), coordinator(), today, now);
        made.copiedFrom = id;
        made.repeats = repetition ? id : null;
        made.monthly = repetition;
        made.shown = repetition && shown;
        return made;
    }

    private MissionContent content(LocalDate first) {
        return new MissionContent(
                kind, title, about, first, first.plusDays(ChronoUnit.DAYS.between(starts, ends)), zone(), List.of());
    }

    void change(long seen, MissionContent content, LocalDate today, Instant now) {
        requireVersion(seen);
        requireOpen();
        describe(content, today, now);
    }

    private void describe(MissionContent content, LocalDate today, Instant now) {
        LocalizedText name = Typed.title("title", content.title().asLine(), MissionDesk.TITLE_LENGTH);
        LocalizedText words = Typed.text("about", content.about(), MissionDesk.TEXT_LENGTH);
        LocalDate first = Typed.day("starts", content.starts(), today);
        LocalDate last = Typed.day("ends", content.ends(), today);
        if (last.isBefore(first)) {
            throw Refused.at("ends", "missions.refused.ends-first");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MissionDesk.MOST_DAYS) {
            throw Refused.at("ends", "missions.refused.long", MissionDesk.MOST_DAYS);
        }
        kind = content.kind();
        title = name;
        about = words;
        starts = first;
        ends = last;
        zone = content.zone().getId();
        changedAt = now;
    }

    void show(long seen, boolean everybody, Instant now) {
        requireVersion(seen);
        shown = everybody;
        changedAt = now;
    }

    void repeat(long seen, boolean each, Instant now) {
        requireVersion(seen);
        requireOpen();
        monthly = each;
        changedAt = now;
    }

    void handOver(long seen, PersonId to, Instant now) {
        requireVersion(seen);
        coordinator = to.value();
        changedAt = now;
    }

    void fixRoster(long seen, boolean everyDelegationHasSomebody, Instant now) {
        requireVersion(seen);
        require(MissionState.PLANNING);
        if (!everyDelegationHasSomebody) {
            throw Refused.because("missions.refused.roster");
        }
        go(MissionState.ROSTER_FIXED, now);
    }

    /**
     * @param goals how many it has
     * @param visits how many it has
     * @param waiting for how many hosts it waits
     */
    void confirm(long seen, int goals, int visits, int waiting, Instant now) {
        requireVersion(seen);
        require(MissionState.ROSTER_FIXED);
        if (goals == 0) {
            throw Refused.because("missions.refused.no-goal");
        }
        if (visits == 0) {
            throw Refused.because("missions.refused.no-visit");
        }
        if (waiting > 0) {
            throw Refused.because("missions.refused.hosts", waiting);
        }
        go(MissionState.CONFIRMED, now);
    }

    void setOut(long seen, Instant now) {
        requireVersion(seen);
        setOut(now);
    }

    void setOut(Instant now) {
        require(MissionState.CONFIRMED);
        go(MissionState.ON_THE_ROAD, now);
    }

    void comeBack(long seen, Instant now) {
        requireVersion(seen);
        comeBack(now);
    }

    void comeBack(Instant now) {
        require(MissionState.ON_THE_ROAD);
        go(MissionState.DEBRIEF, now);
    }

    void finish(long seen, boolean debriefed, Instant now) {
        requireVersion(seen);
        require(MissionState.DEBRIEF);
        if (!debriefed) {
            throw Refused.because("missions.refused.debrief");
        }
        go(MissionState.DONE, now);
    }

    void hold(long seen, String why, Instant now) {
        requireVersion(seen);
        requireNext(MissionState.PAUSED);
        String words = Typed.requiredBlock("reason", why, Typed.REASON_LENGTH);
        heldFrom = state;
        go(MissionState.PAUSED, now);
        reason = words;
    }

    void resume(long seen, Instant now) {
        requireVersion(seen);
        require(MissionState.PAUSED);
        go(Objects.requireNonNull(heldFrom, "a pause has begun somewhere"), now);
        heldFrom = null;
        reason = "";
    }

    void terminate(long seen, String why, LocalDate today, Instant now) {
        requireVersion(seen);
        requireNext(MissionState.TERMINATED);
        String words = Typed.requiredBlock("reason", why, Typed.REASON_LENGTH);
        go(MissionState.TERMINATED, now);
        heldFrom = null;
        monthly = false;
        endedOn = today;
        reason = words;
    }

    /** Something of its delegations or its itinerary changes. */
    void touch(Instant now) {
        requireOpen();
        purgedAt = null;
        changedAt = now;
    }

    /** Goals are counted until it is done. */
    void touchGoals(long seen, Instant now) {
        requireVersion(seen);
        if (!state.open() && state != MissionState.DEBRIEF) {
            throw Refused.because("missions.refused.state");
        }
        changedAt = now;
    }

    void requireOpen() {
        if (!state.open()) {
            throw Refused.because("missions.refused.state");
        }
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("missions.refused.changed");
        }
    }

    void require(MissionState needed) {
        if (state != needed) {
            throw Refused.because("missions.refused.state");
        }
    }

    private void requireNext(MissionState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("missions.refused.state");
        }
    }

    /** Everything that may refuse stands before it. */
    private void go(MissionState to, Instant now) {
        requireNext(to);
        state = to;
        changedAt = now;
    }

    MissionId id() {
        return new MissionId(id);
    }

    String code() {
        return new MissionCode(MissionCode.MISSION, year, number).toString();
    }

    MissionState state() {
        return state;
    }

    LocalizedText title() {
        return title;
    }

    PersonId coordinator() {
        return new PersonId(coordinator);
    }

    LocalDate starts() {
        return starts;
    }

    LocalDate ends() {
        return ends;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    boolean monthly() {
        return monthly;
    }
}
