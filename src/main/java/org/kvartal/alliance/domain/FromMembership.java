package org.kvartal.alliance.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateEnded;
import org.kvartal.membership.MandateGiven;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.MemberAdmitted;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberLeft;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.Particulars;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears who comes and goes. An organisation that was admitted gets an entry that waits for its representative, made from what membership knows; one
 * that left keeps its entry and loses its badge. Facts may come twice and in any order, so what counts is what membership says now.
 */
@Component
class FromMembership {

    private static final Asker HOUSE = Asker.house("alliance");

    private final EntryRepository entries;
    private final EntryLedger ledger;
    private final EntryWriting writing;
    private final EntryProofreader proofreader;
    private final EntryAddresses addresses;
    private final Members members;
    private final Sectors sectors;
    private final Places places;
    private final EntryErrands errands;
    private final EntryStanding standing;
    private final EntryKeepers keepers;

    FromMembership(
            EntryRepository entries,
            EntryLedger ledger,
            EntryWriting writing,
            EntryProofreader proofreader,
            EntryAddresses addresses,
            Members members,
            Sectors sectors,
            Places places,
            EntryErrands errands,
            EntryStanding standing,
            EntryKeepers keepers) {
        this.entries = entries;
        this.ledger = ledger;
        this.writing = writing;
        this.proofreader = proofreader;
        this.addresses = addresses;
        this.members = members;
        this.sectors = sectors;
        this.places = places;
        this.errands = errands;
        this.standing = standing;
        this.keepers = keepers;
    }

    @ApplicationModuleListener(id = "alliance.draft-of-member")
    void on(MemberAdmitted admitted) {
        if (!admitted.kind().organisation()) {
            return;
        }
        ledger.lock();
        Optional<Entry> known = entries.findByMember(admitted.member().value());
        if (known.isPresent()) {
            badge(known.get());
            return;
        }
        Particulars particulars = members.particulars(Set.of(admitted.member())).get(admitted.member());
        if (particulars != null) {
            draft(particulars);
        }
    }

    @ApplicationModuleListener(id = "alliance.badge-of-member")
    void on(MemberLeft left) {
        if (!ledger.isThereFor(left.member())) {
            return;
        }
        ledger.lock();
        entries.findByMember(left.member().value()).ifPresent(entry -> {
            // Admitted by mistake and taken back, as by the undo of an import: nothing of it shall wait here.
            if (entry.untouchedDraft() && members.find(HOUSE, left.member()).isEmpty()) {
                standing.forget(entry);
            } else {
                badge(entry);
            }
        });
    }

    /** Whoever begins to answer for an organisation finds its entry waiting, and all that waited for the office because nobody owned it. */
    @ApplicationModuleListener(id = "alliance.draft-of-representative")
    void on(MandateGiven given) {
        if (!ledger.isThereFor(given.association())) {
            return;
        }
        ledger.lock();
        Entry entry = entries.findByMember(given.association().value()).orElse(null);
        if (entry == null) {
            return;
        }
        if (keepers.ownership(given.association()).stream().map(MandateLine::id).anyMatch(given.mandate()::equals)) {
            standing.handOver(entry);
        }
        if (entry.state() == EditorialState.SUGGESTED && standing.current(given.association())) {
            errands.waitsFor(entry, given.person());
        }
    }

    /** What waited for the last owner of an entry waits for the office. */
    @ApplicationModuleListener(id = "alliance.left-by-representative")
    void on(MandateEnded ended) {
        if (!ledger.isThereFor(ended.association())) {
            return;
        }
        ledger.lock();
        entries.findByMember(ended.association().value())
                .filter(_ -> keepers.ownership(ended.association()).isEmpty())
                .ifPresent(standing::handOver);
    }

    private void badge(Entry entry) {
        MemberId member = entry.member();
        boolean current = member != null && members.current(Set.of(member)).contains(member);
        if (entry.memberCurrent() != current) {
            entry.standFor(member, current);
            writing.keep(entry, entry.isPublic());
        }
    }

    private void draft(Particulars particulars) {
        EntryId id = EntryId.next();
        EntryKind kind = kind(particulars.card());
        EntryContent content = proofreader.read(id, kind, content(kind, particulars));
        String slug = addresses.free(content.names(), kind);
        Entry entry = Entry.suggest(id, kind, slug, content, writing.index(content), null, writing.now());
        entry.standFor(particulars.card().id(), particulars.current());
        writing.open(entry);
        writing.record(HOUSE, "alliance.entry-made", entry, true);
        errands.waits(entry);
    }

    private static EntryKind kind(MemberCard card) {
        return switch (card.kind()) {
            case AUTHORITY -> EntryKind.AUTHORITY;
            case AGENCY -> EntryKind.AGENCY;
            case ASSOCIATION, PERSON -> EntryKind.ASSOCIATION;
        };
    }

    /** What membership checked by rules of its own may not fit here: that is left out, since nobody is there to mend it. */
    private EntryContent content(EntryKind kind, Particulars particulars) {
        MemberCard card = particulars.card();
        EntryContent content = EntryContent.of(kind, names(particulars))
                .withDescription(shortened(particulars.about()))
                .withSectors(known(card.sectors()))
                .withWebsite(website(particulars.website()))
                .withProfile(
                        kind == EntryKind.ASSOCIATION
                                ? new EntryProfile.Collective(founded(particulars.founded()), particulars.size())
                                : new EntryProfile.Office(founded(particulars.founded())));
        Location location = location(particulars);
        return location == null ? content : content.withLocations(List.of(location));
    }

    private Names names(Particulars particulars) {
        LocalizedText name = shortened(particulars.card().name(), EntryContent.NAME_LENGTH);
        String own = cut(PlainText.line(particulars.ownName()), EntryContent.NAME_LENGTH);
        return own.isEmpty()
                ? Names.of(name)
                : new Names(own, NameLanguage.of(own, country(particulars), name.source()), name.texts(), List.of());
    }

    private @Nullable String country(Particulars particulars) {
        String city = particulars.card().city();
        return city == null ? null : places.find(city).map(Place::country).orElse(null);
    }

    private @Nullable Location location(Particulars particulars) {
        String city = particulars.card().city();
        if (city != null && places.find(city).isPresent()) {
            return Location.in(city);
        }
        String text = cut(PlainText.line(particulars.cityText()), EntryContent.TEXT_LENGTH);
        return text.isEmpty()
                ? null
                : new Location(
                        LocationKind.PHYSICAL,
                        null,
                        null,
                        LocalizedText.of(particulars.card().name().source(), text),
                        null,
                        null,
                        Set.of(),
                        List.of(),
                        null);
    }

    private List<String> known(List<String> codes) {
        Set<String> known = sectors.all().stream().map(Sector::code).collect(Collectors.toSet());
        return codes.stream().filter(known::contains).toList();
    }

    private static @Nullable String website(String typed) {
        try {
            return OptionalFields.webAddress("website", typed);
        } catch (Refused _) {
            return null;
        }
    }

    private @Nullable Integer founded(@Nullable Integer year) {
        return year != null && new ProfileReader(writing.today()).isYear(year) ? year : null;
    }

    private static @Nullable LocalizedText shortened(@Nullable LocalizedText text) {
        return text == null ? null : shortened(text, EntryContent.DESCRIPTION_LENGTH);
    }

    private static LocalizedText shortened(LocalizedText text, int most) {
        return new LocalizedText(
                text.source(),
                text.texts().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, wording -> cut(wording.getValue(), most))));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        return text.substring(0, end > most / 2 ? end : most - 1).strip() + "…";
    }
}
