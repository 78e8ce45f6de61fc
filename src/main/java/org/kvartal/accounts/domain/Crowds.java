package org.kvartal.accounts.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.PersonJoined;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings in and takes back many people at once, in a constant number of statements and the caller's transaction. */
@Component
class Crowds {

    /** As they were brought in: nobody has signed in as them, changed them, or given them more than belonging. */
    private static final String UNTOUCHED = """
            SELECT p.id FROM person p LEFT JOIN account a ON a.person = p.id
             WHERE p.id = ANY (:ids) AND p.version = 0 AND p.picture IS NULL
               AND a.password IS NULL AND coalesce(a.version, 0) = 0
               AND NOT EXISTS (SELECT FROM sign_in s WHERE s.person = p.id)
               AND NOT EXISTS (SELECT FROM known_browser b WHERE b.person = p.id)
               AND NOT EXISTS (SELECT FROM suspension s WHERE s.person = p.id)
               AND NOT EXISTS (SELECT FROM role_grant g WHERE g.person = p.id AND g.role <> 'MEMBER')
             ORDER BY p.id FOR UPDATE OF p
            """;

    private final PersonRepository people;
    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Crowds(
            PersonRepository people,
            AccountRepository accounts,
            JdbcClient jdbc,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    void bring(Asker by, List<Newcomer> newcomers) {
        Set<UUID> known = known(newcomers);
        Instant now = clock.instant();
        List<Newcomer> fresh = newcomers.stream()
                .filter(newcomer -> !known.contains(newcomer.id().value()))
                .toList();
        List<Person> persons = new ArrayList<>();
        List<Account> signIns = new ArrayList<>();
        for (Newcomer newcomer : fresh) {
            persons.add(new Person(
                    newcomer.id(), DisplayName.of(newcomer.name()), newcomer.language(), newcomer.zone(), now));
            SignIn signIn = newcomer.signIn();
            if (signIn != null) {
                if (signIn.password() != null) {
                    throw new IllegalArgumentException("a crowd brings no passwords");
                }
                signIns.add(new Account(newcomer.id(), EmailAddress.of(signIn.email()), null, now));
            }
        }
        people.saveAllAndFlush(persons);
        try {
            accounts.saveAllAndFlush(signIns);
        } catch (DataIntegrityViolationException somebodyElses) {
            throw Refused.at("email", "accounts.email.taken");
        }
        audit.recordAll(fresh.stream()
                .map(newcomer -> act(by, "accounts.person-joined", newcomer.id()))
                .toList());
        fresh.forEach(newcomer -> facts.publishEvent(new PersonJoined(newcomer.id(), newcomer.language(), now)));
    }

    Set<PersonId> takeBack(Asker by, Collection<PersonId> wished) {
        Set<PersonId> gone = new HashSet<>();
        if (!wished.isEmpty()) {
            jdbc.sql(UNTOUCHED)
                    .param("ids", wished.stream().map(PersonId::value).toArray(UUID[]::new))
                    .query((row, _) -> gone.add(Columns.person(row, "id")))
                    .list();
        }
        if (gone.isEmpty()) {
            return gone;
        }
        UUID[] ids = gone.stream().map(PersonId::value).toArray(UUID[]::new);
        for (String table : List.of("role_grant WHERE person", "account WHERE person", "person WHERE id")) {
            jdbc.sql("DELETE FROM " + table + " = ANY (:ids)").param("ids", ids).update();
        }
        audit.recordAll(gone.stream()
                .map(person -> act(by, "accounts.person-taken-back", person))
                .toList());
        return gone;
    }

    private Set<UUID> known(List<Newcomer> newcomers) {
        return new HashSet<>(jdbc.sql("SELECT id FROM person WHERE id = ANY (:ids)")
                .param("ids", newcomers.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static AuditEntry act(Asker by, String act, PersonId person) {
        return AuditEntry.of(by, act, new AuditSubject(Newcomers.PERSON, person.value()));
    }
}
