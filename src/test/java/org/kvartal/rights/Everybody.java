package org.kvartal.rights;

import java.util.Set;
import org.kvartal.accounts.Role;

/** Whoever may stand in front of the house: the columns of the tables. */
enum Everybody {
    VISITOR,
    REGISTERED,
    MEMBER(Role.MEMBER),
    FACILITATOR(Role.FACILITATOR),
    OFFICER(Role.OFFICER),
    ADMINISTRATOR(Role.ADMINISTRATOR);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that nobody changes
    private final Set<Role> roles;

    Everybody(Role... roles) {
        this.roles = Set.of(roles);
    }

    Role[] roles() {
        return roles.toArray(Role[]::new);
    }
}
