package org.kvartal.alliance.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The changes that were suggested. */
interface EntryProposalRepository extends Repository<EntryProposal, UUID> {

    Optional<EntryProposal> findById(UUID id);

    EntryProposal saveAndFlush(EntryProposal proposal);
}
