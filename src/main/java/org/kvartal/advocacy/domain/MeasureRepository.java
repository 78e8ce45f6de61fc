package org.kvartal.advocacy.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is done because of recommendations and strategies. */
interface MeasureRepository extends Repository<Measure, UUID> {

    Optional<Measure> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Measure o where o.id = :id")
    Optional<Measure> lock(UUID id);

    Measure saveAndFlush(Measure measure);

    void delete(Measure measure);
}
