package org.kvartal.discussions.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The spaces of the house. */
interface SpaceRepository extends Repository<Space, UUID> {

    Optional<Space> findById(UUID id);

    boolean existsByAddress(String address);

    Space saveAndFlush(Space space);
}
