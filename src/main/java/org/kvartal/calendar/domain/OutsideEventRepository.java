package org.kvartal.calendar.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everything that was entered. */
interface OutsideEventRepository extends Repository<OutsideEvent, UUID> {

    Optional<OutsideEvent> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from OutsideEvent e where e.id = :id")
    Optional<OutsideEvent> lock(UUID id);

    OutsideEvent saveAndFlush(OutsideEvent event);
}
