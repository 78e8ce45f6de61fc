package org.kvartal.advocacy.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.alliance.EntryId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.MemberId;

/** Something that its owner does, and somebody else verifies. */
@Entity
@Table(name = "measure")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Measure {

    static final int LINE_LENGTH = 200;

    private static final int WHOLE = 100;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private MeasureState state;

    @Enumerated(EnumType.STRING)
    private @Nullable MeasureState heldFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText about;

    private @Nullable UUID ownerMember;
    private @Nullable UUID ownerEntry;
    private String implementer;
    private LocalDate starts;
    private LocalDate due;
    private int progress;

    @Enumerated(EnumType.STRING)
    private ReportSchedule schedule;

    private String strategy;
    private String external;

    @JdbcTypeCode(SqlTypes.JSON)
    private Indicators indicators;

    private @Nullable Integer weight;
    private @Nullable BigDecimal budget;
    private @Nullable String currency;
    private @Nullable UUID reportedBy;
    private @Nullable Instant reportedAt;
    private @Nullable UUID verifier;
    private @Nullable UUID verifiedBy;
    private @Nullable UUID verifiedFor;
    private @Nullable Instant verifiedAt;
    private String verdict;
    private String reason;
    private @Nullable UUID decision;

    @Column(updatable = false)
    private Instant madeAt;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    static Measure enter(MeasureId id, RefCode code, MeasureContent content, LocalDate today, Instant now) {
        Measure made = new Measure();
        made.id = id.value();
        made.year = code.year();
        made.number = code.number();
        made.state = MeasureState.PLANNED;
        made.verdict = "";
        made.reason = "";
        made.madeAt = now;
        made.describe(content, today, now);
        return made;
    }

    void change(long seen, MeasureContent content, LocalDate today, Instant now) {
        requireVersion(seen);
        if (state.over() || state == MeasureState.REPORTED_DONE) {
            throw Refused.because("advocacy.refused.state");
        }
        describe(content, today, now);
        if (state != MeasureState.PLANNED && implementer.isEmpty()) {
            throw Refused.at("implementer", "kernel.refused.missing");
        }
    }

    private void describe(MeasureContent content, LocalDate today, Instant now) {
        title = Typed.title("title", content.title().asLine(), MeasureDesk.TITLE_LENGTH);
        about = Typed.text("about", content.about(), MeasureDesk.TEXT_LENGTH);
        UUID owner = content.owner() instanceof Owner.OfMember(MemberId member) ? member.value() : null;
        if (owner != null && owner.equals(verifier)) {
            throw Refused.at("owner", "advocacy.refused.owner-verifies");
        }
        ownerMember = owner;
        ownerEntry = content.owner() instanceof Owner.OfEntry(EntryId entry) ? entry.value() : null;
        implementer = Typed.line("implementer", content.implementer(), LINE_LENGTH);
        starts = Bounds.day("starts", content.starts(), today);
        due = Bounds.day("due", content.due(), today);
        if (due.isBefore(starts)) {
            throw Refused.at("due", "advocacy.refused.due-first");
        }
        schedule = content.schedule();
        strategy = Typed.line("strategy", content.strategy(), LINE_LENGTH);
        external = Typed.line("external", content.external(), LINE_LENGTH);
        aim(TypedAims.checked(content.aims()));
        changedAt = now;
    }

    private void aim(Aims aims) {
        Budget money = aims.budget();
        indicators = new Indicators(aims.indicators());
        weight = aims.weight();
        budget = money == null ? null : money.amount();
        currency = money == null ? null : money.currency();
    }

    void commit(long seen, String who, Instant now) {
        requireVersion(seen);
        require(MeasureState.PLANNED);
        String name = Typed.requiredLine("implementer", who, LINE_LENGTH);
        go(MeasureState.COMMITTED, now);
        implementer = name;
    }

    void start(long seen, Instant now) {
        requireVersion(seen);
        require(MeasureState.COMMITTED);
        go(MeasureState.IN_PROGRESS, now);
    }

    void hold(long seen, String why, Instant now) {
        requireVersion(seen);
        requireNext(MeasureState.ON_HOLD);
        String given = Typed.requiredBlock("reason", why, Bounds.REASON_LENGTH);
        heldFrom = state;
        go(MeasureState.ON_HOLD, now);
        reason = given;
    }

    void resume(long seen, Instant now) {
        requireVersion(seen);
        require(MeasureState.ON_HOLD);
        go(Objects.requireNonNull(heldFrom, "a pause has begun somewhere"), now);
        heldFrom = null;
        reason = "";
    }

    void reportDone(long seen, @Nullable PersonId by, boolean evidence, Instant now) {
        requireVersion(seen);
        requireNext(MeasureState.REPORTED_DONE);
        if (!evidence) {
            throw Refused.because("advocacy.refused.no-evidence");
        }
        go(MeasureState.REPORTED_DONE, now);
        reportedBy = by == null ? null : by.value();
        reportedAt = now;
    }

    /** Asks an association to say whether it was done; null for the office again. */
    void assign(long seen, @Nullable MemberId association, Instant now) {
        requireVersion(seen);
        if (state.over()) {
            throw Refused.because("advocacy.refused.state");
        }
        if (association != null && association.value().equals(ownerMember)) {
            throw Refused.at("verifier", "advocacy.refused.owner-verifies");
        }
        verifier = association == null ? null : association.value();
        changedAt = now;
    }

    /** @param association for which it is said, null for the office */
    void verify(long seen, MeasureState says, String words, PersonId by, @Nullable MemberId association, Instant now) {
        requireVersion(seen);
        require(MeasureState.REPORTED_DONE);
        if (!state.next().contains(says)) {
            throw Refused.because("advocacy.refused.state");
        }
        if (by.value().equals(reportedBy)) {
            throw Refused.because("advocacy.refused.own-measure");
        }
        String why = Typed.requiredBlock("words", words, Bounds.REASON_LENGTH);
        go(says, now);
        if (says == MeasureState.VERIFIED_IMPLEMENTED) {
            progress = WHOLE;
        }
        verifiedBy = by.value();
        verifiedFor = association == null ? null : association.value();
        verifiedAt = now;
        verdict = why;
    }

    void cancel(long seen, String why, OutcomeId by, Instant now) {
        requireVersion(seen);
        requireNext(MeasureState.CANCELLED);
        String words = Typed.requiredBlock("reason", why, Bounds.REASON_LENGTH);
        go(MeasureState.CANCELLED, now);
        heldFrom = null;
        reason = words;
        decision = by.value();
    }

    /** A report says how far it is, and where its indicators stand. */
    void reported(int percent, Readings readings, Instant now) {
        if (!state.runs()) {
            throw Refused.because("advocacy.refused.state");
        }
        progress = percent;
        indicators = indicators.at(readings.values());
        changedAt = now;
    }

    void touch(Instant now) {
        if (state.over()) {
            throw Refused.because("advocacy.refused.state");
        }
        changedAt = now;
    }

    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("advocacy.refused.changed");
        }
    }

    private void require(MeasureState needed) {
        if (state != needed) {
            throw Refused.because("advocacy.refused.state");
        }
    }

    private void requireNext(MeasureState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("advocacy.refused.state");
        }
    }

    /** Everything that may refuse stands before it. */
    private void go(MeasureState to, Instant now) {
        requireNext(to);
        state = to;
        changedAt = now;
    }

    MeasureId id() {
        return new MeasureId(id);
    }

    String code() {
        return new RefCode(RefCode.MEASURE, year, number).toString();
    }

    MeasureState state() {
        return state;
    }

    @Nullable MemberId ownerMember() {
        return ownerMember == null ? null : new MemberId(ownerMember);
    }

    /** The association that was asked to verify it; null for the office. */
    @Nullable MemberId verifier() {
        return verifier == null ? null : new MemberId(verifier);
    }

    Indicators indicators() {
        return indicators;
    }

    LocalDate starts() {
        return starts;
    }

    LocalDate due() {
        return due;
    }

    ReportSchedule schedule() {
        return schedule;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
