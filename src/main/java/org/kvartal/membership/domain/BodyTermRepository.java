package org.kvartal.membership.domain;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who is in which body, and who was. */
interface BodyTermRepository extends Repository<BodyTerm, UUID> {

    Optional<BodyTerm> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from BodyTerm t where t.id = :id")
    Optional<BodyTerm> lock(UUID id);

    /** Terms that last beyond a day. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from BodyTerm t where t.body = :body and (t.toDay is null or t.toDay > :day) order by t.id")
    List<BodyTerm> lockOpen(UUID body, LocalDate day);

    BodyTerm saveAndFlush(BodyTerm term);
}
