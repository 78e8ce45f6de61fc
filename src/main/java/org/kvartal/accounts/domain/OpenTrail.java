package org.kvartal.accounts.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.ActedFor;
import org.kvartal.audit.AuditFilter;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The audit trail as officers read it: with faces, and with the things that the modules name.
 *
 * @see "Decision record 0061, the trail is written by ids and read by names"
 */
@Component
public class OpenTrail {

    /** Who may read what everybody did. */
    public static final Permission READ = Permission.of("accounts.read-trail", Role.OFFICER, Role.ADMINISTRATOR);

    private final AuditTrail trail;
    private final People people;
    private final Permissions permissions;
    private final ObjectProvider<AuditedThings> things;
    private final ObjectProvider<ActedFor> associations;

    OpenTrail(
            AuditTrail trail,
            People people,
            Permissions permissions,
            ObjectProvider<AuditedThings> things,
            ObjectProvider<ActedFor> associations) {
        this.trail = trail;
        this.people = people;
        this.permissions = permissions;
        this.things = things;
        this.associations = associations;
    }

    /**
     * One act.
     *
     * @param number its place in the trail
     * @param actor who did it: a person, the house or a visitor
     * @param face of the person who did it; null where the house or a visitor did, or nobody knows them any more
     * @param act what was done; its text is {@code audit.} and this
     * @param thing to what, null where it is no longer there or the reader may not see it
     * @param actedFor in the name of which association, null where in nobody's
     * @param reason why, as they wrote it
     */
    public record Line(
            long number,
            Instant at,
            Asker actor,
            @Nullable PersonCard face,
            String act,
            @Nullable AuditedThing thing,
            @Nullable String actedFor,
            @Nullable String reason) {}

    /**
     * Acts, newest first, by keyset, in a constant number of queries: one, one for the faces, and few for each kind of thing.
     *
     * @param before the number of the last act that was read already, null to begin
     * @throws org.kvartal.kernel.Forbidden if the reader may not {@link #READ}
     */
    @Transactional(readOnly = true)
    public List<Line> newest(Reader reader, AuditFilter filter, @Nullable Long before, int limit) {
        permissions.check(reader.asker(), READ, Scope.PLATFORM);
        List<AuditedAct> acts = trail.newest(filter, before, limit);
        Map<PersonId, PersonCard> faces = people.cards(
                acts.stream().flatMap(act -> act.actor().person().stream()).toList());
        Map<Long, AuditedThing> named = named(reader, acts);
        Map<UUID, String> mandated = mandated(reader, acts);
        return acts.stream()
                .map(act -> new Line(
                        act.number(),
                        act.at(),
                        act.actor(),
                        act.actor().person().map(faces::get).orElse(null),
                        act.act(),
                        named.get(act.number()),
                        act.onBehalfOf() == null ? null : mandated.get(act.onBehalfOf()),
                        act.reason()))
                .toList();
    }

    private Map<Long, AuditedThing> named(Reader reader, List<AuditedAct> acts) {
        Map<Long, AuditedThing> named = new HashMap<>();
        things.forEach(naming -> {
            List<AuditedAct> theirs = acts.stream()
                    .filter(act -> naming.kinds().contains(act.subject().kind()))
                    .toList();
            if (!theirs.isEmpty()) {
                named.putAll(naming.things(reader, theirs));
            }
        });
        return named;
    }

    private Map<UUID, String> mandated(Reader reader, List<AuditedAct> acts) {
        Collection<UUID> ids = acts.stream()
                .map(AuditedAct::onBehalfOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            associations.forEach(naming -> names.putAll(naming.names(ids, reader.language())));
        }
        return names;
    }
}
