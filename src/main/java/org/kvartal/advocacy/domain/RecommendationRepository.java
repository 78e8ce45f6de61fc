package org.kvartal.advocacy.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The recommendations of the house. */
interface RecommendationRepository extends Repository<Recommendation, UUID> {

    Optional<Recommendation> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Recommendation o where o.id = :id")
    Optional<Recommendation> lock(UUID id);

    Recommendation saveAndFlush(Recommendation recommendation);
}
