package org.kvartal.missions.domain;

import java.util.List;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.Missions.GoalLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What missions are for, so that it can be measured. */
@Component
class MissionGoals {

    private static final int MOST = 1_000_000;

    private final JdbcClient jdbc;

    MissionGoals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was reached of a goal stays with its place. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replace(MissionId mission, List<Goal> goals) {
        if (goals.size() > MissionDesk.MOST_GOALS) {
            throw Refused.at("goals", "missions.refused.too-many", MissionDesk.MOST_GOALS);
        }
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            String at = "goals." + i;
            LocalizedText text = Typed.title(at + ".text", goal.text().asLine(), MissionDesk.TITLE_LENGTH);
            jdbc.sql("""
                    INSERT INTO mission_goal (mission, place, text, target, reached)
                    VALUES (:mission, :place, :text::jsonb, :target, 0)
                    ON CONFLICT (mission, place) DO UPDATE SET text = excluded.text, target = excluded.target""")
                    .param("mission", mission.value())
                    .param("place", i + 1)
                    .param("text", Stored.json(text))
                    .param("target", Typed.number(at + ".target", goal.target(), 1, MOST))
                    .update();
        }
        jdbc.sql("DELETE FROM mission_goal WHERE mission = :mission AND place > :last")
                .param("mission", mission.value())
                .param("last", goals.size())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void reach(MissionId mission, int place, int reached) {
        int counted = jdbc.sql("UPDATE mission_goal SET reached = :reached WHERE mission = :mission AND place = :place")
                .param("reached", Typed.number("reached", reached, 0, MOST))
                .param("mission", mission.value())
                .param("place", place)
                .update();
        if (counted == 0) {
            throw new NotFound();
        }
    }

    List<GoalLine> of(MissionId mission) {
        return jdbc.sql("SELECT * FROM mission_goal WHERE mission = :mission ORDER BY place")
                .param("mission", mission.value())
                .query((row, _) -> new GoalLine(
                        row.getInt("place"), Stored.text(row, "text"), row.getInt("target"), row.getInt("reached")))
                .list();
    }
}
