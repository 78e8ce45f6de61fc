package org.kvartal.discussions.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.SpaceChange;
import org.kvartal.discussions.DiscussionRights;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The spaces of the house and their order, changed in the caller's transaction by those who may manage them, one after the other. */
@Component
class SpaceRegister {

    private final SpaceRepository spaces;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Live live;
    private final JdbcClient jdbc;

    SpaceRegister(SpaceRepository spaces, Permissions permissions, AuditTrail audit, Live live, JdbcClient jdbc) {
        this.spaces = spaces;
        this.permissions = permissions;
        this.audit = audit;
        this.live = live;
        this.jdbc = jdbc;
    }

    void open(Asker by, NewSpace wish) {
        permissions.check(by, DiscussionRights.MANAGE_SPACES, Scope.PLATFORM);
        lockSpaces();
        Space known = spaces.findById(wish.id().value()).orElse(null);
        if (known != null) {
            if (known.standsAt(wish.address())) {
                return;
            }
            throw new Forbidden();
        }
        Space space = Space.open(wish, order().size() + 1);
        if (spaces.existsByAddress(wish.address())) {
            throw Refused.at("address", "discussions.refused.address-taken");
        }
        spaces.saveAndFlush(space);
        audit.record(
                AuditEntry.of(by, "discussions.space-opened", subject(wish.id().value()))
                        .with("visibility", wish.visibility()));
    }

    void change(Asker by, SpaceChange wish) {
        permissions.check(by, DiscussionRights.MANAGE_SPACES, Scope.PLATFORM);
        lockSpaces();
        Space space = spaces.findById(wish.space().value()).orElseThrow(NotFound::new);
        space.change(wish);
        spaces.saveAndFlush(space);
        move(wish.space().value(), wish.position());
        audit.record(AuditEntry.of(
                        by, "discussions.space-changed", subject(wish.space().value()))
                .with("visibility", wish.visibility()));
        live.changed(LiveTopics.NEWEST);
    }

    private static AuditSubject subject(UUID space) {
        return new AuditSubject("discussions.space", space);
    }

    /** Places are given one at a time. */
    private void lockSpaces() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('discussions.spaces'))")
                .query((_, _) -> 1)
                .single();
    }

    private List<UUID> order() {
        return jdbc.sql("SELECT id FROM space ORDER BY position, address")
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    private void move(UUID space, int position) {
        List<UUID> order = new ArrayList<>(order());
        order.remove(space);
        order.add(Math.clamp(position - 1, 0, order.size()), space);
        jdbc.sql("""
                UPDATE space SET position = wanted.place
                  FROM unnest(?::uuid[]) WITH ORDINALITY AS wanted (id, place)
                 WHERE space.id = wanted.id AND position <> wanted.place""").param(order.toArray(UUID[]::new)).update();
    }
}
