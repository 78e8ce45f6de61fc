package org.kvartal.alliance.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;

/** Reads what somebody wrote into an entry before it is kept: brings it into the house's form, and refuses what can't stand, beside its field. */
@Component
class EntryProofreader {

    private final Sectors sectors;
    private final Places places;
    private final Files files;
    private final House house;
    private final Clock clock;

    EntryProofreader(Sectors sectors, Places places, Files files, House house, Clock clock) {
        this.sectors = sectors;
        this.places = places;
        this.files = files;
        this.house = house;
        this.clock = clock;
    }

    /**
     * The content as it may be kept.
     *
     * @throws Refused at every field that can't stand
     */
    EntryContent read(EntryId entry, EntryKind kind, EntryContent typed) {
        EntryContent content = read(kind, typed);
        requirePicture(entry, content.picture());
        return content;
    }

    /**
     * The same, whoever the picture belongs to and whether it is still there.
     *
     * @throws Refused at every field that can't stand
     */
    EntryContent read(EntryKind kind, EntryContent typed) {
        if (!kind.profile().isInstance(typed.profile())) {
            throw new IllegalArgumentException("a " + kind + " has another profile");
        }
        Refusals wrong = new Refusals();
        EntryContent read = new EntryContent(
                wrong.of(typed.names(), () -> names(typed.names())),
                wrong.ofNullable(() ->
                        OptionalFields.paragraphs("description", typed.description(), EntryContent.DESCRIPTION_LENGTH)),
                typed.status(),
                wrong.of(List.of(), () -> sectors(typed.sectors())),
                wrong.of(List.of(), () -> languages(typed.languages())),
                wrong.of(List.of(), () -> places("areas", typed.areas())),
                wrong.of(
                        List.of(),
                        () -> LocationReader.read(
                                typed.locations(), codes -> places.find(codes).keySet())),
                wrong.of(List.of(), () -> contacts(typed.contacts())),
                wrong.ofNullable(() -> OptionalFields.webAddress("website", typed.website())),
                wrong.of(List.of(), () -> sameAs(typed.sameAs())),
                wrong.of(typed.profile(), () -> new ProfileReader(today()).read(typed.profile())),
                wrong.ofNullable(() -> picture(typed.picture())),
                typed.licence());
        wrong.finish();
        return read;
    }

    private static Names names(Names typed) {
        String own = OptionalFields.line("names.own", typed.own(), EntryContent.NAME_LENGTH);
        if (own == null || OptionalFields.invisible(own)) {
            throw Refused.at("names.own", "alliance.refused.name-missing");
        }
        Map<Language, String> translations = new EnumMap<>(Language.class);
        typed.translations().forEach((language, name) -> {
            String line = OptionalFields.line("names." + language.code(), name, EntryContent.NAME_LENGTH);
            if (line != null) {
                translations.put(language, line);
            }
        });
        Set<String> others = new LinkedHashSet<>();
        for (String name : OptionalFields.atMost("names.others", typed.others(), EntryContent.MOST_OF_A_KIND)) {
            String line = OptionalFields.line("names.others", name, EntryContent.NAME_LENGTH);
            if (line != null) {
                others.add(line);
            }
        }
        return new Names(own, language("names.ownLanguage", typed.ownLanguage()), translations, List.copyOf(others));
    }

    private static String language(String field, String typed) {
        try {
            String tag =
                    new Locale.Builder().setLanguageTag(typed.strip()).build().toLanguageTag();
            if (tag.length() <= 35) {
                return tag;
            }
        } catch (IllformedLocaleException _) {
            // refused below
        }
        throw Refused.at(field, "alliance.refused.language");
    }

    private static List<String> languages(List<String> typed) {
        return OptionalFields.atMost("languages", typed, EntryContent.MOST_CODES).stream()
                .map(tag -> language("languages", tag))
                .distinct()
                .toList();
    }

    private List<String> sectors(List<String> typed) {
        List<String> codes = OptionalFields.atMost("sectors", typed, EntryContent.MOST_CODES).stream()
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            Set<String> known = sectors.all().stream().map(Sector::code).collect(Collectors.toSet());
            requireKnown("sectors", codes, known);
        }
        return codes;
    }

    private List<String> places(String field, List<String> typed) {
        List<String> codes = OptionalFields.atMost(field, typed, EntryContent.MOST_CODES).stream()
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            requireKnown(field, codes, places.find(codes).keySet());
        }
        return codes;
    }

    private static void requireKnown(String field, Collection<String> codes, Set<String> known) {
        Set<String> unknown = new HashSet<>(codes);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Refused.at(
                    field, "alliance.refused.unknown-code", unknown.iterator().next());
        }
    }

    private List<Contact> contacts(List<Contact> typed) {
        List<Contact> contacts = new ArrayList<>();
        Refusals wrong = new Refusals();
        for (Contact contact : OptionalFields.atMost("contacts", typed, EntryContent.MOST_OF_A_KIND)) {
            String at = "contacts." + contacts.size();
            contacts.add(wrong.of(contact, () -> contact(at, contact)));
        }
        wrong.finish();
        return contacts;
    }

    private Contact contact(String at, Contact contact) {
        String person = OptionalFields.line(at + ".person", contact.person(), EntryContent.NAME_LENGTH);
        LocalizedText purpose = OptionalFields.line(at + ".purpose", contact.purpose(), EntryContent.TEXT_LENGTH);
        String email = OptionalFields.email(at + ".email", contact.email());
        String phone = OptionalFields.phone(at + ".phone", contact.phone());
        if (email == null && phone == null) {
            throw Refused.at(at + ".email", "alliance.refused.contact-missing");
        }
        LocalDate consented = person == null ? null : contact.consentedOn();
        if (consented != null && consented.isAfter(today())) {
            throw Refused.at(at + ".consentedOn", "alliance.refused.in-future");
        }
        return new Contact(person, purpose, email, phone, consented);
    }

    private static List<String> sameAs(List<String> typed) {
        Set<String> addresses = new LinkedHashSet<>();
        List<String> checked = OptionalFields.atMost("sameAs", typed, EntryContent.MOST_OF_A_KIND);
        Refusals wrong = new Refusals();
        for (int number = 0; number < checked.size(); number++) {
            String at = "sameAs." + number;
            String typedAddress = checked.get(number);
            String address = wrong.ofNullable(() -> OptionalFields.webAddress(at, typedAddress));
            if (address != null) {
                addresses.add(address);
            }
        }
        wrong.finish();
        return List.copyOf(addresses);
    }

    private static @Nullable Picture picture(@Nullable Picture typed) {
        return typed == null
                ? null
                : new Picture(
                        typed.file(),
                        OptionalFields.line("picture.text", typed.text(), EntryContent.TEXT_LENGTH),
                        OptionalFields.line("picture.credit", typed.credit(), EntryContent.NAME_LENGTH));
    }

    /** @throws Refused at {@code picture} unless it was put into this entry and is still there */
    void requirePicture(EntryId entry, @Nullable Picture picture) {
        FileOwner owner = EntryPictures.owner(entry);
        if (picture != null
                && files.find(picture.file())
                        .filter(file -> file.owner().equals(owner) && file.isPicture())
                        .isEmpty()) {
            throw Refused.at("picture", "alliance.refused.picture");
        }
    }

    private LocalDate today() {
        return house.day(clock.instant());
    }
}
