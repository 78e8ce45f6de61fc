package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.FollowUpId;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.Projects.FollowUpLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The looks back at what came of projects and missions, each on its day after the end. */
@Component
class FollowUps {

    /** So many days after a mission everybody says how it was. */
    static final int DEBRIEF = 2;

    /** So many days after it each delegate is called. */
    static final int CALLS = 7;

    static final List<Integer> MISSION_DAYS = List.of(DEBRIEF, CALLS, 30, 90, 180);
    static final List<Integer> PROJECT_DAYS = List.of(30, 90, 180, 365);

    private static final String PROJECT = "PROJECT";
    private static final String MISSION = "MISSION";

    private final MissionTasks tasks;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    FollowUps(MissionTasks tasks, JdbcClient jdbc, MissionClock clock) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void afterProject(UUID project, LocalDate end) {
        lay(PROJECT, project, end, PROJECT_DAYS);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void afterMission(UUID mission, LocalDate end) {
        lay(MISSION, mission, end, MISSION_DAYS);
    }

    private void lay(String kind, UUID subject, LocalDate end, List<Integer> days) {
        for (int day : days) {
            jdbc.sql("""
                    INSERT INTO follow_up (id, subject, kind, day, due, opened, words)
                    VALUES (:id, :subject, :kind, :day, :due, false, '') ON CONFLICT DO NOTHING""")
                    .param("id", Ids.next())
                    .param("subject", subject)
                    .param("kind", kind)
                    .param("day", day)
                    .param("due", end.plusDays(day))
                    .update();
        }
    }

    /** The project or mission that a look back belongs to. */
    UUID subject(FollowUpId look) {
        return jdbc.sql("SELECT subject FROM follow_up WHERE id = :id")
                .param("id", look.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The caller has locked what it belongs to, and seen to who may. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(Asker by, FollowUpId look, String words) {
        String found = Typed.requiredBlock("words", words, ProjectDesk.TEXT_LENGTH);
        int done = jdbc.sql("""
                UPDATE follow_up SET done_at = :now, done_by = :by::uuid, words = :words
                 WHERE id = :id AND done_at IS NULL AND due <= :today""")
                .param("now", Columns.moment(clock.now()))
                .param("by", by.person().map(PersonId::value).orElse(null))
                .param("words", found)
                .param("id", look.value())
                .param("today", clock.today())
                .update();
        if (done == 0) {
            throw Refused.because("missions.refused.state");
        }
        tasks.looked(look);
    }

    boolean settled(UUID subject, int day) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM follow_up WHERE subject = :id AND day = :day AND done_at IS NOT NULL)")
                .param("id", subject)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Nothing more is asked: what was never opened is taken out, and what is owed is settled. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(UUID subject) {
        jdbc.sql("DELETE FROM follow_up WHERE subject = :id AND done_at IS NULL RETURNING id")
                .param("id", subject)
                .query(UUID.class)
                .list()
                .forEach(id -> tasks.looked(new FollowUpId(id)));
    }

    List<FollowUpLine> of(UUID subject) {
        return jdbc.sql("SELECT * FROM follow_up WHERE subject = :id ORDER BY day")
                .param("id", subject)
                .query((row, _) -> new FollowUpLine(
                        new FollowUpId(Columns.id(row, "id")),
                        row.getInt("day"),
                        Stored.day(row, "due"),
                        Columns.momentOrNull(row, "done_at"),
                        row.getString("words")))
                .list();
    }
}
