package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.seminars.PlaceOffered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passes seats that became free on to whoever waits first and could take them. The caller holds the seminar. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WaitingList {

    private final SeminarHold hold;
    private final RegistrationRepository registrations;
    private final Seats seats;
    private final GroupChoice choice;
    private final SeminarTelling telling;
    private final SeminarTrail trail;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    WaitingList(
            SeminarHold hold,
            RegistrationRepository registrations,
            Seats seats,
            GroupChoice choice,
            SeminarTelling telling,
            SeminarTrail trail,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            HouseClock clock) {
        this.hold = hold;
        this.registrations = registrations;
        this.seats = seats;
        this.choice = choice;
        this.telling = telling;
        this.trail = trail;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Waiting(
            UUID id, @Nullable UUID group, @Nullable UUID association) {}

    /** Offers what is free, by priority and then by time; whoever could not take a seat is passed over and keeps their place in the queue. */
    void passOn(Seminar seminar) {
        Instant now = clock.now();
        if (!seminar.givesPlaces(now)) {
            return;
        }
        Tally tally = seats.tally(seminar);
        if (!tally.anything()) {
            return;
        }
        List<Waiting> queue = jdbc.sql("""
            SELECT id, grp, on_behalf_of FROM seminar_registration
             WHERE seminar = :seminar AND state = 'WAITLISTED' ORDER BY priority DESC, queued_at, id""")
                .param("seminar", seminar.id().value())
                .query((row, _) -> new Waiting(
                        Columns.id(row, "id"), Columns.idOrNull(row, "grp"), Columns.idOrNull(row, "on_behalf_of")))
                .list();
        for (Waiting next : queue) {
            if (!tally.anything()) {
                return;
            }
            if (tally.fits(next.group(), next.association())) {
                tally.take(next.group(), next.association(), 1);
                offer(seminar, next.id(), now);
            }
        }
    }

    private void offer(Seminar seminar, UUID id, Instant now) {
        Registration registration = registrations.findById(id).orElseThrow();
        Instant until = seminar.offerUntil(now);
        registration.offer(until, now);
        hold.saved(registration);
        trail.registration(
                SeminarTrail.HOUSE, "seminars.place-offered", registration.id(), entry -> entry.with("until", until));
        facts.publishEvent(new PlaceOffered(registration.id(), seminar.id(), until));
        telling.place(seminar, registration);
    }

    /** Ends the offers whose time is over, and passes their seats on. */
    void expire(Seminar seminar, boolean all) {
        Instant now = clock.now();
        List<UUID> over = jdbc.sql("""
            SELECT id FROM seminar_registration
             WHERE seminar = :seminar AND state = 'OFFERED' AND (offer_until <= :now OR :all) ORDER BY offer_until, id""")
                .param("seminar", seminar.id().value())
                .param("now", Columns.moment(now))
                .param("all", all)
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        end(seminar, over, now);
        passOn(seminar);
    }

    /** Those whom others have registered and who never confirmed it. */
    void dropUnconfirmed(Seminar seminar) {
        List<UUID> open = jdbc.sql(
                        "SELECT id FROM seminar_registration WHERE seminar = :seminar AND state = 'STARTED' ORDER BY"
                                + " id")
                .param("seminar", seminar.id().value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        end(seminar, open, clock.now());
    }

    private void end(Seminar seminar, List<UUID> ids, Instant now) {
        for (UUID id : ids) {
            Registration registration = registrations.findById(id).orElseThrow();
            registration.expire(now);
            hold.saved(registration);
            trail.registration(SeminarTrail.HOUSE, "seminars.registration-expired", registration.id(), entry -> entry);
            telling.place(seminar, registration);
        }
    }

    /** Gives the unused seats of groups whose time is over to all. */
    void release(Seminar seminar) {
        int released = jdbc.sql(
                        "UPDATE seminar_group SET released = true WHERE seminar = :seminar AND NOT released AND until"
                                + " <= :now")
                .param("seminar", seminar.id().value())
                .param("now", Columns.moment(clock.now()))
                .update();
        if (released > 0) {
            choice.afresh(seminar.id());
            trail.seminar(SeminarTrail.HOUSE, "seminars.groups-released", seminar.id());
            passOn(seminar);
        }
    }
}
