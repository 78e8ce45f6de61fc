package org.kvartal.alliance.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.AllianceRights;
import org.kvartal.alliance.EditorialState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.springframework.stereotype.Component;

/** Who keeps an entry: stewards keep all, owners what stands for the members that they answer for. */
@Component
class EntryKeepers {

    private static final Asker HOUSE = Asker.house("alliance");

    private static final Set<RepresentationKind> OWNING =
            EnumSet.of(RepresentationKind.PRIMARY, RepresentationKind.DEPUTY);

    private final Permissions permissions;
    private final Mandates mandates;

    EntryKeepers(Permissions permissions, Mandates mandates) {
        this.permissions = permissions;
        this.mandates = mandates;
    }

    boolean isSteward(Asker asker) {
        return !(asker instanceof Asker.Guest) && permissions.has(asker, AllianceRights.STEWARD, Scope.PLATFORM);
    }

    void requireSteward(Asker asker) {
        permissions.check(asker, AllianceRights.STEWARD, Scope.PLATFORM);
    }

    /** The members whose entries the asker owns now. */
    List<MemberId> owned(Asker asker) {
        return asker.person()
                .map(person -> mandates.heldBy(asker, person).stream()
                        .filter(held -> held.state() == MandateState.CURRENT && OWNING.contains(held.kind()))
                        .map(held -> held.association().id())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** The mandates by which an entry that stands for a member has owners now. */
    List<MandateLine> ownership(MemberId member) {
        return mandates.ofAssociation(HOUSE, member).stream()
                .filter(line -> line.state() == MandateState.CURRENT && OWNING.contains(line.kind()))
                .toList();
    }

    boolean owns(Asker asker, @Nullable MemberId member) {
        return member != null && owned(asker).contains(member);
    }

    /** Whether the asker changes this entry at once. */
    boolean keeps(Asker asker, Entry entry) {
        return isSteward(asker) || owns(asker, entry.member());
    }

    /** @throws NotFound unless the asker may know of the entry at all */
    void requireKnown(Asker asker, Entry entry) {
        PersonId maker = entry.madeBy();
        if (!mayKnow(asker, entry.state(), maker == null ? null : maker.value(), entry.member())) {
            throw new NotFound();
        }
    }

    /**
     * @throws NotFound unless the asker may know of the entry at all
     * @throws Forbidden unless the asker changes it at once
     */
    void requireKeeper(Asker asker, Entry entry) {
        requireKnown(asker, entry);
        if (!keeps(asker, entry)) {
            throw new Forbidden();
        }
    }

    /** Whoever suggested an entry sees what became of it. */
    boolean mayKnow(Asker asker, EditorialState state, @Nullable UUID maker, @Nullable MemberId member) {
        return state == EditorialState.CONFIRMED
                || (state != EditorialState.ARCHIVED
                        && asker.person()
                                .filter(person -> person.value().equals(maker))
                                .isPresent())
                || isSteward(asker)
                || owns(asker, member);
    }
}
