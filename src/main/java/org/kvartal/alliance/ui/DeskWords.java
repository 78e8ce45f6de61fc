package org.kvartal.alliance.ui;

import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** The words of the directory for whoever looks, and what a screen needs of them beside. */
record DeskWords(Reader reader, Words said, Wording wording) implements Serializable {

    Asker asker() {
        return reader.asker();
    }

    Language language() {
        return reader.language();
    }

    /** By code, in their order. */
    Map<String, Sector> sectors() {
        return said.sectors();
    }

    /** By code, in the order of the reader's alphabet. */
    Map<String, Place> places() {
        return said.places();
    }

    String text(String key, @Nullable Object... arguments) {
        return said.text(key, arguments);
    }

    String text(Refused refused) {
        return said.messages().text(language(), refused);
    }

    /** The word for one of a few: {@code alliance.status.temporarily-closed}. */
    String word(String group, Enum<?> value) {
        return said.word(group, value);
    }

    String kind(EntryKind kind) {
        return said.kind(kind);
    }

    /** What stands before the other's name: "member of", "member". */
    String relation(RelationKind kind, boolean outward) {
        return said.relation(kind, outward);
    }

    String sector(String code) {
        return said.sector(code);
    }

    /** A place by its code, or a country by its capital letters. */
    String place(String code) {
        return said.place(code);
    }

    /** A language by its BCP 47 tag, as a word that can stand alone. */
    String languageName(String tag) {
        String name = said.languageName(tag);
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
        Span name = new Span(said.name(names));
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
        return said.day(day);
    }

    /** "since 2019", "2019 – 2023", "until 2023"; empty where nothing is known. */
    String span(@Nullable RoughDate since, @Nullable RoughDate until) {
        return said.span(since, until);
    }
}
