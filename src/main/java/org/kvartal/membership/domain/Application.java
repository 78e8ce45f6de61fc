package org.kvartal.membership.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.MemberId;

/**
 * Somebody's wish to belong, from the first letter to the answer. Its wait is one moment, {@code waitingSince}: each pause pushes it forward, so
 * that the difference to now is the time that the applicant has waited for others.
 *
 * @see "Decision record 0081, the wait is one moment that pauses push"
 */
@Entity
@Table(name = "application")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Application {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    /** Given by the database. */
    @Column(insertable = false, updatable = false)
    private @Nullable Long number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ApplicationKind kind;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    @Embedded
    private Applicant applicant;

    @Embedded
    private Said said;

    /** Kept as it is typed, by a statement of its own. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private ApplicationForm form;

    @Column(updatable = false)
    private long sequence;

    private @Nullable UUID statute;
    private Instant begunAt;
    private boolean sendsOnConfirmation;
    private @Nullable Instant waitingSince;
    private @Nullable UUID reviewer;
    private @Nullable Instant askedAt;
    private @Nullable String question;
    private short reminders;
    private @Nullable Instant settledAt;
    private @Nullable String reason;
    private boolean appealed;
    private @Nullable UUID member;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    private Application(NewApplication wish, Applicant applicant, String name, Instant now) {
        this.id = wish.id().value();
        this.kind = wish.kind();
        this.state = ApplicationState.DRAFT;
        this.applicant = applicant;
        this.said = new Said(name);
        this.form = ApplicationForm.begun(name);
        this.begunAt = now;
    }

    /** @param person who applies, or will be once admitted */
    static Application begin(NewApplication wish, PersonId person, Instant now) {
        String name = Typed.personName("applicant", wish.applicant());
        Applicant applicant = new Applicant(person, MailAddress.of(wish.email()), wish.language());
        return new Application(wish, applicant, name, now);
    }

    void attach(@Nullable FileId file) {
        requireEditable();
        statute = file == null ? null : file.value();
    }

    /** Goes as soon as the address is confirmed. */
    void sendOnConfirmation(boolean wished) {
        sendsOnConfirmation = wished;
    }

    /** Goes to the office, or back to it with the answer. */
    void submit(FilledForm filled, Instant now) {
        requireEditable();
        if (!applicant.confirmed()) {
            throw new IllegalStateException("the address is not confirmed");
        }
        if (state == ApplicationState.MORE_INFO && waitingSince != null && askedAt != null) {
            waitingSince = waitingSince.plus(Duration.between(askedAt, now));
            state = ApplicationState.IN_REVIEW;
        } else {
            waitingSince = now;
            state = ApplicationState.SUBMITTED;
        }
        askedAt = null;
        sendsOnConfirmation = false;
        said.say(filled, applicant.language());
    }

    void take(PersonId officer) {
        require(ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW);
        state = ApplicationState.IN_REVIEW;
        reviewer = officer.value();
    }

    void ask(String what, Instant now) {
        require(ApplicationState.IN_REVIEW);
        state = ApplicationState.MORE_INFO;
        question = what;
        askedAt = now;
        reminders = 0;
    }

    void approve(MemberId became, Instant now) {
        require(answerable());
        settle(ApplicationState.APPROVED, now);
        member = became.value();
    }

    void decline(String why, Instant now) {
        require(answerable());
        settle(ApplicationState.DECLINED, now);
        reason = why;
    }

    /** The office decides what it has taken; those whom somebody wants to represent answer at once. */
    private ApplicationState[] answerable() {
        return kind == ApplicationKind.REPRESENTATIVE
                ? new ApplicationState[] {ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW}
                : new ApplicationState[] {ApplicationState.IN_REVIEW};
    }

    void appeal(Instant now) {
        if (!mayAppeal(now)) {
            throw Refused.because("membership.refused.appeal");
        }
        state = ApplicationState.IN_REVIEW;
        appealed = true;
        settledAt = null;
        waitingSince = now;
    }

    boolean mayAppeal(Instant now) {
        return state == ApplicationState.DECLINED
                && !appealed
                && settledAt != null
                && now.isBefore(settledAt.plus(Admissions.APPEAL));
    }

    void withdraw(Instant now) {
        if (!mayWithdraw()) {
            throw Refused.because("membership.refused.withdraw");
        }
        settle(ApplicationState.WITHDRAWN, now);
    }

    boolean mayWithdraw() {
        return switch (state) {
            case DRAFT, SUBMITTED, MORE_INFO -> true;
            case IN_REVIEW, APPROVED, DECLINED, WITHDRAWN, LAPSED -> false;
        };
    }

    /** @return false where it is not time, or the question was answered meanwhile */
    boolean lapse(Instant now) {
        if (askedAt == null || now.isBefore(askedAt.plus(Admissions.LAPSE))) {
            return false;
        }
        settle(ApplicationState.LAPSED, now);
        return true;
    }

    /**
     * Reminds of an unanswered question.
     *
     * @return false where that was done already, or the question was answered meanwhile
     */
    boolean remind(int ordinal) {
        if (askedAt == null || reminders >= ordinal) {
            return false;
        }
        reminders = (short) ordinal;
        return true;
    }

    private void settle(ApplicationState as, Instant now) {
        if (askedAt != null && waitingSince != null) {
            waitingSince = waitingSince.plus(Duration.between(askedAt, now));
        }
        state = as;
        settledAt = now;
        askedAt = null;
        sendsOnConfirmation = false;
    }

    void requireEditable() {
        if (!state.editable()) {
            throw Refused.because("membership.refused.not-editable");
        }
    }

    private void require(ApplicationState... wanted) {
        if (!List.of(wanted).contains(state)) {
            throw Refused.because("membership.refused.application-changed");
        }
    }

    /** @throws Refused if something has happened to it since */
    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("membership.refused.application-changed");
        }
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** What people see; of an application that was kept. */
    long number() {
        return Objects.requireNonNull(number);
    }

    /** Whom its letters go to. */
    Recipient recipient() {
        return applicant.recipient(form.applicant());
    }

    ApplicationId id() {
        return new ApplicationId(id);
    }

    ApplicationKind kind() {
        return kind;
    }

    ApplicationState state() {
        return state;
    }

    Applicant applicant() {
        return applicant;
    }

    Said said() {
        return said;
    }

    ApplicationForm form() {
        return form;
    }

    Optional<FileId> statute() {
        return Optional.ofNullable(statute).map(FileId::new);
    }

    boolean sendsOnConfirmation() {
        return sendsOnConfirmation;
    }

    Instant begunAt() {
        return begunAt;
    }

    Instant waitingSince() {
        return Objects.requireNonNull(waitingSince);
    }

    Instant askedAt() {
        return Objects.requireNonNull(askedAt);
    }

    Instant settledAt() {
        return Objects.requireNonNull(settledAt);
    }

    Optional<String> question() {
        return Optional.ofNullable(question);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<MemberId> member() {
        return Optional.ofNullable(member).map(MemberId::new);
    }
}
