package org.kvartal.forum.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The votes of the room. */
interface BallotRepository extends Repository<Ballot, UUID> {

    Optional<Ballot> findById(UUID id);

    /** The same, and nobody votes or closes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Ballot o where o.id = :id")
    Optional<Ballot> lock(UUID id);

    /** The same, and nobody closes it until the transaction ends; others vote meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select o from Ballot o where o.id = :id")
    Optional<Ballot> share(UUID id);

    Ballot saveAndFlush(Ballot ballot);
}
