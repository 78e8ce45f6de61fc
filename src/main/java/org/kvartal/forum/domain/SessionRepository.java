package org.kvartal.forum.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The sessions of the house. */
interface SessionRepository extends Repository<ForumSession, UUID> {

    Optional<ForumSession> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from ForumSession o where o.id = :id")
    Optional<ForumSession> lock(UUID id);

    ForumSession saveAndFlush(ForumSession session);
}
