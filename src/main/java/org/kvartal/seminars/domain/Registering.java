package org.kvartal.seminars.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes registrations in: of those who come themselves, and of those whom others enter. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Registering {

    private final SeminarHold hold;
    private final Admission admission;
    private final Arrival arrival;
    private final SeminarSight sight;
    private final SeminarTelling telling;
    private final SeminarTrail trail;
    private final Mandates mandates;
    private final Members members;
    private final SeminarRows rows;
    private final HouseClock clock;

    Registering(
            SeminarHold hold,
            Admission admission,
            Arrival arrival,
            SeminarSight sight,
            SeminarTelling telling,
            SeminarTrail trail,
            Mandates mandates,
            Members members,
            SeminarRows rows,
            HouseClock clock) {
        this.hold = hold;
        this.admission = admission;
        this.arrival = arrival;
        this.sight = sight;
        this.telling = telling;
        this.trail = trail;
        this.mandates = mandates;
        this.members = members;
        this.rows = rows;
        this.clock = clock;
    }

    RegistrationState register(Asker by, NewRegistration wish) {
        PersonId person = sight.requireResident(by);
        MemberId association = wish.onBehalfOf();
        boolean speaks = association != null
                && mandates.of(person).stream().anyMatch(card -> card.id().equals(association));
        Seminar seminar = hold.seminar(wish.seminar());
        Optional<Registration> standing = arrival.standing(wish.id());
        if (standing.isPresent()) {
            return standing.filter(one -> one.isOf(person))
                    .map(Registration::state)
                    .orElseThrow(NotFound::new);
        }
        requireVisible(seminar);
        if (seminar.state() != SeminarState.REGISTRATION_OPEN || !seminar.givesPlaces(clock.now())) {
            throw Refused.because("seminars.refused.not-open");
        }
        if (seminar.mode() == RegistrationMode.BY_INVITATION) {
            throw Refused.because("seminars.refused.invited-only");
        }
        requireComesFor(seminar, association, speaks);
        Registration registration = arrival.ofPerson(
                wish.id(), seminar.id(), person, association, person, answers(seminar.id(), wish.answers()));
        trail.registration(by, "seminars.registered", wish.id(), association);
        // Whoever represents the association says yes to themselves.
        return admission.enter(seminar, registration, speaks && seminar.mode() == RegistrationMode.BY_ASSOCIATION);
    }

    /** Where the association says yes to its people anybody may name it; elsewhere it takes a mandate. */
    private void requireComesFor(Seminar seminar, @Nullable MemberId association, boolean speaks) {
        if (seminar.mode() == RegistrationMode.BY_ASSOCIATION) {
            if (association == null || !members.current(Set.of(association)).contains(association)) {
                throw Refused.at("onBehalfOf", "seminars.refused.association");
            }
        } else if (association != null && !speaks) {
            throw new Forbidden();
        }
    }

    void register(Asker by, Colleague wish) {
        PersonId person = sight.requireResident(by);
        MemberId association = wish.onBehalfOf();
        boolean team = sight.in(wish.seminar(), by).decide();
        if (association == null) {
            SeminarSight.require(team);
        } else if (!team) {
            mandates.check(by, association);
        }
        Seminar seminar = hold.seminar(wish.seminar());
        Optional<Registration> standing = arrival.standing(wish.id());
        if (standing.isPresent()) {
            if (!standing.get().isMadeBy(person)) {
                throw new NotFound();
            }
            return;
        }
        if (!team) {
            requireVisible(seminar);
        }
        boolean open = team || seminar.state() == SeminarState.REGISTRATION_OPEN;
        if (!open || !seminar.givesPlaces(clock.now())) {
            throw Refused.because("seminars.refused.not-open");
        }
        if (!team && seminar.mode() == RegistrationMode.BY_INVITATION) {
            throw Refused.because("seminars.refused.invited-only");
        }
        Registration registration = arrival.colleague(wish, person);
        trail.registration(by, "seminars.colleague-registered", wish.id(), association);
        telling.place(seminar, registration);
    }

    Map<QuestionId, String> answers(SeminarId seminar, Map<QuestionId, String> typed) {
        return AnswerRules.checked(rows.questions(seminar), typed);
    }

    /** Nobody learns of a draft by registering for it. */
    private static void requireVisible(Seminar seminar) {
        if (!seminar.state().announced()) {
            throw new NotFound();
        }
    }
}
