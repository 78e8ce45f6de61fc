package org.kvartal.membership.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The mandates and invitations of all organisations. */
interface MandateRepository extends Repository<Mandate, UUID> {

    Optional<Mandate> findById(UUID id);

    /** For which organisation it is: whoever changes a mandate locks that first, then the mandate. */
    @Query("select m.association from Mandate m where m.id = :id")
    Optional<UUID> association(UUID id);

    /** A mandate that nobody else changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Mandate m where m.id = :id")
    Optional<Mandate> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Mandate m where m.association = :association and m.endedAt is null order by m.id")
    List<Mandate> lockThoseOf(UUID association);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Mandate m where m.person = :person and m.endedAt is null order by m.association, m.id")
    List<Mandate> lockThoseHeldBy(UUID person);

    Mandate saveAndFlush(Mandate mandate);

    <M extends Mandate> List<M> saveAllAndFlush(Iterable<M> mandates);
}
