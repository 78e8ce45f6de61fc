package org.kvartal.alliance.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The entries of the directory. */
interface EntryRepository extends Repository<Entry, UUID> {

    Optional<Entry> findById(UUID id);

    Optional<Entry> findByMember(UUID member);

    Entry saveAndFlush(Entry entry);

    void delete(Entry entry);

    void flush();
}
