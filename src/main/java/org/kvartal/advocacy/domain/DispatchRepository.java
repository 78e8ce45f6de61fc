package org.kvartal.advocacy.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The letters of the house. */
interface DispatchRepository extends Repository<Dispatch, UUID> {

    boolean existsById(UUID id);

    Optional<Dispatch> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. Lock the recommendation before. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Dispatch o where o.id = :id")
    Optional<Dispatch> lock(UUID id);

    Dispatch saveAndFlush(Dispatch dispatch);
}
