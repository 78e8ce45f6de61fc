package org.kvartal.membership.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The applications, open and over. */
interface ApplicationRepository extends Repository<Application, UUID> {

    Optional<Application> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.id = :id")
    Optional<Application> lock(UUID id);

    /** Those who wait to represent an organisation, the longest wait first. */
    @Query("""
            select a from Application a where a.said.association = :association
               and a.kind = org.kvartal.membership.ApplicationKind.REPRESENTATIVE
               and a.course.state in (org.kvartal.membership.ApplicationState.SUBMITTED,
                                      org.kvartal.membership.ApplicationState.IN_REVIEW)
             order by a.course.waitingSince, a.number""")
    List<Application> waitingFor(UUID association);

    Application saveAndFlush(Application application);
}
