package org.kvartal.missions.domain;

import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.SlotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a mission in hand: one is locked while something about it changes, and pages that show it read again afterwards. */
@Component
class MissionBook {

    private final MissionRepository missions;
    private final MissionSlotRepository slots;
    private final ProjectSight sight;
    private final MissionTelling telling;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    MissionBook(
            MissionRepository missions,
            MissionSlotRepository slots,
            ProjectSight sight,
            MissionTelling telling,
            JdbcClient jdbc,
            MissionClock clock) {
        this.missions = missions;
        this.slots = slots;
        this.sight = sight;
        this.telling = telling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For whoever coordinates. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mission hold(Asker by, MissionId id) {
        if (!sight.coordinates(by)) {
            throw knows(by, id) ? new Forbidden() : new NotFound();
        }
        return lock(id);
    }

    /** Whoever asks was seen to, or is let in by a link. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mission lock(MissionId id) {
        return missions.lock(id.value()).orElseThrow(NotFound::new);
    }

    Mission find(MissionId id) {
        return missions.findById(id.value()).orElseThrow(NotFound::new);
    }

    boolean knows(Asker asker, MissionId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM mission m WHERE m.id = :id AND" + ProjectSight.KNOWN_MISSION + ")")
                .params(sight.values(asker))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    boolean oversees(Asker asker) {
        return sight.oversees(asker);
    }

    boolean coordinates(Asker asker) {
        return sight.coordinates(asker);
    }

    void save(Mission mission) {
        missions.saveAndFlush(mission);
        telling.changed(mission.id());
    }

    /** Something of its delegations or its itinerary has changed. */
    void touch(Mission mission) {
        mission.touch(clock.now());
        save(mission);
    }

    MissionId missionOf(DelegationId delegation) {
        return owner("SELECT mission FROM delegation WHERE id = :id", delegation.value());
    }

    /** Read apart from the visit itself, which is read once its mission is held: what somebody has changed meanwhile is seen then. */
    MissionId missionOf(SlotId slot) {
        return owner("SELECT mission FROM mission_slot WHERE id = :id", slot.value());
    }

    private MissionId owner(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, _) -> new MissionId(Columns.id(row, "mission")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The caller holds the mission. */
    MissionSlot slot(SlotId slot) {
        return slots.findById(slot.value()).orElseThrow(NotFound::new);
    }

    int count(String sql, MissionId mission) {
        return jdbc.sql(sql).param("id", mission.value()).query(Integer.class).single();
    }
}
