package org.kvartal.missions.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.missions.Party;
import org.springframework.stereotype.Component;

/** Who parties are: how they are called, and who speaks for them. */
@Component
class Parties {

    private static final LocalizedText NOBODY = LocalizedText.of(Language.EN, "—");

    private final Members members;
    private final Directory directory;
    private final Mandates mandates;

    Parties(Members members, Directory directory, Mandates mandates) {
        this.members = members;
        this.directory = directory;
        this.mandates = mandates;
    }

    /** @throws Refused at that field if there is none such that the asker may know of */
    void requireKnown(Asker by, String field, Party party) {
        boolean known = switch (party) {
            case Party.OfMember(MemberId member) -> members.find(by, member).isPresent();
            case Party.OfEntry(EntryId entry) ->
                !directory.cards(List.of(entry)).isEmpty();
            case Party.Named _ -> true;
        };
        if (!known) {
            throw Refused.at(field, "missions.refused.party");
        }
    }

    /** Whether the asker speaks for it: by a mandate, or being the member themselves. */
    boolean speaks(Asker by, @Nullable Party party) {
        return party instanceof Party.OfMember(MemberId member) && spoken(by).contains(member);
    }

    /** The members for whom the asker speaks now; none for guests and for the house. */
    Set<MemberId> spoken(Asker by) {
        return by.person()
                .map(person -> {
                    Set<MemberId> all =
                            mandates.of(person).stream().map(MemberCard::id).collect(Collectors.toSet());
                    members.ofPerson(by, person).map(MemberCard::id).ifPresent(all::add);
                    return all;
                })
                .orElse(Set.of());
    }

    /** The same for a query. */
    UUID[] spokenIds(Asker by) {
        return spoken(by).stream().map(MemberId::value).toArray(UUID[]::new);
    }

    /** Who is told what concerns it: the primary representatives, or the member themselves; nobody for what does not belong to the house. */
    Set<PersonId> told(@Nullable Party party) {
        if (!(party instanceof Party.OfMember(MemberId member))) {
            return Set.of();
        }
        PersonId person =
                members.find(MissionTrail.HOUSE, member).map(MemberCard::person).orElse(null);
        return person != null
                ? Set.of(person)
                : mandates.primaries(List.of(member)).getOrDefault(member, Set.of());
    }

    /** How they are called, in two queries at most. */
    Map<Party, LocalizedText> names(Collection<? extends Party> parties) {
        Map<Party, LocalizedText> names = new HashMap<>();
        List<MemberId> ofHouse = new ArrayList<>();
        List<EntryId> ofDirectory = new ArrayList<>();
        for (Party party : Set.copyOf(parties)) {
            switch (party) {
                case Party.OfMember(MemberId member) -> ofHouse.add(member);
                case Party.OfEntry(EntryId entry) -> ofDirectory.add(entry);
                case Party.Named(String name) -> names.put(party, LocalizedText.of(Language.EN, name));
            }
        }
        if (!ofHouse.isEmpty()) {
            members.cards(MissionTrail.HOUSE, ofHouse)
                    .forEach((id, card) -> names.put(new Party.OfMember(id), card.name()));
        }
        if (!ofDirectory.isEmpty()) {
            directory.cards(ofDirectory).forEach((id, card) -> names.put(new Party.OfEntry(id), name(card.names())));
        }
        return names;
    }

    static LocalizedText in(Map<Party, LocalizedText> names, @Nullable Party party) {
        return party == null ? NOBODY : names.getOrDefault(party, NOBODY);
    }

    private static LocalizedText name(Names names) {
        Language own = Language.of(names.ownLanguage()).orElse(Language.EN);
        Map<Language, String> texts = new EnumMap<>(Language.class);
        texts.put(own, names.own());
        texts.putAll(names.translations());
        return new LocalizedText(own, texts);
    }
}
