package org.kvartal.accounts.domain;

import java.util.HashSet;
import java.util.Set;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.stereotype.Component;

/** People owe what waits for themselves and for their current roles of the whole house. */
@Component
class RoleAudiences implements TaskAudiences {

    private final Permissions permissions;

    RoleAudiences(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Set<String> of(Asker asker) {
        return switch (asker) {
            case Asker.House _ -> Set.of();
            case Asker.Guest _ -> Set.of();
            case Asker.Person(PersonId id) -> {
                Set<String> audiences = new HashSet<>();
                audiences.add(Audience.person(id));
                permissions.roles(asker, Scope.PLATFORM).forEach(role -> audiences.add(Audience.role(role.name())));
                yield audiences;
            }
        };
    }
}
