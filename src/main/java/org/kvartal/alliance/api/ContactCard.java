package org.kvartal.alliance.api;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Categories;
import ezvcard.property.FormattedName;
import ezvcard.property.Geo;
import ezvcard.property.Kind;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import ezvcard.util.GeoUri;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * An entry as a card for an address book: what its page shows, in the reader's language first. Wordings of one thing in several languages
 * share an {@code ALTID}, so that an address book shows one of them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350#section-5.4">RFC 6350, ALTID</a>
 */
record ContactCard(EntryDetail entry, Words words, EntryTelling telling) {

    private static final String SAME = "1";

    /** By these two, known to the address books of several makers, something is labelled and an organisation told from a person. */
    private static final String LABEL = "X-ABLABEL";

    private static final String SHOWN_AS = "X-ABSHOWAS";

    VCard card() {
        EntryContent content = entry.content();
        VCard card = new VCard(VCardVersion.V4_0);
        card.setUid(new Uid("urn:uuid:" + entry.card().id()));
        card.setRevision(entry.card().changedAt());
        boolean place = entry.card().kind().territory();
        card.setKind(place ? Kind.location() : Kind.org());
        names(card, content.names(), place);
        note(card, content.description());
        List<Location> visited = content.locations().stream()
                .filter(location -> location.kind() != LocationKind.VIRTUAL)
                .toList();
        visited.forEach(location -> address(card, location));
        Coordinates point = entry.card().coordinates();
        if (point != null) {
            card.addGeo(new Geo(point.latitude(), point.longitude()));
        }
        contacts(card, content.contacts());
        addresses(content).forEach(address -> card.addUrl(Texts.uri(address)));
        if (!content.sectors().isEmpty()) {
            Categories categories = new Categories();
            content.sectors().forEach(sector -> categories.getValues().add(words.sector(sector)));
            card.addCategories(categories);
        }
        content.languages().forEach(card::addLanguage);
        return card;
    }

    private void names(VCard card, Names names, boolean place) {
        SequencedMap<String, String> byLanguage = new LinkedHashMap<>();
        byLanguage.put(names.shownIn(words.language()), words.name(names));
        byLanguage.putIfAbsent(names.ownLanguage(), names.own());
        for (Language language : Language.values()) {
            String name = names.translations().get(language);
            if (name != null) {
                byLanguage.putIfAbsent(language.code(), name);
            }
        }
        byLanguage.forEach((language, name) -> {
            FormattedName formatted = new FormattedName(name);
            formatted.setLanguage(language);
            formatted.setAltId(SAME);
            card.addFormattedName(formatted);
            if (!place) {
                Organization organization = new Organization();
                organization.getValues().add(name);
                organization.setLanguage(language);
                organization.setAltId(SAME);
                card.addOrganization(organization);
            }
        });
        if (!place) {
            card.addExtendedProperty(SHOWN_AS, "COMPANY");
        }
        Set<String> others = new LinkedHashSet<>(names.others());
        Stream.ofNullable(entry.latin()).forEach(others::add);
        // Official in a language that has another name too: no name is lost.
        others.add(names.own());
        others.removeAll(byLanguage.values());
        if (!others.isEmpty()) {
            Nickname nickname = new Nickname();
            nickname.getValues().addAll(others);
            card.addNickname(nickname);
        }
    }

    private void note(VCard card, @Nullable LocalizedText description) {
        if (description == null) {
            return;
        }
        Language first = description.shownIn(words.language());
        Set<Language> languages = new LinkedHashSet<>(List.of(first));
        Stream.of(Language.values()).filter(description.texts()::containsKey).forEach(languages::add);
        for (Language language : languages) {
            Note note = new Note(description.in(language));
            note.setLanguage(language.code());
            note.setAltId(SAME);
            card.addNote(note);
        }
    }

    private void address(VCard card, Location location) {
        String code = location.place();
        LocalizedText street = location.address();
        if (code == null && street == null) {
            return;
        }
        Address address = new Address();
        address.getTypes().add(AddressType.WORK);
        if (street != null) {
            address.setStreetAddress(street.in(words.language()));
        }
        if (code != null) {
            String country = words.countryOf(code);
            address.setLocality(words.place(code));
            address.setCountry(country == null ? null : words.place(country));
        }
        address.setLanguage(words.language().code());
        Coordinates point = location.coordinates();
        if (point != null && location.kind() == LocationKind.PHYSICAL) {
            address.setGeo(new GeoUri.Builder(point.latitude(), point.longitude()).build());
        }
        card.addAddress(address);
    }

    private void contacts(VCard card, List<Contact> contacts) {
        int number = 0;
        for (Contact contact : contacts.stream().filter(Contact::open).toList()) {
            List<VCardProperty> ways = new ArrayList<>();
            if (contact.email() != null) {
                ways.add(card.addEmail(contact.email(), EmailType.WORK));
            }
            if (contact.phone() != null) {
                ways.add(card.addTelephoneNumber(contact.phone(), TelephoneType.WORK, TelephoneType.VOICE));
            }
            String label = label(contact);
            if (!label.isEmpty()) {
                for (VCardProperty way : ways) {
                    String group = "item" + ++number;
                    way.setGroup(group);
                    RawProperty said = card.addExtendedProperty(LABEL, label);
                    said.setGroup(group);
                }
            }
        }
    }

    /** Whose it is and what for, as far as that is known. */
    private String label(Contact contact) {
        LocalizedText purpose = contact.purpose();
        return Stream.of(contact.person(), purpose == null ? null : purpose.in(words.language()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** Its own first, and its page here, so that a card leads to what is known now. */
    private Set<String> addresses(EntryContent content) {
        Set<String> addresses = new LinkedHashSet<>();
        Stream.ofNullable(content.website()).forEach(addresses::add);
        addresses.addAll(content.sameAs());
        content.locations().stream()
                .filter(location -> location.kind() == LocationKind.VIRTUAL)
                .flatMap(location -> Stream.ofNullable(location.url()))
                .forEach(addresses::add);
        addresses.add(telling.page(entry));
        return addresses;
    }
}
