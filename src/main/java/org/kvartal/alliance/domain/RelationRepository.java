package org.kvartal.alliance.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** How the entries belong together. */
interface RelationRepository extends Repository<Relation, UUID> {

    Optional<Relation> findById(UUID id);

    Relation saveAndFlush(Relation relation);

    void delete(Relation relation);
}
