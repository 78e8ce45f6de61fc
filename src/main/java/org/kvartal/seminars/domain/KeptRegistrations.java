package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.GuestPlace;
import org.kvartal.seminars.Registrations.ListKey;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.Registrations.RegistrationLine;
import org.kvartal.seminars.Registrations.RegistrationList;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.domain.SeminarHold.Held;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How places are taken and given up. Whatever changes who has a seat holds the seminar, so that one after the other decides. */
@Component
@Transactional
class KeptRegistrations implements Registrations {

    private final SeminarHold hold;
    private final Registering registering;
    private final Admission admission;
    private final WaitingList queue;
    private final SeminarSight sight;
    private final PlaceLinks links;
    private final RegistrationReads reads;
    private final PageReads pages;
    private final SeminarTelling telling;
    private final SeminarTasks tasks;
    private final SeminarTrail trail;
    private final Mandates mandates;
    private final HouseClock clock;

    KeptRegistrations(
            SeminarHold hold,
            Registering registering,
            Admission admission,
            WaitingList queue,
            SeminarSight sight,
            PlaceLinks links,
            RegistrationReads reads,
            PageReads pages,
            SeminarTelling telling,
            SeminarTasks tasks,
            SeminarTrail trail,
            Mandates mandates,
            HouseClock clock) {
        this.hold = hold;
        this.registering = registering;
        this.admission = admission;
        this.queue = queue;
        this.sight = sight;
        this.links = links;
        this.reads = reads;
        this.pages = pages;
        this.telling = telling;
        this.tasks = tasks;
        this.trail = trail;
        this.mandates = mandates;
        this.clock = clock;
    }

    @Override
    public RegistrationState register(Asker by, NewRegistration wish) {
        return registering.register(by, wish);
    }

    @Override
    public void registerColleague(Asker by, Colleague wish) {
        registering.register(by, wish);
    }

