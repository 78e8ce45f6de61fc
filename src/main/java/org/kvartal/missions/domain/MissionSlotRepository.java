package org.kvartal.missions.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The visits of missions. */
interface MissionSlotRepository extends Repository<MissionSlot, UUID> {

    Optional<MissionSlot> findById(UUID id);

    MissionSlot saveAndFlush(MissionSlot slot);

    void delete(MissionSlot slot);
}
