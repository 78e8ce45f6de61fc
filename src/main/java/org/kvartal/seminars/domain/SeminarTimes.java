package org.kvartal.seminars.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What time brings to seminars. Each is settled in a transaction of its own, under its lock, and looked at again there. */
@Component
class SeminarTimes {

    private static final int BATCH = 50;

    /** How long after its end a seminar is finished by itself. */
    private static final String GRACE = "12 hours";

    private static final Set<RegistrationState> COMING =
            Set.of(RegistrationState.CONFIRMED, RegistrationState.CHECKED_IN);

    private final SeminarHold hold;
    private final SeminarCourse course;
    private final WaitingList queue;
    private final SeminarTelling telling;
    private final SeminarTasks tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    SeminarTimes(
            SeminarHold hold,
            SeminarCourse course,
            WaitingList queue,
            SeminarTelling telling,
            SeminarTasks tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.hold = hold;
        this.course = course;
        this.queue = queue;
        this.telling = telling;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends offers whose time is over and gives up reserved seats whose time is over; both pass seats on. */
    void passOn() {
        each(
                "SELECT DISTINCT s.id FROM seminar s JOIN seminar_group g ON g.seminar = s.id"
                        + " WHERE NOT g.released AND g.until <= :now",
                queue::release);
        each(
                "SELECT DISTINCT s.id FROM seminar s JOIN seminar_registration r ON r.seminar = s.id"
                        + " WHERE r.state = 'OFFERED' AND r.offer_until <= :now"
                        + " AND s.state IN ('PUBLISHED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED')",
                seminar -> queue.expire(seminar, false));
    }

    /** Opens and closes registration, begins and finishes what is due. */
    void goOn() {
        each(
                "SELECT s.id FROM seminar s WHERE s.state = 'PUBLISHED' AND (s.opens_at <= :now OR s.starts_at <="
                        + " :now)",
                seminar -> course.openRegistration(SeminarTrail.HOUSE, seminar));
        each(
                "SELECT s.id FROM seminar s WHERE s.state = 'REGISTRATION_OPEN' AND (s.closes_at <= :now OR"
                        + " s.starts_at <= :now)",
                seminar -> course.closeRegistration(SeminarTrail.HOUSE, seminar));
        each(
                "SELECT s.id FROM seminar s WHERE s.state = 'REGISTRATION_CLOSED' AND s.starts_at <= :now",
                seminar -> course.start(SeminarTrail.HOUSE, seminar));
        each(
                "SELECT s.id FROM seminar s WHERE s.state = 'RUNNING' AND s.ends_at <= :now - interval '" + GRACE + "'",
                seminar -> course.finish(SeminarTrail.HOUSE, seminar));
    }

    /** A week and a day before the beginning, and an hour after the end; each once. */
    void remind() {
        String coming =
                "SELECT s.id FROM seminar s WHERE s.state IN ('PUBLISHED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED')"
                        + " AND s.starts_at > :now + interval '%s' AND s.starts_at <= :now + interval '%s'";
        once(
                "WEEK",
                coming.formatted("2 days", "7 days"),
                seminar -> telling.all(seminar, SeminarTelling.WEEK, "", COMING));
        once(
                "DAY",
                coming.formatted("0 days", "1 day"),
                seminar -> telling.all(seminar, SeminarTelling.DAY, "", COMING));
        once(
                "AFTER",
                "SELECT s.id FROM seminar s WHERE s.state IN ('RUNNING', 'FINISHED')"
                        + " AND s.ends_at <= :now - interval '1 hour' AND s.ends_at > :now - interval '14 days'",
                seminar -> telling.all(
                        seminar,
                        SeminarTelling.AFTER,
                        "",
                        Set.of(
                                RegistrationState.CHECKED_IN,
                                RegistrationState.COMPLETED,
                                RegistrationState.INCOMPLETE)));
        once("GO_NO_GO", """
            SELECT s.id FROM seminar s
             WHERE s.state IN ('PUBLISHED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED')
               AND s.go_no_go_on <= (:now AT TIME ZONE s.zone)::date
               AND (SELECT count(*) FROM seminar_registration r WHERE r.seminar = s.id AND r.state = 'CONFIRMED') < s.minimum""", tasks::goOrNot);
    }

    private void once(String what, String sql, Consumer<Seminar> act) {
        each(
                sql + " AND NOT EXISTS (SELECT FROM seminar_reminder m WHERE m.seminar = s.id AND m.what = '" + what
                        + "')",
                seminar -> {
                    boolean first = jdbc.sql("""
                        INSERT INTO seminar_reminder (seminar, what, at) VALUES (:seminar, :what, :now)
                        ON CONFLICT DO NOTHING""")
                                    .param("seminar", seminar.id().value())
                                    .param("what", what)
                                    .param("now", Columns.moment(clock.now()))
                                    .update()
                            > 0;
                    if (first) {
                        act.accept(seminar);
                    }
                });
    }

    /** @param sql of the ids of seminars {@code s} that are due, which is asked again once one is held */
    private void each(String sql, Consumer<Seminar> act) {
        Set<SeminarId> seen = new HashSet<>();
        List<SeminarId> due = due(sql);
        while (seen.addAll(due)) {
            due.forEach(id -> transaction.executeWithoutResult(_ -> {
                Seminar seminar = hold.seminar(id);
                if (isDue(sql, id)) {
                    act.accept(seminar);
                }
            }));
            due = due(sql);
        }
    }

    private List<SeminarId> due(String sql) {
        return jdbc.sql(sql + " LIMIT " + BATCH)
                .param("now", Columns.moment(clock.now()))
                .query((row, _) -> Stored.seminar(row, "id"))
                .list();
    }

    private boolean isDue(String sql, SeminarId id) {
        return jdbc.sql(sql + " AND s.id = :id")
                .param("now", Columns.moment(clock.now()))
                .param("id", id.value())
                .query((row, _) -> Stored.seminar(row, "id"))
                .optional()
                .isPresent();
    }
}
