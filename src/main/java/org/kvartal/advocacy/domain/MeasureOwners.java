package org.kvartal.advocacy.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.stereotype.Component;

/** Who keeps a measure: whoever speaks for the owner, if it belongs to the house; else the office on its behalf. */
@Component
class MeasureOwners {

    private final Mandates mandates;
    private final DecidingVoices voices;
    private final Members members;
    private final Directory directory;
    private final Permissions permissions;

    MeasureOwners(
            Mandates mandates, DecidingVoices voices, Members members, Directory directory, Permissions permissions) {
        this.mandates = mandates;
        this.voices = voices;
        this.members = members;
        this.directory = directory;
        this.permissions = permissions;
    }

    /** @throws Refused at {@code owner} if there is none such */
    void requireKnown(Asker by, Owner owner) {
        boolean known = switch (owner) {
            case Owner.OfMember(MemberId member) ->
                members.find(by, member)
                        .filter(card -> card.kind().organisation())
                        .isPresent();
            case Owner.OfEntry(EntryId entry) ->
                !directory.cards(List.of(entry)).isEmpty();
        };
        if (!known) {
            throw Refused.at("owner", "advocacy.refused.owner");
        }
    }

    /** Whether the asker has any mandate of the owner: that is enough to be no stranger to it. */
    private boolean belongs(Asker by, @Nullable MemberId owner) {
        return owner != null
                && by.person().stream()
                        .flatMap(person -> mandates.of(person).stream())
                        .anyMatch(card -> card.id().equals(owner));
    }

    /** Whether the asker decides for it, as whoever endorses in its name does. */
    boolean speaks(Asker by, @Nullable MemberId organisation) {
        return voices.has(by, organisation);
    }

    /** The organisations for which the asker may keep measures. */
    List<MemberCard> mine(Asker by) {
        return voices.of(by);
    }

    /** Whether the asker has nothing to do with the owner. */
    boolean stranger(Asker by, @Nullable MemberId owner) {
        return !belongs(by, owner);
    }

    boolean keeps(Asker by, @Nullable MemberId owner) {
        return !(by instanceof Asker.Guest)
                && (permissions.has(by, AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM) || speaks(by, owner));
    }

    /** @throws Forbidden unless the asker keeps it */
    void requireKeeper(Asker by, @Nullable MemberId owner) {
        if (!keeps(by, owner)) {
            throw new Forbidden();
        }
    }

    /** Whether the asker may say whether it was done: the office, or whoever speaks for the association that was asked to. */
    boolean verifies(Asker by, @Nullable MemberId verifier) {
        return !(by instanceof Asker.Guest)
                && (permissions.has(by, AdvocacyRights.VERIFY, Scope.PLATFORM) || speaks(by, verifier));
    }

    /**
     * Four eyes: who speaks for the owner does not say whether it was done, nor who says it.
     *
     * @throws Refused if they do
     */
    void requireStranger(Asker by, @Nullable MemberId owner) {
        if (!stranger(by, owner)) {
            throw Refused.because("advocacy.refused.own-measure");
        }
    }

    /** @throws Refused at {@code verifier} if it is no organisation of the house */
    void requireVerifier(Asker by, MemberId association) {
        boolean belongs = members.find(by, association)
                        .filter(card -> card.kind().organisation())
                        .isPresent()
                && !members.current(List.of(association)).isEmpty();
        if (!belongs) {
            throw Refused.at("verifier", "advocacy.refused.verifier");
        }
    }

    /** Who is asked to look at what was reported, in the name of that association. */
    Set<PersonId> asked(MemberId verifier) {
        return mandates.primaries(List.of(verifier)).getOrDefault(verifier, Set.of());
    }

    /** Who is reminded of a report: the primary representatives, or the office where the owner has none. */
    Set<PersonId> reminded(@Nullable MemberId owner) {
        Set<PersonId> primaries =
                owner == null ? Set.of() : mandates.primaries(List.of(owner)).getOrDefault(owner, Set.of());
        return primaries.isEmpty() ? permissions.holders(AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM) : primaries;
    }
}
