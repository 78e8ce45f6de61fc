package org.kvartal.membership.domain;

import java.util.List;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a person holds the role of a member exactly while they are one or represent one. Settled anew after each change, one change of a
 * person at a time, so that a mandate that ends and one that begins at once leave the role right.
 */
@Component
class MemberRoles {

    private static final Asker HOUSE = Asker.house("membership");

    private final JdbcClient jdbc;
    private final MemberReads members;
    private final MandateReads mandates;
    private final Grants grants;
    private final HouseClock day;

    MemberRoles(JdbcClient jdbc, MemberReads members, MandateReads mandates, Grants grants, HouseClock day) {
        this.jdbc = jdbc;
        this.members = members;
        this.mandates = mandates;
        this.grants = grants;
        this.day = day;
    }

    /** In the caller's transaction, after what has changed was flushed. */
    void settle(PersonId person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('membership.role ' || :person, 0))")
                .param("person", person.toString())
                .query((_, _) -> 1)
                .single();
        if (belongs(person)) {
            grants.give(HOUSE, new Grant(person, Role.MEMBER, Scope.PLATFORM, day.now(), null));
        } else {
            grants.end(HOUSE, person, Role.MEMBER, Scope.PLATFORM);
        }
    }

    /** Whether the person is a member or represents one now. */
    boolean belongs(PersonId person) {
        return members.ofPeople(List.of(person)).containsKey(person) || mandates.representsAny(person);
    }
}
