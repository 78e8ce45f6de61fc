package org.kvartal.seminars.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.domain.Registration.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes registrations, one that counts for each person and each address. The caller holds the seminar. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Arrival {

    private final SeminarHold hold;
    private final RegistrationRepository registrations;
    private final Correspondence correspondence;
    private final People people;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    Arrival(
            SeminarHold hold,
            RegistrationRepository registrations,
            Correspondence correspondence,
            People people,
            JdbcClient jdbc,
            HouseClock clock) {
        this.hold = hold;
        this.registrations = registrations;
        this.correspondence = correspondence;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Registration> standing(RegistrationId id) {
        return registrations.findById(id.value());
    }

    Registration ofPerson(
            RegistrationId id,
            SeminarId seminar,
            PersonId person,
            @Nullable MemberId association,
            PersonId by,
            Map<QuestionId, String> answers) {
        Language language = people.card(person).map(PersonCard::language).orElse(Language.EN);
        String key = correspondence
                .recipient(person)
                .map(to -> EmailAddress.of(to.address()).folded())
                .orElse(null);
        return make(id, seminar, new Who(person, "", null, key, language), association, by, answers);
    }

    /** Somebody whom others register; whose address the house knows is that person. */
    Registration colleague(Colleague wish, PersonId by) {
        String name = DisplayName.of(wish.name()).value();
        EmailAddress email = EmailAddress.of(wish.email());
        Optional<PersonId> person = correspondence.personAt(email.value());
        if (person.isPresent()) {
            return ofPerson(wish.id(), wish.seminar(), person.get(), wish.onBehalfOf(), by, Map.of());
        }
        return make(
                wish.id(),
                wish.seminar(),
                new Who(null, name, email.value(), email.folded(), wish.language()),
                wish.onBehalfOf(),
                by,
                Map.of());
    }

    private Registration make(
            RegistrationId id,
            SeminarId seminar,
            Who who,
            @Nullable MemberId association,
            PersonId by,
            Map<QuestionId, String> answers) {
        PersonId person = who.person();
        boolean registered = jdbc.sql("""
            SELECT EXISTS (SELECT FROM seminar_registration
                            WHERE seminar = :seminar AND state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED')
                              AND (person = :person::uuid OR email_key = :key))""")
                .param("seminar", seminar.value())
                .param("person", person == null ? null : person.value())
                .param("key", who.emailKey())
                .query(Boolean.class)
                .single();
        if (registered) {
            throw Refused.because("seminars.refused.registered");
        }
        return hold.saved(Registration.begun(id, seminar, who, association, by, answers, clock.now()));
    }
}
