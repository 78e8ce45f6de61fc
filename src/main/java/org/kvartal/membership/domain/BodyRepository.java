package org.kvartal.membership.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The bodies of the house, open and closed. */
interface BodyRepository extends Repository<Body, UUID> {

    Optional<Body> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Body b where b.id = :id")
    Optional<Body> lock(UUID id);

    boolean existsBySlug(String slug);

    Body saveAndFlush(Body body);
}
