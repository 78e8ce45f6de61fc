package org.kvartal.forum.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was proposed, and what stands on agendas. */
interface AgendaItemRepository extends Repository<AgendaItem, UUID> {

    Optional<AgendaItem> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from AgendaItem o where o.id = :id")
    Optional<AgendaItem> lock(UUID id);

    AgendaItem saveAndFlush(AgendaItem item);
}
