package org.kvartal.seminars.domain;

import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarPublished;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens when a seminar goes from one state to the next, by hand or by the clock. The caller holds it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeminarCourse {

    private final SeminarHold hold;
    private final WaitingList queue;
    private final Closing closing;
    private final SeminarTelling telling;
    private final SeminarTasks tasks;
    private final SeminarTrail trail;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    SeminarCourse(
            SeminarHold hold,
            WaitingList queue,
            Closing closing,
            SeminarTelling telling,
            SeminarTasks tasks,
            SeminarTrail trail,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            HouseClock clock) {
        this.hold = hold;
        this.queue = queue;
        this.closing = closing;
        this.telling = telling;
        this.tasks = tasks;
        this.trail = trail;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void published(Asker by, Seminar seminar) {
        hold.save(seminar);
        trail.seminar(by, "seminars.seminar-published", seminar.id());
        facts.publishEvent(new SeminarPublished(seminar.id(), seminar.slug()));
    }

    void openRegistration(Asker by, Seminar seminar) {
        seminar.openRegistration(clock.now());
        hold.save(seminar);
        trail.seminar(by, "seminars.registration-opened", seminar.id());
    }

    void closeRegistration(Asker by, Seminar seminar) {
        seminar.closeRegistration(clock.now());
        hold.save(seminar);
        queue.dropUnconfirmed(seminar);
        trail.seminar(by, "seminars.registration-closed", seminar.id());
    }

    void start(Asker by, Seminar seminar) {
        seminar.start(clock.now());
        hold.save(seminar);
        queue.dropUnconfirmed(seminar);
        queue.expire(seminar, true);
        decided(seminar);
        tasks.settled(seminar.id());
        trail.seminar(by, "seminars.seminar-started", seminar.id());
    }

    void finish(Asker by, Seminar seminar) {
        seminar.finish(clock.now());
        hold.save(seminar);
        if (closing.settle(seminar)) {
            tasks.certify(seminar);
        }
        trail.seminar(by, "seminars.seminar-finished", seminar.id());
    }

    void cancelled(Asker by, Seminar seminar) {
        hold.save(seminar);
        decided(seminar);
        tasks.settled(seminar.id());
        trail.seminar(by, "seminars.seminar-cancelled", seminar.id(), entry -> entry.because(seminar.reason()));
        telling.all(
                seminar,
                SeminarTelling.CANCELLED,
                "",
                Set.of(
                        RegistrationState.STARTED,
                        RegistrationState.PENDING,
                        RegistrationState.CONFIRMED,
                        RegistrationState.WAITLISTED,
                        RegistrationState.OFFERED,
                        RegistrationState.CHECKED_IN));
    }

    private void decided(Seminar seminar) {
        jdbc.sql("SELECT id FROM seminar_registration WHERE seminar = :seminar AND state = 'PENDING'")
                .param("seminar", seminar.id().value())
                .query((row, _) -> new RegistrationId(Columns.id(row, "id")))
                .list()
                .forEach(tasks::decided);
    }
}
