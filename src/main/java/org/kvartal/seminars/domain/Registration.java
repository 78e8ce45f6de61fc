package org.kvartal.seminars.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarId;

/** Somebody's registration for a seminar. It changes while the row of its seminar is locked. */
@Entity
@Table(name = "seminar_registration")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Registration {

    static final int MOST_PRIORITY = 9;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID seminar;

    private @Nullable UUID person;
    private String name;
    private @Nullable String email;
    private @Nullable String emailKey;
    private String language;

    @Column(updatable = false)
    private @Nullable UUID onBehalfOf;

    @Column(updatable = false)
    private @Nullable UUID madeBy;

    private @Nullable UUID grp;

    @Enumerated(EnumType.STRING)
    private RegistrationState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> answers;

    private int priority;
    private @Nullable Instant queuedAt;
    private @Nullable Instant offerUntil;
    private boolean late;
    private String reason;
    private boolean judged;

    @Column(updatable = false)
    private Instant madeAt;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    /**
     * Whose registration it is.
     *
     * @param person null for somebody without an account
     * @param email where letters go to whoever has none
     * @param emailKey by which addresses are compared; null where nobody knows one
     */
    record Who(
            @Nullable PersonId person,
            String name,
            @Nullable String email,
            @Nullable String emailKey,
            Language language) {}

    @SuppressWarnings("NullAway.Init")
    static Registration begun(
            RegistrationId id,
            SeminarId seminar,
            Who who,
            @Nullable MemberId onBehalfOf,
            @Nullable PersonId by,
            Map<QuestionId, String> answers,
            Instant now) {
        Registration one = new Registration();
        one.id = id.value();
        one.seminar = seminar.value();
        PersonId person = who.person();
        one.person = person == null ? null : person.value();
        one.name = who.name();
        one.email = who.email();
        one.emailKey = who.emailKey();
        one.language = who.language().code();
        one.onBehalfOf = onBehalfOf == null ? null : onBehalfOf.value();
        one.madeBy = by == null ? null : by.value();
        one.state = RegistrationState.STARTED;
        one.answers = texts(answers);
        one.reason = "";
        one.madeAt = now;
        one.changedAt = now;
        return one;
    }

    private static Map<String, String> texts(Map<QuestionId, String> answers) {
        Map<String, String> texts = new HashMap<>();
        answers.forEach((question, answer) -> texts.put(question.toString(), answer));
        return texts;
    }

    void answer(Map<QuestionId, String> given) {
        if (state != RegistrationState.STARTED) {
            throw Refused.because("seminars.refused.registration-state");
        }
        answers = texts(given);
    }

    void belongTo(@Nullable GroupId group) {
        grp = group == null ? null : group.value();
    }

    void ask(Instant now) {
        go(RegistrationState.PENDING, now);
    }

    void confirm(Instant now) {
        go(RegistrationState.CONFIRMED, now);
        offerUntil = null;
    }

    void queue(Instant now) {
        go(RegistrationState.WAITLISTED, now);
        queuedAt = now;
    }

    void offer(Instant until, Instant now) {
        go(RegistrationState.OFFERED, now);
        offerUntil = until;
    }

    /** @throws Refused if nothing is offered, or its time is over */
    void accept(Instant now) {
        Instant until = offerUntil;
        if (state != RegistrationState.OFFERED || until == null) {
            throw Refused.because("seminars.refused.no-offer");
        }
        if (!now.isBefore(until)) {
            throw Refused.because("seminars.refused.offer-over");
        }
        confirm(now);
    }

    void expire(Instant now) {
        go(RegistrationState.EXPIRED, now);
        offerUntil = null;
    }

    void withdraw(boolean afterTheLastDay, Instant now) {
        boolean hadSeat = state == RegistrationState.CONFIRMED;
        go(RegistrationState.WITHDRAWN, now);
        offerUntil = null;
        late = hadSeat && afterTheLastDay;
    }

    void decline(String why, Instant now) {
        requireNext(RegistrationState.DECLINED);
        String given = Typed.requiredBlock("reason", why, Entered.REASON_LENGTH);
        go(RegistrationState.DECLINED, now);
        reason = given;
    }

    void prefer(int wished, Instant now) {
        if (state != RegistrationState.WAITLISTED) {
            throw Refused.because("seminars.refused.registration-state");
        }
        priority = Typed.number("priority", wished, -MOST_PRIORITY, MOST_PRIORITY);
        changedAt = now;
    }

    /** Was seen; only the first time changes it. */
    void checkIn(Instant now) {
        if (state == RegistrationState.CONFIRMED) {
            go(RegistrationState.CHECKED_IN, now);
        } else {
            requireSeated();
        }
    }

    /** @throws Refused for who has no seat, or has only the offer of one */
    void requireSeated() {
        if (!state.seated() || state == RegistrationState.OFFERED) {
            throw Refused.because("seminars.refused.no-seat");
        }
    }

    /** What the rule says, unless somebody has said otherwise. */
    void settle(boolean enough, Instant now) {
        RegistrationState to = enough ? RegistrationState.COMPLETED : RegistrationState.INCOMPLETE;
        if (!judged && state != to && state.next().contains(to)) {
            go(to, now);
        }
    }

    void judge(boolean completed, Instant now) {
        RegistrationState to = completed ? RegistrationState.COMPLETED : RegistrationState.INCOMPLETE;
        if (state != to) {
            go(to, now);
        }
        judged = true;
    }

    private void requireNext(RegistrationState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("seminars.refused.registration-state");
        }
    }

    private void go(RegistrationState to, Instant now) {
        requireNext(to);
        state = to;
        changedAt = now;
    }

    RegistrationId id() {
        return new RegistrationId(id);
    }

    SeminarId seminar() {
        return new SeminarId(seminar);
    }

    RegistrationState state() {
        return state;
    }

    Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    boolean isOf(PersonId one) {
        return one.value().equals(person);
    }

    /** As letters and certificates call somebody without an account. */
    String name() {
        return name;
    }

    Optional<Recipient> guest() {
        return email == null || person != null ? Optional.empty() : Optional.of(new Recipient(name, email, language()));
    }

    Language language() {
        return Language.of(language).orElse(Language.EN);
    }

    Optional<MemberId> onBehalfOf() {
        return Optional.ofNullable(onBehalfOf).map(MemberId::new);
    }

    @Nullable UUID association() {
        return onBehalfOf;
    }

    @Nullable UUID group() {
        return grp;
    }

    @Nullable Instant offerUntil() {
        return offerUntil;
    }

    String reason() {
        return reason;
    }

    boolean isMadeBy(PersonId one) {
        return one.value().equals(madeBy);
    }
}
