package org.kvartal.missions.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.SlotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who goes to a visit, and its papers. */
@Component
class SlotParts {

    private final JdbcClient jdbc;
    private final MissionClock clock;

    SlotParts(JdbcClient jdbc, MissionClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void requireRoom(MissionId mission) {
        requireFewer("SELECT count(*) FROM mission_slot WHERE mission = :id", mission.value(), Itinerary.MOST_SLOTS);
    }

    void requirePaperRoom(SlotId slot) {
        requireFewer("SELECT count(*) FROM slot_paper WHERE slot = :id", slot.value(), Itinerary.MOST_PAPERS);
    }

    private void requireFewer(String sql, UUID id, int most) {
        if (jdbc.sql(sql).param("id", id).query(Integer.class).single() >= most) {
            throw Refused.because("missions.refused.too-many", most);
        }
    }

    /** @throws Refused at {@code who} if one of them is of another mission */
    void who(MissionId mission, SlotId slot, Collection<DelegationId> who) {
        jdbc.sql("DELETE FROM slot_who WHERE slot = :slot")
                .param("slot", slot.value())
                .update();
        if (who.isEmpty()) {
            return;
        }
        int put = jdbc.sql("""
                INSERT INTO slot_who (slot, delegation)
                SELECT :slot, id FROM delegation WHERE mission = :mission AND id = ANY (:ids)""")
                .param("slot", slot.value())
                .param("mission", mission.value())
                .param("ids", who.stream().map(DelegationId::value).toArray(UUID[]::new))
                .update();
        if (put < new HashSet<>(who).size()) {
            throw Refused.at("who", "missions.refused.who");
        }
    }

    Set<DelegationId> who(SlotId slot) {
        return jdbc
                .sql("SELECT delegation FROM slot_who WHERE slot = :slot")
                .param("slot", slot.value())
                .query((row, _) -> new DelegationId(Columns.id(row, "delegation")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    List<FileId> papers(SlotId slot) {
        return jdbc.sql("SELECT file FROM slot_paper WHERE slot = :slot ORDER BY added_at, file")
                .param("slot", slot.value())
                .query((row, _) -> new FileId(Columns.id(row, "file")))
                .list();
    }

    void add(SlotId slot, FileId paper) {
        jdbc.sql("INSERT INTO slot_paper (file, slot, added_at) VALUES (:file, :slot, :now)")
                .param("file", paper.value())
                .param("slot", slot.value())
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    boolean remove(SlotId slot, FileId paper) {
        return jdbc.sql("DELETE FROM slot_paper WHERE slot = :slot AND file = :file")
                        .param("slot", slot.value())
                        .param("file", paper.value())
                        .update()
                > 0;
    }
}
