package org.kvartal.membership.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Functions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Those who keep the house: who holds a role in it, or in a part of it. */
@Component
@Order(10)
class HouseFunctions implements Functions {

    private static final Map<String, Role> ROLES = roles();

    private final Permissions permissions;

    HouseFunctions(Permissions permissions) {
        this.permissions = permissions;
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("membership.facilitators", Role.FACILITATOR);
        roles.put("membership.officers", Role.OFFICER);
        roles.put("membership.administrators", Role.ADMINISTRATOR);
        return roles;
    }

    @Override
    public List<String> codes() {
        return List.copyOf(ROLES.keySet());
    }

    @Override
    public Set<PersonId> holders(String code) {
        return permissions.holders(Objects.requireNonNull(ROLES.get(code), code));
    }
}
