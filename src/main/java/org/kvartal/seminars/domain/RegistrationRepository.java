package org.kvartal.seminars.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The registrations of all seminars. */
interface RegistrationRepository extends Repository<Registration, UUID> {

    Optional<Registration> findById(UUID id);

    Registration saveAndFlush(Registration registration);
}
