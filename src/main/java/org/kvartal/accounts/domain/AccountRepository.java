package org.kvartal.accounts.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {

    Optional<Account> findById(UUID person);

    Optional<Account> findByAddressFolded(String folded);

    boolean existsByAddressFolded(String folded);

    /** Writes at once, so that an address which somebody else has taken meanwhile is found here and not at the commit. */
    Account saveAndFlush(Account account);

    <A extends Account> List<A> saveAllAndFlush(Iterable<A> accounts);
}
