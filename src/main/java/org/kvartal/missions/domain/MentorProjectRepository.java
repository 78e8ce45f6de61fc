package org.kvartal.missions.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Mentorship projects. */
interface MentorProjectRepository extends Repository<MentorProject, UUID> {

    Optional<MentorProject> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from MentorProject o where o.id = :id")
    Optional<MentorProject> lock(UUID id);

    MentorProject saveAndFlush(MentorProject kept);
}
