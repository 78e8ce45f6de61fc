package org.kvartal.accounts.domain;

import java.time.Clock;
import java.util.List;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Watches that somebody keeps the system: at least one administrator for good, who is not suspended. */
@Component
class Administrators {

    private final JdbcClient jdbc;
    private final Clock clock;

    Administrators(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Locks the grants of all lasting administrators in one order, until the caller's transaction ends: of two who put each other out at the same
     * moment the second sees what the first did. Whoever locks a person as well does so afterwards.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        jdbc.sql("""
                SELECT id FROM role_grant
                 WHERE role = :role AND scope_kind = :platform AND from_at <= :now AND to_at IS NULL
                 ORDER BY id FOR UPDATE
                """)
                .param("role", Role.ADMINISTRATOR.name())
                .param("platform", Scope.PLATFORM.kind())
                .param("now", Columns.moment(clock.instant()))
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    /**
     * Refuses to go on without the person where nobody else would be left. Asked under {@link #lock}.
     *
     * @throws Refused if the person is the last administrator
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void spare(PersonId person) {
        // A statement of its own: that which waited for the lock may still see who was suspended before it.
        List<PersonId> keeping = jdbc.sql("""
                SELECT DISTINCT g.person FROM role_grant g
                 WHERE g.role = :role AND g.scope_kind = :platform AND g.from_at <= :now AND g.to_at IS NULL
                   AND NOT EXISTS (SELECT FROM suspension s WHERE s.person = g.person)
                """)
                .param("role", Role.ADMINISTRATOR.name())
                .param("platform", Scope.PLATFORM.kind())
                .param("now", Columns.moment(clock.instant()))
                .query((row, _) -> Columns.person(row, "person"))
                .list();
        if (keeping.equals(List.of(person))) {
            throw Refused.because("accounts.last-administrator");
        }
    }

    /** Whether the person is an administrator now, suspended or not. */
    @Transactional(readOnly = true)
    boolean isOne(PersonId person) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM role_grant
                 WHERE person = :person AND role = :role AND scope_kind = :platform
                   AND from_at <= :now AND (to_at IS NULL OR to_at > :now))
                """)
                .param("person", person.value())
                .param("role", Role.ADMINISTRATOR.name())
                .param("platform", Scope.PLATFORM.kind())
                .param("now", Columns.moment(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
