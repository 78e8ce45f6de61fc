package org.kvartal.seminars.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The certificates of the house. */
interface CertificateRepository extends Repository<Certificate, UUID> {

    Optional<Certificate> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Certificate o where o.id = :id")
    Optional<Certificate> lock(UUID id);

    Certificate saveAndFlush(Certificate certificate);
}
