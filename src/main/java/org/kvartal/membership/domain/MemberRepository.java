package org.kvartal.membership.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The members of the house, also those who left. */
interface MemberRepository extends Repository<Member, UUID> {

    Optional<Member> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.id = :id")
    Optional<Member> lock(UUID id);

    Member saveAndFlush(Member member);

    void delete(Member member);

    void flush();
}
