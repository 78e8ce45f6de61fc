package org.kvartal.alliance;

import java.time.Instant;
import java.time.ZoneOffset;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.boot.test.context.TestConfiguration;

/** People who come into a test's house with the roles that it needs. */
@TestConfiguration(proxyBeanMethods = false)
class Residents {

    private static final Asker HOUSE = Asker.house("test");

    private final Arrivals arrivals;
    private final Grants grants;

    Residents(Arrivals arrivals, Grants grants) {
        this.arrivals = arrivals;
        this.grants = grants;
    }

    /** A new person who holds these roles in the whole house. */
    Asker person(Role... roles) {
        PersonId id = PersonId.next();
        arrivals.bring(HOUSE, new Newcomer(id, "Person " + id, Language.EN, ZoneOffset.UTC, null));
        for (Role role : roles) {
            grants.give(HOUSE, new Grant(id, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
        return Asker.of(id);
    }
}
