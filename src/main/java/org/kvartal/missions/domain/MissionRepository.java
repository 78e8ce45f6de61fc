package org.kvartal.missions.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Missions and delegations. */
interface MissionRepository extends Repository<Mission, UUID> {

    Optional<Mission> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Mission o where o.id = :id")
    Optional<Mission> lock(UUID id);

    Mission saveAndFlush(Mission kept);
}
