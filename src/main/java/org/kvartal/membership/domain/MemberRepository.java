package org.kvartal.membership.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
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

    /** The same for many, in one order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.id in :ids order by m.id")
    List<Member> lockAll(Collection<UUID> ids);

    /** All that a person is or was as a member. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.person = :person order by m.id")
    List<Member> lockThoseOf(UUID person);

    Member saveAndFlush(Member member);

    <M extends Member> List<M> saveAllAndFlush(Iterable<M> members);

    void delete(Member member);

    void flush();
}
