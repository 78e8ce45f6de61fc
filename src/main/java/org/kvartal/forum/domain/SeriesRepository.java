package org.kvartal.forum.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The series of the house, those that have ended among them. */
interface SeriesRepository extends Repository<SessionSeries, UUID> {

    Optional<SessionSeries> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from SessionSeries o where o.id = :id")
    Optional<SessionSeries> lock(UUID id);

    SessionSeries saveAndFlush(SessionSeries series);
}
