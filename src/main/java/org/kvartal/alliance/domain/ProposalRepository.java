package org.kvartal.alliance.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The changes that were suggested. */
interface ProposalRepository extends Repository<Proposal, UUID> {

    Optional<Proposal> findById(UUID id);

    Proposal saveAndFlush(Proposal proposal);
}
