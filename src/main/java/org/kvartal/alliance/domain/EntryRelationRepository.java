package org.kvartal.alliance.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** How the entries belong together. */
interface EntryRelationRepository extends Repository<EntryRelation, UUID> {

    Optional<EntryRelation> findById(UUID id);

    /** Those to which an entry has yet to agree. */
    List<EntryRelation> findByAsksOrderById(UUID entry);

    EntryRelation saveAndFlush(EntryRelation relation);

    void delete(EntryRelation relation);
}
