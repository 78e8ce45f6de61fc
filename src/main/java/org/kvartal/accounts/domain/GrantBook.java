package org.kvartal.accounts.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.HeldGrant;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who was given which role. The row of the person is locked while it changes, so that two clicks give one grant. */
@Component
class GrantBook implements Grants {

    static final String GRANT = "accounts.grant";

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Administrators administrators;
    private final PersonLocks people;
    private final AuditTrail audit;
    private final Clock clock;

    GrantBook(
            JdbcClient jdbc,
            Permissions permissions,
            Administrators administrators,
            PersonLocks people,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.administrators = administrators;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void give(Asker by, Grant grant) {
        permissions.check(by, GIVE, Scope.PLATFORM);
        people.lock(grant.person());
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
        audit.record(given(by, id, grant));
    }

    @Override
    @Transactional
    public void giveAll(Asker by, Collection<Grant> wished) {
        if (wished.isEmpty()) {
            return;
        }
        permissions.check(by, GIVE, Scope.PLATFORM);
        people.lockAll(wished.stream().map(Grant::person).toList());
        List<Grant> grants = List.copyOf(wished);
        Set<UUID> given = new HashSet<>();
        Map<UUID, Grant> byId = new LinkedHashMap<>();
        grants.forEach(grant -> byId.put(Ids.next(), grant));
        jdbc.sql("""
                INSERT INTO role_grant (id, person, role, scope_kind, scope_id, from_at, to_at)
                SELECT w.id, w.person, w.role, w.kind, w.scope, w.from_at, w.to_at
                  FROM unnest(:ids::uuid[], :people::uuid[], :roles::text[], :kinds::text[], :scopes::text[],
                              :froms::timestamptz[], :tos::timestamptz[]) AS w (id, person, role, kind, scope, from_at, to_at)
                 WHERE NOT EXISTS (SELECT FROM role_grant g
                                    WHERE g.person = w.person AND g.role = w.role AND g.scope_kind = w.kind
                                      AND g.scope_id = w.scope AND g.from_at <= w.from_at
                                      AND (g.to_at IS NULL OR g.to_at >= w.to_at))
                RETURNING id
                """)
                .param("ids", byId.keySet().toArray(UUID[]::new))
                .param("people", texts(grants, grant -> grant.person().toString()))
                .param("roles", texts(grants, grant -> grant.role().name()))
                .param("kinds", texts(grants, grant -> grant.scope().kind()))
                .param("scopes", texts(grants, grant -> grant.scope().id()))
                .param("froms", texts(grants, grant -> grant.from().toString()))
                .param(
                        "tos",
                        texts(
                                grants,
                                grant -> grant.to() == null ? null : grant.to().toString()))
                .query((row, _) -> given.add(Columns.id(row, "id")))
                .list();
        byId.keySet().retainAll(given);
        audit.recordAll(byId.entrySet().stream()
                .map(entry -> given(by, entry.getKey(), entry.getValue()))
                .toList());
    }

    private static @Nullable String[] texts(List<Grant> grants, Function<Grant, @Nullable String> text) {
        return grants.stream().map(text).toArray(String[]::new);
    }

    private static AuditEntry given(Asker by, UUID id, Grant grant) {
        AuditEntry given = AuditEntry.of(by, "accounts.grant-given", new AuditSubject(GRANT, id))
                .with("person", grant.person())
                .with("role", grant.role())
                .with("from", grant.from());
        return grant.to() == null ? given : given.with("to", grant.to());
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
        people.lock(person);
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

    @Override
    @Transactional(readOnly = true)
    public List<HeldGrant> of(Asker by, PersonId person) {
        if (by.person().filter(person::equals).isEmpty()) {
            permissions.check(by, SEE, Scope.PLATFORM);
        }
        return held(List.of(person)).getOrDefault(person, List.of());
    }

    /** What these people hold now and were given for later, in one query. */
    Map<PersonId, List<HeldGrant>> held(Collection<PersonId> people) {
        Map<PersonId, List<HeldGrant>> held = new HashMap<>();
        jdbc.sql("""
                SELECT person, role, scope_kind, scope_id, from_at, to_at FROM role_grant
                 WHERE person = ANY (:people) AND (to_at IS NULL OR to_at > :now)
                 ORDER BY from_at, id
                """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("now", Columns.moment(clock.instant()))
                .query(row -> {
                    held.computeIfAbsent(Columns.person(row, "person"), _ -> new ArrayList<>())
                            .add(new HeldGrant(
                                    Role.valueOf(row.getString("role")),
                                    new Scope(row.getString("scope_kind"), row.getString("scope_id")),
                                    Columns.moment(row, "from_at"),
                                    Columns.momentOrNull(row, "to_at")));
                });
        return held;
    }

    private void recordEnd(Asker by, String act, UUID grant, PersonId person, Role role) {
        audit.record(AuditEntry.of(by, act, new AuditSubject(GRANT, grant))
                .with("person", person)
                .with("role", role));
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
