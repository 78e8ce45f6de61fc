package org.kvartal.accounts.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the grants at each question; nothing is remembered. Whoever is suspended holds none for the time being. */
@Component
class FreshPermissions implements Permissions {

    private final JdbcClient jdbc;
    private final Clock clock;

    FreshPermissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(Asker asker, Permission permission, Scope scope) {
        return switch (asker) {
            case Asker.House ignored -> true;
            case Asker.Guest ignored -> false;
            case Asker.Person(PersonId id) -> !Collections.disjoint(rolesOf(id, scope), permission.holders());
        };
    }

    @Override
    @Transactional(readOnly = true)
    public void check(Asker asker, Permission permission, Scope scope) {
        if (!has(asker, permission, scope)) {
            throw new Forbidden();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> among(Collection<PersonId> people, Permission permission, Scope scope) {
        return people.isEmpty()
                ? Set.of()
                : holders(
                        permission, scope, people.stream().map(PersonId::value).toArray(UUID[]::new));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> holders(Permission permission, Scope scope) {
        return holders(permission, scope, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> holders(Role role) {
        return jdbc.sql("""
                SELECT DISTINCT g.person FROM role_grant g
                 WHERE g.role = :role AND g.from_at <= :now AND (g.to_at IS NULL OR g.to_at > :now)
                   AND NOT EXISTS (SELECT FROM suspension s WHERE s.person = g.person)
                """)
                .param("role", role.name())
                .param("now", Columns.moment(clock.instant()))
                .query((row, _) -> Columns.person(row, "person"))
                .set();
    }

    private Set<PersonId> holders(Permission permission, Scope scope, UUID @Nullable [] among) {
        if (permission.holders().isEmpty()) {
            return Set.of();
        }
        Set<PersonId> holders = new HashSet<>();
        jdbc.sql("""
                SELECT DISTINCT g.person FROM role_grant g
                 WHERE (:among::uuid[] IS NULL OR g.person = ANY (:among)) AND g.role = ANY (:roles)
                   AND (g.scope_kind, g.scope_id) IN ((:kind, :id), (:platform, ''))
                   AND g.from_at <= :now AND (g.to_at IS NULL OR g.to_at > :now)
                   AND NOT EXISTS (SELECT FROM suspension s WHERE s.person = g.person)
                """)
                .param("among", among)
                .param("roles", permission.holders().stream().map(Role::name).toArray(String[]::new))
                .param("kind", scope.kind())
                .param("id", scope.id())
                .param("platform", Scope.PLATFORM.kind())
                .param("now", Columns.moment(clock.instant()))
                .query(UUID.class)
                .list()
                .forEach(id -> holders.add(new PersonId(id)));
        return holders;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Role> roles(Asker asker, Scope scope) {
        return switch (asker) {
            case Asker.House ignored -> Set.of();
            case Asker.Guest ignored -> Set.of();
            case Asker.Person(PersonId id) -> rolesOf(id, scope);
        };
    }

    private Set<Role> rolesOf(PersonId person, Scope scope) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql("""
                SELECT DISTINCT g.role FROM role_grant g
                 WHERE g.person = :person
                   AND (g.scope_kind, g.scope_id) IN ((:kind, :id), (:platform, ''))
                   AND g.from_at <= :now AND (g.to_at IS NULL OR g.to_at > :now)
                   AND NOT EXISTS (SELECT FROM suspension s WHERE s.person = g.person)
                """)
                .param("person", person.value())
                .param("kind", scope.kind())
                .param("id", scope.id())
                .param("platform", Scope.PLATFORM.kind())
                .param("now", Columns.moment(clock.instant()))
                .query(String.class)
                .list()
                .forEach(role -> roles.add(Role.valueOf(role)));
        return roles;
    }
}
