package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import org.kvartal.kernel.Columns;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Rosters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of missions and agreements because time goes by. */
@Component
class MissionTime {

    private static final int BATCH = 200;

    private final KeptMissions missions;
    private final KeptAgreements agreements;
    private final MissionBook book;
    private final Travellers travellers;
    private final MissionTasks tasks;
    private final MissionTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MissionClock clock;

    MissionTime(
            KeptMissions missions,
            KeptAgreements agreements,
            MissionBook book,
            Travellers travellers,
            MissionTasks tasks,
            MissionTrail trail,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MissionClock clock) {
        this.missions = missions;
        this.agreements = agreements;
        this.book = book;
        this.travellers = travellers;
        this.tasks = tasks;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Confirmed missions set out on their first day, and are back on the day after their last; each by the clock of its zone. */
    void goOn() {
        due("""
                SELECT id FROM mission WHERE state = 'CONFIRMED' AND starts <= (:now AT TIME ZONE zone)::date
                 ORDER BY starts, id LIMIT :batch""")
                .forEach(id -> transaction.executeWithoutResult(_ -> {
                    Mission mission = book.lock(id);
                    if (mission.state() == MissionState.CONFIRMED) {
                        mission.setOut(clock.now());
                        missions.onTheRoad(MissionTrail.HOUSE, mission);
                    }
                }));
        due("""
                SELECT id FROM mission WHERE state = 'ON_THE_ROAD' AND ends < (:now AT TIME ZONE zone)::date
                 ORDER BY ends, id LIMIT :batch""")
                .forEach(id -> transaction.executeWithoutResult(_ -> {
                    Mission mission = book.lock(id);
                    if (mission.state() == MissionState.ON_THE_ROAD) {
                        mission.comeBack(clock.now());
                        missions.back(MissionTrail.HOUSE, mission);
                    }
                }));
    }

    /**
     * What is known of travellers beyond their names is forgotten so many days after the end, however the mission stands.
     *
     * @return whether there may be more
     */
    boolean purge() {
        List<MissionId> due = jdbc.sql("""
                SELECT id FROM mission WHERE purged_at IS NULL AND least(ends, coalesce(ended_on, ends)) < :before
                 ORDER BY ends, id LIMIT :batch""")
                .param("before", clock.today().minusDays(Rosters.PURGE_DAYS))
                .param("batch", BATCH)
                .query((row, _) -> new MissionId(Columns.id(row, "id")))
                .list();
        due.forEach(id -> transaction.executeWithoutResult(_ -> {
            var _ = book.lock(id);
            travellers.purge(id);
            jdbc.sql("UPDATE mission SET purged_at = :now, version = version + 1 WHERE id = :id")
                    .param("now", Columns.moment(clock.now()))
                    .param("id", id.value())
                    .update();
            trail.mission(MissionTrail.HOUSE, "missions.roster-purged", id);
        }));
        return due.size() == BATCH;
    }

    private List<MissionId> due(String sql) {
        return jdbc.sql(sql)
                .param("now", Columns.moment(clock.now()))
                .param("batch", BATCH)
                .query((row, _) -> new MissionId(Columns.id(row, "id")))
                .list();
    }

    /**
     * What all have signed is in force from its first day.
     *
     * @return whether there may be more
     */
    boolean bringIntoForce() {
        List<AgreementId> due = jdbc.sql(
                        "SELECT id FROM agreement WHERE state = 'SIGNED' AND starts <= :today ORDER BY starts, id LIMIT :batch")
                .param("today", clock.today())
                .param("batch", BATCH)
                .query((row, _) -> new AgreementId(Columns.id(row, "id")))
                .list();
        due.forEach(agreements::comeIntoForce);
        return due.size() == BATCH;
    }

    private record Ending(AgreementId id, String code, LocalDate ends) {}

    /**
     * The office owes a look at agreements that end soon, once for each last day; not where what follows is signed already.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean remindOfAgreements() {
        List<Ending> ending = jdbc.sql("""
                UPDATE agreement SET reminded = ends
                 WHERE id IN (SELECT id FROM agreement a
                               WHERE state = 'IN_FORCE' AND ends BETWEEN :today AND :soon AND reminded IS DISTINCT FROM ends
                                 AND NOT EXISTS (SELECT FROM agreement n WHERE n.renews = a.id AND n.state = 'SIGNED')
                               ORDER BY ends, id LIMIT :batch FOR UPDATE OF a SKIP LOCKED)
                RETURNING id, year, number, ends""")
                .param("today", clock.today())
                .param("soon", clock.today().plusDays(Agreements.REMINDED_DAYS))
                .param("batch", BATCH)
                .query((row, _) -> new Ending(
                        new AgreementId(Columns.id(row, "id")),
                        MissionCode.of(MissionCode.AGREEMENT, row),
                        Stored.day(row, "ends")))
                .list();
        ending.forEach(one -> tasks.agreementEnds(one.id(), one.code(), one.ends()));
        return ending.size() == BATCH;
    }
}
