package org.kvartal.accounts.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, UUID> {

    Optional<Person> findById(UUID id);

    boolean existsById(UUID id);

    Person save(Person person);

    <P extends Person> List<P> saveAllAndFlush(Iterable<P> people);
}
