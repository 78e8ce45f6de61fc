package org.kvartal.forum.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What came out of items. */
interface OutcomeRepository extends Repository<Outcome, UUID> {

    boolean existsById(UUID id);

    /** One that nobody else changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Outcome o where o.id = :id")
    Optional<Outcome> lock(UUID id);

    Outcome saveAndFlush(Outcome outcome);
}
