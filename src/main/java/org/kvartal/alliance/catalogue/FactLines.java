package org.kvartal.alliance.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.wording.OpeningHours;
import org.kvartal.alliance.wording.ProfileFacts;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.press.Cut;
import org.kvartal.press.Stretch;
import org.kvartal.press.Style;

/** The facts of an entry, one a paragraph: where it is and how it is reached without a label, everything else behind one. */
final class FactLines {

    private final Words words;
    private final Map<EntryId, Leaf> leaves;
    private final List<List<Stretch>> facts = new ArrayList<>();

    /** @param leaves the entries of the book, to which relations link */
    FactLines(Words words, Map<EntryId, Leaf> leaves) {
        this.words = words;
        this.leaves = leaves;
    }

    List<List<Stretch>> of(EntryDetail entry) {
        EntryContent content = entry.content();
        content.locations().forEach(location -> location(location, entry));
        content.contacts().forEach(this::contact);
        website(content);
        if (!content.sectors().isEmpty()) {
            labelled(
                    "alliance.entry.sectors",
                    joined(content.sectors().stream().map(words::sector).toList()));
        }
        profile(content);
        if (!content.languages().isEmpty()) {
            labelled(
                    "alliance.entry.languages",
                    joined(content.languages().stream().map(words::languageName).toList()));
        }
        if (!content.areas().isEmpty()) {
            labelled(
                    "alliance.entry.areas",
                    joined(content.areas().stream().map(words::place).toList()));
        }
        relations(entry.relations());
        return facts;
    }

    /** Short ones, that stand in a row. */
    private void profile(EntryContent content) {
        List<Stretch> line = new ArrayList<>();
        for (ProfileFacts fact : ProfileFacts.of(content.profile(), words)) {
            line.add(own((line.isEmpty() ? "" : " · ") + fact.label() + " ", Type.LABEL));
            line.add(new Stretch(fact.value(), Type.FACT, words.language().code(), fact.link()));
        }
        if (!line.isEmpty()) {
            facts.add(line);
        }
    }

    private void location(Location location, EntryDetail entry) {
        List<Stretch> line = new ArrayList<>();
        if (location.kind() == LocationKind.POSTAL) {
            line.add(own(words.text("alliance.location.postal") + " ", Type.LABEL));
        }
        LocalizedText name = location.name();
        if (name != null) {
            line.add(local(name, Type.FACT.in(Cut.SEMIBOLD), ", "));
        }
        LocalizedText address = location.address();
        // The city stands under the name already, unless the entry has several.
        String place =
                location.place() == null || location.place().equals(entry.card().place())
                        ? null
                        : words.placeAndCountry(location.place());
        if (address != null) {
            line.add(local(address, Type.FACT, place == null ? "" : ", "));
        }
        if (place != null) {
            line.add(own(place, Type.FACT));
        }
        if (location.url() != null) {
            line.add(web(location.url(), line.isEmpty() ? "" : " "));
        }
        if (line.size() > (location.kind() == LocationKind.POSTAL ? 1 : 0)) {
            facts.add(line);
        }
        hours(location);
        if (!location.access().isEmpty()) {
            labelled(
                    "alliance.entry.access",
                    joined(Arrays.stream(Access.values())
                            .filter(location.access()::contains)
                            .map(words::access)
                            .toList()));
        }
    }

    private void hours(Location location) {
        String week = OpeningHours.of(location.hours(), words.language()).stream()
                .map(line -> line.days() + " " + line.times())
                .collect(Collectors.joining("; "));
        List<Stretch> line = new ArrayList<>();
        if (!week.isEmpty()) {
            line.add(own(words.text("alliance.entry.hours") + " ", Type.LABEL));
            line.add(own(week, Type.FACT));
        }
        LocalizedText note = location.hoursNote();
        if (note != null) {
            if (line.isEmpty()) {
                line.add(own(words.text("alliance.entry.hours") + " ", Type.LABEL));
            } else {
                line.add(own("; ", Type.FACT));
            }
            line.add(local(note, Type.FACT, ""));
        }
        if (!line.isEmpty()) {
            facts.add(line);
        }
    }

    private void contact(Contact contact) {
        List<Stretch> line = new ArrayList<>();
        LocalizedText purpose = contact.purpose();
        if (purpose != null) {
            line.add(local(purpose, Type.LABEL, " "));
        }
        if (contact.person() != null) {
            line.add(own(contact.person(), Type.FACT.in(Cut.SEMIBOLD)));
        }
        if (contact.phone() != null) {
            line.add(own(separator(line, contact.person()) + contact.phone(), Type.FACT));
        }
        if (contact.email() != null) {
            String before = contact.phone() != null ? ", " : separator(line, contact.person());
            if (!before.isEmpty()) {
                line.add(own(before, Type.FACT));
            }
            line.add(new Stretch(contact.email(), Type.FACT, "en", "mailto:" + contact.email()));
        }
        if (!line.isEmpty()) {
            facts.add(line);
        }
    }

    private static String separator(List<Stretch> line, @Nullable String person) {
        return line.isEmpty() || person == null ? "" : ", ";
    }

    private void website(EntryContent content) {
        List<Stretch> line = new ArrayList<>();
        if (content.website() != null) {
            line.add(web(content.website(), ""));
        }
        for (String address : content.sameAs()) {
            line.add(web(address, line.isEmpty() ? "" : ", "));
        }
        if (!line.isEmpty()) {
            facts.add(line);
        }
    }

    /** Those that last, each kind in a paragraph. */
    private void relations(List<RelationLine> relations) {
        Map<String, List<RelationLine>> byKind = new LinkedHashMap<>();
        for (RelationLine line : relations) {
            if (!line.ended()) {
                String key = "alliance.relations." + Code.of(line.kind())
                        + (line.kind().mutual() || line.outward() ? "" : "-back");
                byKind.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
            }
        }
        byKind.forEach((key, lines) -> {
            List<Stretch> line = new ArrayList<>();
            line.add(own(words.text(key) + " ", Type.LABEL));
            for (RelationLine relation : lines) {
                if (line.size() > 1) {
                    line.add(own(", ", Type.FACT));
                }
                Leaf leaf = leaves.get(relation.other().id());
                line.add(new Stretch(
                        words.name(relation.other().names()),
                        Type.FACT,
                        relation.other().names().shownIn(words.language()),
                        leaf == null ? null : leaf.link()));
            }
            facts.add(line);
        });
    }

    private void labelled(String key, String value) {
        facts.add(List.of(own(words.text(key) + " ", Type.LABEL), own(value, Type.FACT)));
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }

    private Stretch web(String address, String before) {
        return new Stretch(before + words.address(address), Type.FACT, "en", address);
    }

    private Stretch own(String text, Style style) {
        return Stretch.of(text, style, words.language().code());
    }

    private Stretch local(LocalizedText text, Style style, String after) {
        return Stretch.of(
                text.in(words.language()) + after,
                style,
                text.shownIn(words.language()).code());
    }
}