    @Override
    public void remind(Asker by, RegistrationId id) {
        Held held = hold.registration(id);
        requireActsFor(by, held);
        if (held.registration().state() != RegistrationState.STARTED) {
            throw Refused.because("seminars.refused.registration-state");
        }
        telling.again(held.seminar(), held.registration(), clock.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<GuestPlace> look(String token) {
        return links.look(token).flatMap(pages::guest);
    }

    @Override
    public Optional<RegistrationState> confirm(String token, Map<QuestionId, String> answers) {
        return links.look(token).map(id -> confirm(hold.registration(id), SeminarTrail.HOUSE, answers));
    }

    @Override
    public RegistrationState confirm(Asker by, RegistrationId id, Map<QuestionId, String> answers) {
        PersonId person = sight.requireResident(by);
        Held held = hold.registration(id);
        requireIsOf(held, person);
        return confirm(held, by, answers);
    }

    private RegistrationState confirm(Held held, Asker by, Map<QuestionId, String> answers) {
        Seminar seminar = held.seminar();
        Registration registration = held.registration();
        if (registration.state() != RegistrationState.STARTED) {
            // Confirmed already, by this link or an earlier one.
            return registration.state();
        }
        if (!seminar.givesPlaces(clock.now())) {
            throw Refused.because("seminars.refused.not-open");
        }
        registration.answer(registering.answers(seminar.id(), answers));
        trail.registration(
                by,
                "seminars.registration-confirmed",
                registration.id(),
                registration.onBehalfOf().orElse(null));
        // Whom their association or the team has entered needs nobody else's yes, unless the organiser decides on each.
        boolean approved = registration.onBehalfOf().isEmpty() || seminar.mode() == RegistrationMode.BY_ASSOCIATION;
        return admission.enter(seminar, registration, approved);
    }

    @Override
    public void withdraw(Asker by, RegistrationId id) {
        PersonId person = sight.requireResident(by);
        Held held = hold.registration(id);
        if (!held.registration().isOf(person)) {
            requireActsFor(by, held);
        }
        withdraw(held, by);
    }

    @Override
    public Optional<RegistrationState> withdraw(String token) {
        return links.look(token).map(id -> withdraw(hold.registration(id), SeminarTrail.HOUSE));
    }

    /** Gives back the seat of somebody who is being erased. */
    public void giveBack(RegistrationId id) {
        withdraw(hold.registration(id), SeminarTrail.HOUSE);
    }

    private RegistrationState withdraw(Held held, Asker by) {
        Seminar seminar = held.seminar();
        Registration registration = held.registration();
        Instant now = clock.now();
        if (registration.state() == RegistrationState.WITHDRAWN) {
            return registration.state();
        }
        if (!seminar.givesPlaces(now)) {
            throw Refused.because("seminars.refused.begun");
        }
        registration.withdraw(seminar.late(now), now);
        Registration saved = hold.saved(registration);
        tasks.decided(saved.id());
        trail.registration(
                by,
                "seminars.registration-withdrawn",
                saved.id(),
                saved.onBehalfOf().orElse(null));
        telling.place(seminar, saved);
        queue.passOn(seminar);
        return saved.state();
    }

    @Override
    public void accept(Asker by, RegistrationId id) {
        PersonId person = sight.requireResident(by);
        Held held = hold.registration(id);
        if (!held.registration().isOf(person)) {
            requireMandate(by, held);
        }
        accept(held, by);
    }

    @Override
    public Optional<RegistrationState> accept(String token) {
        return links.look(token).map(id -> accept(hold.registration(id), SeminarTrail.HOUSE));
    }

    private RegistrationState accept(Held held, Asker by) {
        Registration registration = held.registration();
        if (registration.state() != RegistrationState.CONFIRMED) {
            admission.accept(held.seminar(), registration);
            trail.registration(
                    by,
                    "seminars.offer-accepted",
                    registration.id(),
                    registration.onBehalfOf().orElse(null));
        }
        return registration.state();
    }

    @Override
    public RegistrationState approve(Asker by, RegistrationId id) {
        Held held = deciding(by, id);
        if (!held.seminar().givesPlaces(clock.now())) {
            throw Refused.because("seminars.refused.begun");
        }
        requirePending(held.registration());
        RegistrationState state = admission.seat(held.seminar(), held.registration());
        tasks.decided(id);
        trail.registration(
                by,
                "seminars.registration-approved",
                id,
                held.registration().onBehalfOf().orElse(null));
        return state;
    }

    @Override
    public void decline(Asker by, RegistrationId id, String reason) {
        Held held = deciding(by, id);
        requirePending(held.registration());
        held.registration().decline(reason, clock.now());
        Registration saved = hold.saved(held.registration());
        tasks.decided(id);
        trail.registration(by, "seminars.registration-declined", id, entry -> entry.because(PlainText.block(reason)));
        telling.place(held.seminar(), saved);
    }

    private static void requirePending(Registration registration) {
        if (registration.state() != RegistrationState.PENDING) {
            throw Refused.because("seminars.refused.registration-state");
        }
    }

    @Override
    public void prefer(Asker by, RegistrationId id, int priority, String reason) {
        Held held = hold.registration(id);
        SeminarSight.require(sight.in(held.seminar().id(), by).decide());
        String why = Typed.requiredBlock("reason", reason, Entered.REASON_LENGTH);
        held.registration().prefer(priority, clock.now());
        hold.saved(held.registration());
        trail.registration(
                by,
                "seminars.registration-preferred",
                id,
                entry -> entry.because(why).with("priority", (long) priority));
    }

    @Override
    @Transactional(readOnly = true)
    public RegistrationList list(
            Asker asker, SeminarId seminar, Set<RegistrationState> states, @Nullable ListKey after, int limit) {
        SeminarSight.require(sight.in(seminar, asker).read());
        return reads.list(seminar, states, after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RegistrationLine> ofAssociations(Asker asker, SeminarId seminar) {
        PersonId person = sight.requireResident(asker);
        return reads.ofAssociations(
                seminar, mandates.of(person).stream().map(MemberCard::id).collect(Collectors.toSet()));
    }

    /** The organiser; where the association decides, its representatives, too. */
    private Held deciding(Asker by, RegistrationId id) {
        Held held = hold.registration(id);
        if (!sight.in(held.seminar().id(), by).decide()) {
            if (held.seminar().mode() != RegistrationMode.BY_ASSOCIATION) {
                throw new Forbidden();
            }
            requireMandate(by, held);
        }
        return held;
    }

    private void requireActsFor(Asker by, Held held) {
        if (!sight.in(held.seminar().id(), by).decide()) {
            requireMandate(by, held);
        }
    }

    private void requireMandate(Asker by, Held held) {
        mandates.check(by, held.registration().onBehalfOf().orElseThrow(NotFound::new));
    }

    private static void requireIsOf(Held held, PersonId person) {
        if (!held.registration().isOf(person)) {
            throw new NotFound();
        }
    }
}
