package org.kvartal.accounts.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.Suspensions;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who may not come in. The person's row is locked while it changes, and each beginning sign-in holds a share of that lock: one that began before is
 * ended, one that comes after is refused.
 */
@Component
class SuspensionBook implements Suspensions {

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Administrators administrators;
    private final PersonLocks people;
    private final SignOuts signOuts;
    private final AuditTrail audit;
    private final Clock clock;

    SuspensionBook(
            JdbcClient jdbc,
            Permissions permissions,
            Administrators administrators,
            PersonLocks people,
            SignOuts signOuts,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.administrators = administrators;
        this.people = people;
        this.signOuts = signOuts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void suspend(Asker by, PersonId person, String reason) {
        permissions.check(by, SUSPEND, Scope.PLATFORM);
        String why = why(reason);
        if (by.person().filter(person::equals).isPresent()) {
            throw Refused.because("accounts.suspend.oneself");
        }
        administrators.lock();
        prepare(by, person);
        administrators.spare(person);
        int kept = jdbc.sql("""
                INSERT INTO suspension (person, reason, by_person, since) VALUES (:person, :reason, :by, :now)
                ON CONFLICT DO NOTHING
                """)
                .param("person", person.value())
                .param("reason", why)
                .param("by", by.person().map(PersonId::value).orElse(null))
                .param("now", Columns.moment(clock.instant()))
                .update();
        if (kept == 1) {
            audit.record(
                    AuditEntry.of(by, "accounts.suspended", subject(person)).because(why));
            signOuts.endAll(by, person);
        }
    }

    @Override
    @Transactional
    public void lift(Asker by, PersonId person) {
        permissions.check(by, SUSPEND, Scope.PLATFORM);
        prepare(by, person);
        int lifted = jdbc.sql("DELETE FROM suspension WHERE person = :person")
                .param("person", person.value())
                .update();
        if (lifted == 1) {
            audit.record(AuditEntry.of(by, "accounts.suspension-lifted", subject(person)));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean suspended(Asker asker, PersonId person) {
        return !suspended(asker, List.of(person)).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> suspended(Asker asker, Collection<PersonId> people) {
        return people.isEmpty() || !permissions.has(asker, SUSPEND, Scope.PLATFORM) ? Set.of() : among(people);
    }

    /** For those who let people in, or do not. */
    boolean holds(PersonId person) {
        return !among(List.of(person)).isEmpty();
    }

    private Set<PersonId> among(Collection<PersonId> people) {
        return jdbc
                .sql("SELECT person FROM suspension WHERE person = ANY (:people)")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> Columns.person(row, "person"))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Locks the person and asks once more who asks: they may have been suspended themselves while they waited. */
    private void prepare(Asker by, PersonId person) {
        people.lock(person);
        permissions.check(by, administrators.isOne(person) ? Grants.GIVE : SUSPEND, Scope.PLATFORM);
    }

    private static String why(String reason) {
        String why = PlainText.block(reason).strip();
        if (why.isEmpty()) {
            throw Refused.at("reason", "accounts.suspend.reason-missing");
        }
        if (why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw Refused.at("reason", "accounts.suspend.reason-too-long", LONGEST_REASON);
        }
        return why;
    }

    private static AuditSubject subject(PersonId person) {
        return new AuditSubject(Newcomers.PERSON, person.value());
    }
}
