package org.kvartal.advocacy.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;

/** What somebody may know of. */
@Component
class AdvocacySight {

    /** Of a recommendation {@code r}: whether the asker may know of it; takes {@code writes}, {@code reads} and {@code asker}. */
    static final String KNOWN = " (r.public_at IS NOT NULL OR :writes OR r.author = :asker::uuid"
            + " OR (:reads AND r.proposed_at IS NOT NULL)) ";

    private final Permissions permissions;

    AdvocacySight(Permissions permissions) {
        this.permissions = permissions;
    }

    /** For a query that holds {@link #KNOWN}. */
    Map<String, @Nullable Object> values(Asker asker) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("writes", writes(asker));
        values.put("reads", reads(asker));
        values.put("asker", asker.person().map(PersonId::value).orElse(null));
        return values;
    }

    /** The same for everybody who belongs to the house, whoever they are. */
    static Map<String, @Nullable Object> ofMembers() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("writes", false);
        values.put("reads", true);
        values.put("asker", null);
        return values;
    }

    boolean reads(Asker asker) {
        return !(asker instanceof Asker.Guest) && permissions.has(asker, AdvocacyRights.READ, Scope.PLATFORM);
    }

    boolean writes(Asker asker) {
        return has(asker, AdvocacyRights.WRITE);
    }

    boolean has(Asker asker, Permission permission) {
        return !(asker instanceof Asker.Guest) && permissions.has(asker, permission, Scope.PLATFORM);
    }
}
