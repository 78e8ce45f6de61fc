package org.kvartal.alliance.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.alliance.EntryDesk.RevisionState;
import org.springframework.data.repository.Repository;

/** The changes that were suggested. */
interface EntryProposalRepository extends Repository<EntryProposal, UUID> {

    Optional<EntryProposal> findById(UUID id);

    List<EntryProposal> findByEntryAndStateOrderById(UUID entry, RevisionState state);

    EntryProposal saveAndFlush(EntryProposal proposal);
}
