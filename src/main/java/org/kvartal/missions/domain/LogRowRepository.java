package org.kvartal.missions.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of the logs of projects. */
interface LogRowRepository extends Repository<LogRow, UUID> {

    Optional<LogRow> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from LogRow o where o.id = :id")
    Optional<LogRow> lock(UUID id);

    LogRow saveAndFlush(LogRow row);
}
