package org.kvartal.accounts.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Secret;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sign-ins: what is open there is refused at its next click, and ends by itself soon after. */
@Component
public class SignOuts {

    private final JdbcClient jdbc;
    private final Live live;
    private final AuditTrail audit;

    SignOuts(JdbcClient jdbc, Live live, AuditTrail audit) {
        this.jdbc = jdbc;
        this.live = live;
        this.audit = audit;
    }

    /**
     * Ends one of the asker's own sign-ins.
     *
     * @throws NotFound if it is not theirs, or has ended
     */
    @Transactional
    public void end(Asker asker, UUID signIn) {
        PersonId person = asker.requirePerson();
        List<UUID> ended = jdbc.sql("DELETE FROM sign_in WHERE id = :id AND person = :person RETURNING id")
                .param("id", signIn)
                .param("person", person.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        if (ended.isEmpty()) {
            throw new NotFound();
        }
        tell(asker, ended);
    }

    /** Ends all of the asker's own sign-ins but one. */
    @Transactional
    public void endOthers(Asker asker, @Nullable UUID kept) {
        tell(
                asker,
                jdbc.sql("""
                DELETE FROM sign_in WHERE person = :person AND id IS DISTINCT FROM cast(:kept AS uuid) RETURNING id
                """)
                        .param("person", asker.requirePerson().value())
                        .param("kept", kept)
                        .query((row, _) -> Columns.id(row, "id"))
                        .list());
    }

    /** Ends all sign-ins of a person, whoever does it. */
    @Transactional
    void endAll(Asker by, PersonId person) {
        List<UUID> ended = jdbc.sql("DELETE FROM sign_in WHERE person = :person RETURNING id")
                .param("person", person.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        for (UUID id : ended) {
            live.changed(SignIns.topic(id));
            audit.record(AuditEntry.of(by, "accounts.sign-in-ended", new AuditSubject(SignIns.SIGN_IN, id))
                    .with("person", person));
        }
    }

    /** Ends the sign-in of this browser. One that has ended already is no error. */
    @Transactional
    public void end(Secret secret) {
        jdbc.sql("DELETE FROM sign_in WHERE token_hash = :hash RETURNING id, person")
                .param("hash", secret.hash())
                .query((row, _) -> new Ended(Columns.id(row, "id"), Columns.person(row, "person")))
                .optional()
                .ifPresent(ended -> tell(Asker.of(ended.person()), List.of(ended.id())));
    }

    private void tell(Asker asker, Collection<UUID> ended) {
        for (UUID id : ended) {
            live.changed(SignIns.topic(id));
            audit.record(AuditEntry.of(asker.requirePerson(), "accounts.signed-out", SignIns.SIGN_IN, id));
        }
    }

    private record Ended(UUID id, PersonId person) {}
}
