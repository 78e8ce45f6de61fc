package org.kvartal.membership.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.ApplicationState;

/**
 * The course that an application takes. Its wait is one moment, {@code waitingSince}: each pause pushes it forward, so that the difference to now is the
 * time that the applicant has waited for others.
 *
 * @see "Decision record 0081, the wait is one moment that pauses push"
 */
@Embeddable
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Course {

    @Enumerated(EnumType.STRING)
    private ApplicationState state = ApplicationState.DRAFT;

    private @Nullable Instant waitingSince;
    private @Nullable UUID reviewer;
    private @Nullable Instant askedAt;
    private @Nullable String question;
    private short reminders;
    private @Nullable Instant settledAt;
    private @Nullable String reason;
    private boolean appealed;

    protected Course() {}

    /** An application begins. */
    static Course begin() {
        return new Course();
    }

    /** Goes to whoever answers, or back to them with the answer to a question. */
    void submit(Instant now) {
        requireEditable();
        if (state == ApplicationState.MORE_INFO) {
            resume(now);
            state = ApplicationState.IN_REVIEW;
        } else {
            waitingSince = now;
            state = ApplicationState.SUBMITTED;
        }
    }

    void take(PersonId officer) {
        requireWaiting();
        state = ApplicationState.IN_REVIEW;
        reviewer = officer.value();
    }

    /**
     * Whoever asks has it from then on.
     *
     * @param from the states in which it may be answered
     * @param by nobody where the house asks
     */
    void ask(Set<ApplicationState> from, String what, Optional<PersonId> by, Instant now) {
        require(from);
        by.ifPresent(asking -> reviewer = asking.value());
        state = ApplicationState.MORE_INFO;
        question = what;
        askedAt = now;
        reminders = 0;
    }

    /** @param from the states in which it may be answered */
    void approve(Set<ApplicationState> from, Instant now) {
        require(from);
        settle(ApplicationState.APPROVED, now);
    }

    /** @param from the states in which it may be answered */
    void decline(Set<ApplicationState> from, String why, Instant now) {
        require(from);
        settle(ApplicationState.DECLINED, now);
        reason = why;
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
                && now.isBefore(settledAt().plus(Admissions.APPEAL));
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
        resume(now);
        state = as;
        settledAt = now;
    }

    /** The clock goes on, if it stood still. */
    private void resume(Instant now) {
        if (askedAt != null && waitingSince != null) {
            waitingSince = waitingSince.plus(Duration.between(askedAt, now));
        }
        askedAt = null;
    }

    void requireEditable() {
        if (!state.editable()) {
            throw Refused.because("membership.refused.not-editable");
        }
    }

    /** @throws Refused if it does not wait for an answer */
    void requireWaiting() {
        require(Set.of(ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW));
    }

    private void require(Set<ApplicationState> wanted) {
        if (!wanted.contains(state)) {
            throw Refused.because("membership.refused.application-changed");
        }
    }

    ApplicationState state() {
        return state;
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
}
