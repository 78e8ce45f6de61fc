package org.kvartal.missions.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Agreements. */
interface AgreementRepository extends Repository<Agreement, UUID> {

    Optional<Agreement> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Agreement o where o.id = :id")
    Optional<Agreement> lock(UUID id);

    Agreement saveAndFlush(Agreement kept);
}
