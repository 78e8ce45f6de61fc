package org.kvartal.seminars.domain;

import java.time.Instant;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.PlaceConfirmed;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in, or into the queue. The caller holds the seminar. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Admission {

    private final SeminarHold hold;
    private final Seats seats;
    private final SeminarTelling telling;
    private final SeminarTasks tasks;
    private final ApplicationEventPublisher facts;
    private final HouseClock clock;

    Admission(
            SeminarHold hold,
            Seats seats,
            SeminarTelling telling,
            SeminarTasks tasks,
            ApplicationEventPublisher facts,
            HouseClock clock) {
        this.hold = hold;
        this.seats = seats;
        this.telling = telling;
        this.tasks = tasks;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param approved whether whoever would have to say yes has entered them */
    RegistrationState enter(Seminar seminar, Registration registration, boolean approved) {
        registration.belongTo(seats.group(
                seminar.id(),
                registration.person().orElse(null),
                registration.onBehalfOf().orElse(null)));
        boolean asks = !approved
                && (seminar.mode() == RegistrationMode.MODERATED || seminar.mode() == RegistrationMode.BY_ASSOCIATION);
        if (asks) {
            registration.ask(clock.now());
            Registration saved = hold.saved(registration);
            tasks.decide(seminar, saved);
            telling.place(seminar, saved);
            return saved.state();
        }
        return seat(seminar, registration);
    }

    /** A seat where there is one, else a place in the queue. */
    RegistrationState seat(Seminar seminar, Registration registration) {
        Instant now = clock.now();
        boolean fits = seats.tally(seminar).fits(registration.group(), registration.association());
        if (fits) {
            registration.confirm(now);
        } else {
            registration.queue(now);
        }
        Registration saved = hold.saved(registration);
        if (fits) {
            seated(seminar, saved);
        }
        telling.place(seminar, saved);
        return saved.state();
    }

    /** @throws Refused also of a seminar that will not take place, or has begun: an offer ends with it */
    void accept(Seminar seminar, Registration registration) {
        if (!seminar.givesPlaces(clock.now())) {
            throw Refused.because("seminars.refused.no-offer");
        }
        registration.accept(clock.now());
        Registration saved = hold.saved(registration);
        seated(seminar, saved);
        telling.place(seminar, saved);
    }

    private void seated(Seminar seminar, Registration registration) {
        facts.publishEvent(new PlaceConfirmed(
                registration.id(), seminar.id(), registration.person().orElse(null)));
    }
}
