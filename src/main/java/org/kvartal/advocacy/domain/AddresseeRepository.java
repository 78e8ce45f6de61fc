package org.kvartal.advocacy.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** To whom it may be written. */
interface AddresseeRepository extends Repository<Addressee, UUID> {

    Optional<Addressee> findById(UUID id);

    boolean existsById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Addressee o where o.id = :id")
    Optional<Addressee> lock(UUID id);

    Addressee saveAndFlush(Addressee addressee);
}
