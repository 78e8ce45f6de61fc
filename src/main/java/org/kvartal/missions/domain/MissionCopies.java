package org.kvartal.missions.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.missions.MissionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One mission after the pattern of another: goals, delegations and visits, no travellers and nothing that a host has said. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MissionCopies {

    private final MissionRepository missions;
    private final MissionCodes codes;
    private final MissionTrail trail;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    MissionCopies(
            MissionRepository missions, MissionCodes codes, MissionTrail trail, JdbcClient jdbc, MissionClock clock) {
        this.missions = missions;
        this.codes = codes;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param repetition whether it is the one that comes a month later */
    Mission copy(Asker by, Mission from, MissionId id, LocalDate starts, boolean repetition) {
        LocalDate first = Typed.day("starts", starts, clock.today());
        Mission made = missions.saveAndFlush(
                from.copy(id, codes.next(MissionCode.MISSION), first, repetition, clock.today(), clock.now()));
        jdbc.sql("""
                INSERT INTO mission_goal (mission, place, text, target, reached)
                SELECT :to, place, text, target, 0 FROM mission_goal WHERE mission = :from""").param("to", id.value()).param("from", from.id().value()).update();
        Map<UUID, UUID> delegations = delegations(from.id(), id);
        slots(from, made, delegations);
        trail.mission(
                by,
                "missions.mission-copied",
                id,
                entry -> entry.with("from", from.id().value()));
        return made;
    }

    private List<UUID> ids(String sql, MissionId mission) {
        return jdbc.sql(sql)
                .param("id", mission.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    private Map<UUID, UUID> delegations(MissionId from, MissionId to) {
        Map<UUID, UUID> made = new HashMap<>();
        for (UUID one : ids("SELECT id FROM delegation WHERE mission = :id ORDER BY made_at, id", from)) {
            UUID other = Ids.next();
            made.put(one, other);
            jdbc.sql("""
                    INSERT INTO delegation (id, mission, name, member, entry, head, email, language, made_at)
                    SELECT :other, :to, name, member, entry, head, email, language, :now FROM delegation WHERE id = :one""")
                    .param("other", other)
                    .param("to", to.value())
                    .param("now", Columns.moment(clock.now()))
                    .param("one", one)
                    .update();
        }
        return made;
    }

    private void slots(Mission from, Mission to, Map<UUID, UUID> delegations) {
        int later = Math.toIntExact(ChronoUnit.DAYS.between(from.starts(), to.starts()));
        for (UUID one : ids("SELECT id FROM mission_slot WHERE mission = :id ORDER BY day, starts, id", from.id())) {
            UUID other = Ids.next();
            jdbc.sql("""
                    INSERT INTO mission_slot (id, mission, day, starts, ends, zone, entry, place, purpose, transport, note,
                                              host_name, host_email, host_phone, host_language, host_state, said, changed_at, version)
                    SELECT :other, :to, day + :later, starts, ends, zone, entry, place, purpose, transport, note,
                           host_name, host_email, host_phone, host_language, 'NOT_ASKED', '', :now, 0
                      FROM mission_slot WHERE id = :one""")
                    .param("other", other)
                    .param("to", to.id().value())
                    .param("later", later)
                    .param("now", Columns.moment(clock.now()))
                    .param("one", one)
                    .update();
            for (UUID who : jdbc.sql("SELECT delegation FROM slot_who WHERE slot = :slot ORDER BY delegation")
                    .param("slot", one)
                    .query((row, _) -> Columns.id(row, "delegation"))
                    .list()) {
                jdbc.sql("INSERT INTO slot_who (slot, delegation) VALUES (:slot, :delegation)")
                        .param("slot", other)
                        .param("delegation", delegations.get(who))
                        .update();
            }
        }
    }

    /** Whether the one that comes a month later stands already. */
    boolean repeated(MissionId mission) {
        return !ids("SELECT id FROM mission WHERE repeats = :id", mission).isEmpty();
    }

    /** The same weekday of the same week of the next month; of a fifth week the last. */
    static LocalDate nextMonth(LocalDate starts) {
        DayOfWeek weekday = starts.getDayOfWeek();
        int week = (starts.getDayOfMonth() - 1) / 7 + 1;
        YearMonth month = YearMonth.from(starts).plusMonths(1);
        LocalDate wished = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, weekday));
        return YearMonth.from(wished).equals(month)
                ? wished
                : month.atDay(1).with(TemporalAdjusters.lastInMonth(weekday));
    }
}
