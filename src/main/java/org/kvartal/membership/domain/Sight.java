package org.kvartal.membership.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.Visible;
import org.springframework.stereotype.Component;

/** How far an asker sees into what people say about themselves. */
@Component
class Sight {

    private final Permissions permissions;

    Sight(Permissions permissions) {
        this.permissions = permissions;
    }

    /**
     * What one asker may see, found out in one query.
     *
     * @param levels what is shown to whom they may read
     * @param manages whether they may change any member and see everything
     * @param mandates whether they may give and end any mandate
     */
    record Seen(@Nullable PersonId person, Set<Visible> levels, boolean manages, boolean mandates) {

        boolean isIn() {
            return levels.contains(Visible.MEMBERS);
        }

        String[] names() {
            return levels.stream().map(Visible::name).toArray(String[]::new);
        }

        boolean sees(Visible level, @Nullable PersonId whose) {
            return levels.contains(level) || (whose != null && whose.equals(person));
        }
    }

    Seen of(Asker asker) {
        if (asker instanceof Asker.House) {
            return new Seen(null, EnumSet.allOf(Visible.class), true, true);
        }
        Set<Role> roles = asker instanceof Asker.Guest ? Set.of() : permissions.roles(asker, Scope.PLATFORM);
        boolean manages = carry(roles, MembershipRights.MANAGE_MEMBERS);
        Set<Visible> levels = manages
                ? EnumSet.allOf(Visible.class)
                : carry(roles, MembershipRights.READ_MEMBERS)
                        ? EnumSet.of(Visible.PUBLIC, Visible.MEMBERS)
                        : EnumSet.of(Visible.PUBLIC);
        return new Seen(asker.person().orElse(null), levels, manages, carry(roles, MembershipRights.MANAGE_MANDATES));
    }

    private static boolean carry(Set<Role> roles, Permission permission) {
        return !Collections.disjoint(roles, permission.holders());
    }
}
