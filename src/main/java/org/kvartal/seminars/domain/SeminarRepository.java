package org.kvartal.seminars.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The seminars of the house. */
interface SeminarRepository extends Repository<Seminar, UUID> {

    Optional<Seminar> findById(UUID id);

    /** The same, and nobody else changes it or counts its seats until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Seminar o where o.id = :id")
    Optional<Seminar> lock(UUID id);

    Seminar saveAndFlush(Seminar seminar);
}
