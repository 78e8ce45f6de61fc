package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PlainText;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;

/** What people write into cells for things that the house has a code for: either the code or a name, in any of its languages and any case. */
@Component
class ImportVocabulary {

    private static final Pattern LIST = Pattern.compile("[;,|\\n]");

    private final KeptPlaces places;
    private final KeptSectors sectors;
    private final ReaderLanguage languages;
    private final Messages messages;

    ImportVocabulary(KeptPlaces places, KeptSectors sectors, ReaderLanguage languages, Messages messages) {
        this.places = places;
        this.sectors = sectors;
        this.languages = languages;
        this.messages = messages;
    }

    /** The lists as they are now, and words for whoever reads the verdicts; a few queries for any number of rows. */
    Words now(Asker reader) {
        return new Words(places.all(Language.EN), sectors.all(), messages, languages.of(reader));
    }

    /** The lists, turned so that one finds by what was written. */
    static final class Words {

        private final Map<String, String> placeByName = new HashMap<>();
        private final Map<String, Place> placeByCode = new HashMap<>();
        private final Map<String, String> sectorByName = new HashMap<>();
        private final Map<String, Sector> sectorByCode = new HashMap<>();
        private final Map<String, MemberKind> kinds = new HashMap<>();
        private final Map<String, RepresentationKind> roles = new HashMap<>();
        private final Map<String, Language> languages = new HashMap<>();
        private final Messages messages;
        private final Language reader;

        private Words(List<Place> places, List<Sector> sectors, Messages messages, Language reader) {
            this.messages = messages;
            this.reader = reader;
            for (Place place : places) {
                placeByCode.put(place.code(), place);
                placeByName.put(place.code(), place.code());
                place.name().texts().values().forEach(name -> placeByName.put(Folding.folded(name), place.code()));
            }
            for (Sector sector : sectors) {
                sectorByCode.put(sector.code(), sector);
                sectorByName.put(sector.code(), sector.code());
                sector.name().texts().values().forEach(name -> sectorByName.put(Folding.folded(name), sector.code()));
            }
            for (MemberKind kind : MemberKind.values()) {
                if (kind.organisation()) {
                    name(kinds, kind, kind.name(), Keys.of(kind));
                }
            }
            for (RepresentationKind role : RepresentationKind.values()) {
                name(roles, role, role.name(), Keys.of(role));
            }
            for (Language language : Language.values()) {
                languages.put(language.code(), language);
                languages.put(Folding.folded(language.ownName()), language);
                for (Language in : Language.values()) {
                    languages.put(Folding.folded(language.locale().getDisplayLanguage(in.locale())), language);
                }
            }
        }

        private <T> void name(Map<String, T> names, T thing, String code, String key) {
            names.put(code.toLowerCase(Locale.ROOT), thing);
            for (Language language : Language.values()) {
                names.put(Folding.folded(messages.text(language, key)), thing);
            }
        }

        /** The code of a city of the list; null where it has none, and the words count. */
        @Nullable String place(String cell) {
            return find(placeByName, cell).orElse(null);
        }

        Optional<Place> placeOf(@Nullable String code) {
            return Optional.ofNullable(code).map(placeByCode::get);
        }

        /** What stands in a cell that may hold several, each a code; what the list does not have goes to {@code unknown}. */
        List<String> sectors(String cell, List<String> unknown) {
            Set<String> found = new LinkedHashSet<>();
            for (String part : LIST.split(cell)) {
                String word = PlainText.line(part);
                if (!word.isEmpty()) {
                    find(sectorByName, word).ifPresentOrElse(found::add, () -> unknown.add(word));
                }
            }
            return new ArrayList<>(found);
        }

        Set<String> sectorCodes() {
            return sectorByCode.keySet();
        }

        Set<String> placeCodes() {
            return placeByCode.keySet();
        }

        Optional<MemberKind> kind(String cell) {
            return find(kinds, cell);
        }

        Optional<RepresentationKind> role(String cell) {
            return find(roles, cell);
        }

        Optional<Language> language(String cell) {
            return find(languages, cell);
        }

        private static <T> Optional<T> find(Map<String, T> names, String cell) {
            T exact = names.get(PlainText.line(cell).toLowerCase(Locale.ROOT));
            return Optional.ofNullable(exact != null ? exact : names.get(Folding.folded(cell)));
        }

        /** The language of whoever reads the verdicts. */
        Language reader() {
            return reader;
        }

        String word(MemberKind kind) {
            return messages.text(reader, Keys.of(kind));
        }

        String word(RepresentationKind role) {
            return messages.text(reader, Keys.of(role));
        }

        String text(String key) {
            return messages.text(reader, key);
        }

        String city(@Nullable String place, String city) {
            return placeOf(place).map(one -> one.name().in(reader)).orElse(city);
        }

        String sectors(List<String> codes) {
            return String.join(
                    ", ",
                    codes.stream()
                            .map(code -> {
                                Sector sector = sectorByCode.get(code);
                                return sector == null ? code : sector.name().in(reader);
                            })
                            .toList());
        }
    }
}
