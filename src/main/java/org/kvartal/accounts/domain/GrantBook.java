package org.kvartal.accounts.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who was given which role. The row of the person is locked while it changes, so that two clicks give one grant. */
@Component
class GrantBook implements Grants {

    private static final String GRANT = "accounts.grant";

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Administrators administrators;
    private final AuditTrail audit;
    private final Clock clock;

    GrantBook(JdbcClient jdbc, Permissions permissions, Administrators administrators, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void give(Asker by, Grant grant) {
        permissions.check(by, GIVE, Scope.PLATFORM);
        lock(grant.person());
        if (isGiven(grant)) {
            return;
        }
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO role_grant (id, person, role, scope_kind, scope_id, from_at, to_at)
                VALUES (:id, :person, :role, :kind, :scope, :from, :to)
                """)
                .param("id", id)
                .param("person", grant.person().value())
                .param("role", grant.role().name())
                .param("kind", grant.scope().kind())
                .param("scope", grant.scope().id())
                .param("from", Columns.moment(grant.from()))
                .param("to", Columns.momentOrNull(grant.to()))
                .update();
        audit.record(AuditEntry.of(by, "accounts.grant-given", new AuditSubject(GRANT, id))
                .with("person", grant.person())
                .with("role", grant.role())
                .with("from", grant.from()));
    }

    @Override
    @Transactional
    public void end(Asker by, PersonId person, Role role, Scope scope) {
        permissions.check(by, GIVE, Scope.PLATFORM);
        if (role == Role.ADMINISTRATOR && scope.equals(Scope.PLATFORM)) {
            administrators.lock();
            // They may have been put out themselves while they waited.
            permissions.check(by, GIVE, Scope.PLATFORM);
            administrators.spare(person);
        }
        lock(person);
        Instant now = clock.instant();
        List<UUID> ended = jdbc.sql("""
                UPDATE role_grant SET to_at = :now
                 WHERE person = :person AND role = :role AND scope_kind = :kind AND scope_id = :scope
                   AND from_at < :now AND (to_at IS NULL OR to_at > :now)
                RETURNING id
                """)
                .param("now", Columns.moment(now))
                .param("person", person.value())
                .param("role", role.name())
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        List<UUID> takenBack = jdbc.sql("""
                DELETE FROM role_grant
                 WHERE person = :person AND role = :role AND scope_kind = :kind AND scope_id = :scope AND from_at >= :now
                RETURNING id
                """)
                .param("now", Columns.moment(now))
                .param("person", person.value())
                .param("role", role.name())
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        ended.forEach(id -> recordEnd(by, "accounts.grant-ended", id, person, role));
        takenBack.forEach(id -> recordEnd(by, "accounts.grant-taken-back", id, person, role));
    }

    private void recordEnd(Asker by, String act, UUID grant, PersonId person, Role role) {
        audit.record(AuditEntry.of(by, act, new AuditSubject(GRANT, grant))
                .with("person", person)
                .with("role", role));
    }

    private void lock(PersonId person) {
        boolean known = jdbc.sql("SELECT id FROM person WHERE id = :id FOR UPDATE")
                .param("id", person.value())
                .query((row, _) -> Columns.id(row, "id"))
                .optional()
                .isPresent();
        if (!known) {
            throw new NotFound();
        }
    }

    private boolean isGiven(Grant grant) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM role_grant
                 WHERE person = :person AND role = :role AND scope_kind = :kind AND scope_id = :scope
                   AND from_at <= :from AND (to_at IS NULL OR to_at >= cast(:to AS timestamptz)))
                """)
                .param("person", grant.person().value())
                .param("role", grant.role().name())
                .param("kind", grant.scope().kind())
                .param("scope", grant.scope().id())
                .param("from", Columns.moment(grant.from()))
                .param("to", Columns.momentOrNull(grant.to()))
                .query(Boolean.class)
                .single();
    }
}
