package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.Suspensions;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;

/** What somebody may know of the forum, read in a constant number of queries: of which series they are a facilitator is asked once for a whole list. */
@Component
class ForumSight {

    /** Of a session {@code s}: whether the asker may know of it; takes {@code all} and {@code mine}. */
    static final String KNOWN = " (s.opened_at IS NOT NULL OR :all OR s.series = ANY (:mine)) ";

    private static final Asker HOUSE = Asker.house("forum");

    private final Permissions permissions;
    private final Grants grants;
    private final Suspensions suspensions;
    private final HouseClock clock;

    ForumSight(Permissions permissions, Grants grants, Suspensions suspensions, HouseClock clock) {
        this.permissions = permissions;
        this.grants = grants;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /**
     * @param all whether they facilitate every session
     * @param series which series they facilitate, if not all
     */
    record Facilitating(boolean all, Set<UUID> series) {

        boolean of(@Nullable SeriesId id) {
            return all || (id != null && series.contains(id.value()));
        }

        /** For a query that holds {@link #KNOWN}. */
        UUID[] mine() {
            return series.toArray(UUID[]::new);
        }

        boolean nothing() {
            return !all && series.isEmpty();
        }
    }

    Facilitating of(Asker asker) {
        if (permissions.has(asker, ForumRights.FACILITATE, Scope.PLATFORM)) {
            return new Facilitating(true, Set.of());
        }
        return new Facilitating(false, asker.person().map(this::series).orElse(Set.of()));
    }

    /** Whether the asker reads what members read. */
    boolean reads(Asker asker) {
        return permissions.has(asker, ForumRights.READ, Scope.PLATFORM);
    }

    private Set<UUID> series(PersonId person) {
        Instant now = clock.now();
        Set<UUID> series = grants.of(HOUSE, person).stream()
                .filter(grant ->
                        grant.role() == Role.FACILITATOR && grant.scope().kind().equals(ForumRights.SERIES))
                .filter(grant -> !grant.from().isAfter(now)
                        && (grant.to() == null || grant.to().isAfter(now)))
                .map(grant -> UUID.fromString(grant.scope().id()))
                .collect(Collectors.toUnmodifiableSet());
        return series.isEmpty() || suspensions.suspended(HOUSE, person) ? Set.of() : series;
    }
}
