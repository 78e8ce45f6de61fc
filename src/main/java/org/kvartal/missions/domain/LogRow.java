package org.kvartal.missions.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;

/** One meeting, as the consultant writes it down and the client stands by it. */
@Entity
@Table(name = "log_row")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class LogRow {

    static final Duration SILENCE = Duration.ofDays(ProjectLog.SILENCE_DAYS);

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID project;

    @Enumerated(EnumType.STRING)
    private LogState state;

    private LocalDate heldOn;
    private int minutes;
    private String present;
    private String topics;
    private String agreed;
    private String next;
    private String language;

    @Column(updatable = false)
    private UUID author;

    private @Nullable Instant askedAt;
    private @Nullable Instant settledAt;
    private @Nullable UUID settledBy;
    private String objection;

    @Column(updatable = false)
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected LogRow() {}

    static LogRow write(LogId id, ProjectId project, LogContent content, PersonId by, LocalDate today, Instant now) {
        LogRow made = new LogRow();
        made.id = id.value();
        made.project = project.value();
        made.state = LogState.NOTED;
        made.author = by.value();
        made.objection = "";
        made.writtenAt = now;
        made.describe(content, today);
        return made;
    }

    /** What was confirmed is not worded anew; what was asked is asked again. */
    void reword(long seen, LogContent content, LocalDate today) {
        requireVersion(seen);
        requireUnsettled();
        describe(content, today);
        state = LogState.NOTED;
        askedAt = null;
        objection = "";
    }

    private void describe(LogContent content, LocalDate today) {
        LocalDate day = Typed.day("heldOn", content.heldOn(), today);
        if (day.isAfter(today)) {
            throw Refused.at("heldOn", "missions.refused.future");
        }
        int length = Typed.number("minutes", content.minutes(), 1, ProjectLog.MOST_MINUTES);
        String who = Typed.line("present", content.present(), ProjectDesk.LINE_LENGTH);
        String what = Typed.requiredBlock("topics", content.topics(), ProjectLog.TEXT_LENGTH);
        String settled = Typed.block("agreed", content.agreed(), ProjectLog.TEXT_LENGTH);
        String then = Typed.block("next", content.next(), ProjectLog.TEXT_LENGTH);
        heldOn = day;
        minutes = length;
        present = who;
        topics = what;
        agreed = settled;
        next = then;
        language = content.language().code();
    }

    /** The client is asked, or asked again: the time of silence begins anew. */
    void ask(Instant now) {
        requireUnsettled();
        state = LogState.WAITING;
        askedAt = now;
        objection = "";
    }

    /** The letter did not arrive, and nobody else was asked: no silence counts. */
    void unasked() {
        if (state == LogState.WAITING) {
            state = LogState.NOTED;
            askedAt = null;
        }
    }

    /** @param by who is signed in, null by link */
    void confirm(@Nullable PersonId by, Instant now) {
        if (!state.next().contains(LogState.CONFIRMED)) {
            throw Refused.because("missions.refused.state");
        }
        if (by != null && by.value().equals(author)) {
            throw Refused.because("missions.refused.own-row");
        }
        state = LogState.CONFIRMED;
        settledAt = now;
        settledBy = by == null ? null : by.value();
        objection = "";
    }

    void dispute(String words) {
        if (state != LogState.WAITING) {
            throw Refused.because("missions.refused.state");
        }
        String said = Typed.requiredBlock("words", words, Typed.REASON_LENGTH);
        state = LogState.DISPUTED;
        objection = said;
    }

    /** Whoever was asked and has said nothing for so long stands by it. */
    void assume(Instant now) {
        if (state != LogState.WAITING || askedAt == null || now.isBefore(askedAt.plus(SILENCE))) {
            throw Refused.because("missions.refused.state");
        }
        state = LogState.ASSUMED;
        settledAt = now;
    }

    private void requireUnsettled() {
        if (state == LogState.CONFIRMED || state == LogState.ASSUMED) {
            throw Refused.because("missions.refused.state");
        }
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("missions.refused.changed");
        }
    }

    LogId id() {
        return new LogId(id);
    }

    PersonId author() {
        return new PersonId(author);
    }

    ProjectId project() {
        return new ProjectId(project);
    }

    LogState state() {
        return state;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    int minutes() {
        return minutes;
    }

    String objection() {
        return objection;
    }

    @Nullable Instant askedAt() {
        return askedAt;
    }

    LogContent content() {
        return new LogContent(
                heldOn,
                minutes,
                present,
                topics,
                agreed,
                next,
                Language.of(language).orElse(Language.EN));
    }
}
