package org.kvartal.missions.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.StageId;
import org.kvartal.missions.StageState;

/** A stretch of a project. Its project is locked while something about it changes. */
@Entity
@Table(name = "project_stage")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class ProjectStage {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID project;

    private int place;

    @Enumerated(EnumType.STRING)
    private StageState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    private LocalDate due;
    private boolean gate;
    private @Nullable UUID askedBy;

    @SuppressWarnings("NullAway.Init")
    protected ProjectStage() {}

    static ProjectStage of(ProjectId project, StageId id, int place, StageContent content, LocalDate today) {
        ProjectStage made = new ProjectStage();
        made.id = id.value();
        made.project = project.value();
        made.place = place;
        made.state = StageState.AHEAD;
        made.describe(content, today);
        return made;
    }

    void change(long seen, StageContent content, LocalDate today) {
        requireVersion(seen);
        if (state != StageState.AHEAD && state != StageState.CURRENT) {
            throw Refused.because("missions.refused.state");
        }
        describe(content, today);
    }

    private void describe(StageContent content, LocalDate today) {
        title = Typed.title("title", content.title().asLine(), ProjectDesk.TITLE_LENGTH);
        due = Typed.day("due", content.due(), today);
        gate = content.gate();
    }

    void begin() {
        require(StageState.AHEAD);
        state = StageState.CURRENT;
    }

    void ask(long seen, PersonId by) {
        requireVersion(seen);
        require(StageState.CURRENT);
        if (!gate) {
            throw Refused.because("missions.refused.no-gate");
        }
        state = StageState.AT_GATE;
        askedBy = by.value();
    }

    /** Four eyes: whoever has asked does not decide. */
    void decide(long seen, GateVerdict verdict, PersonId by) {
        requireVersion(seen);
        require(StageState.AT_GATE);
        if (by.value().equals(askedBy)) {
            throw Refused.because("missions.refused.own-gate");
        }
        state = switch (verdict) {
            case GO -> StageState.DONE;
            case REWORK -> StageState.CURRENT;
            case STOP -> StageState.STOPPED;
        };
        askedBy = null;
    }

    void finish(long seen) {
        requireVersion(seen);
        require(StageState.CURRENT);
        if (gate) {
            throw Refused.because("missions.refused.gate");
        }
        state = StageState.DONE;
    }

    /** The client does not stand by what was decided here. */
    void reopen() {
        if (state != StageState.DONE && state != StageState.STOPPED) {
            throw Refused.because("missions.refused.state");
        }
        state = StageState.CURRENT;
    }

    /** A gate before it is open again: what was done in it stays, and it begins once more in its turn. */
    void putBack() {
        state = StageState.AHEAD;
        askedBy = null;
    }

    void move(int to) {
        require(StageState.AHEAD);
        place = to;
    }

    void requireAhead() {
        require(StageState.AHEAD);
    }

    /** Its plan may still change. */
    void requirePlanned() {
        if (state == StageState.DONE || state == StageState.STOPPED) {
            throw Refused.because("missions.refused.state");
        }
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("missions.refused.changed");
        }
    }

    private void require(StageState needed) {
        if (state != needed) {
            throw Refused.because("missions.refused.state");
        }
    }

    StageId id() {
        return new StageId(id);
    }

    ProjectId project() {
        return new ProjectId(project);
    }

    int place() {
        return place;
    }

    StageState state() {
        return state;
    }

    /** Who waits for a decision at its gate; null where nobody does. */
    @Nullable PersonId askedBy() {
        return askedBy == null ? null : new PersonId(askedBy);
    }

    boolean ahead() {
        return state == StageState.AHEAD;
    }
}
