package org.kvartal.calendar.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.calendar.Subscriptions;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the hashes of the secrets. */
@Component
@Transactional
class KeptSubscriptions implements Subscriptions {

    static final String FEED = "calendar.feed";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    KeptSubscriptions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String make(Asker by) {
        PersonId person = by.requirePerson();
        Secret secret = Secret.next();
        jdbc.sql("""
                INSERT INTO calendar_feed (person, hash, made_at) VALUES (:person, :hash, :now)
                ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at
                """)
                .param("person", person.value())
                .param("hash", secret.hash())
                .param("now", Columns.moment(clock.instant()))
                .update();
        audit.record(AuditEntry.of(person, "calendar.feed-made", FEED, person.value()));
        return secret.text();
    }

    @Override
    public void revoke(Asker by) {
        PersonId person = by.requirePerson();
        int gone = jdbc.sql("DELETE FROM calendar_feed WHERE person = :person")
                .param("person", person.value())
                .update();
        if (gone > 0) {
            audit.record(AuditEntry.of(person, "calendar.feed-revoked", FEED, person.value()));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> since(Asker asker) {
        return asker.person()
                .flatMap(person -> jdbc.sql("SELECT made_at FROM calendar_feed WHERE person = :person")
                        .param("person", person.value())
                        .query((row, _) -> Columns.moment(row, "made_at"))
                        .optional());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> whose(String secret) {
        return Secret.of(secret)
                .flatMap(shown -> jdbc.sql("SELECT person FROM calendar_feed WHERE hash = :hash")
                        .param("hash", shown.hash())
                        .query((row, _) -> Columns.person(row, "person"))
                        .optional());
    }
}
