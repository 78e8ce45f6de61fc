package org.kvartal.alliance.ui;

import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/**
 * Says codes, kinds and dates in the language of whoever looks.
 *
 * @param sectors by code, in their order
 * @param places by code, in the order of the reader's alphabet
 */
record DeskWords(
        Reader reader,
        Messages messages,
        Wording wording,
        SequencedMap<String, Sector> sectors,
        SequencedMap<String, Place> places)
        implements Serializable {

    static DeskWords of(Reader reader, Messages messages, Wording wording, List<Sector> sectors, List<Place> places) {
        SequencedMap<String, Sector> sectorsByCode = new LinkedHashMap<>();
        sectors.forEach(sector -> sectorsByCode.put(sector.code(), sector));
        SequencedMap<String, Place> placesByCode = new LinkedHashMap<>();
        places.forEach(place -> placesByCode.put(place.code(), place));
        return new DeskWords(reader, messages, wording, sectorsByCode, placesByCode);
    }

    Asker asker() {
        return reader.asker();
    }

    Language language() {
        return reader.language();
    }

    String text(String key, @Nullable Object... arguments) {
        return messages.text(language(), key, arguments);
    }

    String text(Refused refused) {
        return messages.text(language(), refused);
    }

    /** The word for one of a few: {@code alliance.status.temporarily-closed}. */
    String word(String group, Enum<?> value) {
        return text("alliance." + group + "." + Code.of(value));
    }

    String kind(EntryKind kind) {
        return word("kind", kind);
    }

    /** What stands before the other's name: "member of", "member". */
    String relation(RelationKind kind, boolean outward) {
        return word("relation", kind, outward);
    }

    private String word(String group, RelationKind kind, boolean outward) {
        return text("alliance." + group + "." + Code.of(kind) + (kind.mutual() || outward ? "" : "-back"));
    }

    String sector(String code) {
        Sector sector = sectors.get(code);
        return sector == null ? code : sector.name().in(language());
    }

    String place(String code) {
        Place place = places.get(code);
        return place == null ? code : place.name().in(language());
    }

    /** A language by its BCP 47 tag, as a word that can stand alone. */
    String languageName(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(language().locale());
        return name.isEmpty()
                ? tag
                : name.substring(0, 1).toUpperCase(language().locale()) + name.substring(1);
    }

    /** The tags of all languages with two letters, in the order of the reader's alphabet. */
    List<String> languages() {
        Collator alphabet = Collator.getInstance(language().locale());
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> tag.length() == 2)
                .forEach(tag -> names.put(tag, languageName(tag)));
        return names.entrySet().stream()
                .sorted((one, other) -> alphabet.compare(one.getValue(), other.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A name in the reader's language or its own, marked as what it is. */
    Span name(Names names) {
        Span name = new Span(names.in(language()));
        name.getElement().setAttribute("lang", names.shownIn(language()));
        return name;
    }

    StatusBadge state(EditorialState state) {
        Status status = switch (state) {
            case SUGGESTED -> Status.WAITING;
            case CONFIRMED -> Status.DONE;
            case ARCHIVED -> Status.PLAIN;
            case REJECTED -> Status.LATE;
        };
        return new StatusBadge(status, word("state", state));
    }

    RelativeTime time(Instant moment) {
        return new RelativeTime(moment, wording, reader);
    }

    String day(LocalDate day) {
        return wording.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), language(), ZoneOffset.UTC);
    }

    String date(RoughDate date) {
        return date.day() != null ? day(date.first()) : date.toString();
    }

    /** "since 2019", "2019 – 2023", "until 2023"; empty where nothing is known. */
    String span(@Nullable RoughDate since, @Nullable RoughDate until) {
        if (since == null) {
            return until == null ? "" : text("alliance.span-until", date(until));
        }
        return until == null
                ? text("alliance.span-since", date(since))
                : text("alliance.span", date(since), date(until));
    }
}
