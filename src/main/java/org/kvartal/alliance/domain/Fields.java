package org.kvartal.alliance.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryDesk.Clash;
import org.kvartal.alliance.EntryDesk.FieldDifference;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** A content taken apart into the fields of which histories tell, compared and put together again. */
final class Fields {

    /** Fields that begin so are for those who keep the entry. */
    static final String CONTACTS = "contacts";

    private static final String PICTURE = "picture";

    private Fields() {}

    /** What differs, in the order of the form. */
    static List<FieldDifference> between(EntryContent before, EntryContent after) {
        Map<String, String> was = worded(before);
        Map<String, String> is = worded(after);
        SequencedMap<String, String> all = new LinkedHashMap<>(was);
        is.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .map(field -> new FieldDifference(field, was.getOrDefault(field, ""), is.getOrDefault(field, "")))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    /** What anybody may see of a content. */
    static EntryContent open(EntryContent content) {
        return content.contacts().stream().allMatch(Contact::open)
                ? content
                : content.withContacts(
                        content.contacts().stream().filter(Contact::open).toList());
    }

    /** A wish, made while {@code base} was seen, in what stands there now: what the wish does not touch stays, and so does what its author did not see. */
    static EntryContent merged(EntryContent base, EntryContent wish, EntryContent now) {
        return merged(base, wish, now, Set.of());
    }

    /** @param theirs fields that were changed on both sides and stay as they are now */
    static EntryContent merged(EntryContent base, EntryContent wish, EntryContent now, Set<String> theirs) {
        return new Merging(base, wish, now, theirs).content();
    }

    /** What was changed on both sides, in two ways. */
    static List<Clash> clashes(EntryContent base, EntryContent mine, EntryContent theirs) {
        Map<String, String> was = worded(base);
        Map<String, String> here = worded(mine);
        Map<String, String> there = worded(theirs);
        SequencedMap<String, String> all = new LinkedHashMap<>(here);
        there.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .map(field -> new Clash(field, here.getOrDefault(field, ""), there.getOrDefault(field, "")))
                .filter(clash -> !clash.mine().equals(clash.theirs())
                        && !clash.mine().equals(was.getOrDefault(clash.field(), ""))
                        && !clash.theirs().equals(was.getOrDefault(clash.field(), "")))
                // Where the pictures themselves differ, what is said of them goes with them.
                .filter(clash -> !clash.field().startsWith(PICTURE + ".")
                        || here.getOrDefault(PICTURE, "").equals(there.getOrDefault(PICTURE, "")))
                .toList();
    }

    private static Map<String, String> worded(EntryContent content) {
        Map<String, String> fields = new LinkedHashMap<>();
        BiConsumer<String, @Nullable Object> add = (field, value) -> {
            fields.put(field, value == null ? "" : value.toString());
        };
        add.accept("names.own", content.names().own());
        add.accept("names.ownLanguage", content.names().ownLanguage());
        for (Language language : Language.values()) {
            add.accept(
                    "names." + language.code(), content.names().translations().get(language));
        }
        add.accept("names.others", lines(content.names().others().stream()));
        LocalizedText description = content.description();
        for (Language language : Language.values()) {
            add.accept(
                    "description." + language.code(),
                    description == null ? null : description.texts().get(language));
        }
        add.accept("status", content.status());
        add.accept("sectors", String.join(", ", content.sectors()));
        add.accept("languages", String.join(", ", content.languages()));
        add.accept("areas", String.join(", ", content.areas()));
        add.accept("locations", lines(content.locations().stream().map(Fields::line)));
        add.accept(CONTACTS, lines(content.contacts().stream().map(Fields::line)));
        add.accept("website", content.website());
        add.accept("sameAs", lines(content.sameAs().stream()));
        profile(content.profile(), (field, value) -> add.accept("profile." + field, value));
        var picture = content.picture();
        add.accept(PICTURE, picture == null ? null : picture.file());
        add.accept(PICTURE + ".text", picture == null ? null : words(picture.text()));
        add.accept(PICTURE + ".credit", picture == null ? null : picture.credit());
        add.accept("licence", content.licence());
        return fields;
    }

    private static void profile(EntryProfile profile, BiConsumer<String, @Nullable Object> add) {
        switch (profile) {
            case EntryProfile.Collective(Integer founded, Integer members) -> {
                add.accept("founded", founded);
                add.accept("members", members);
            }
            case EntryProfile.Premises(Integer founded, Integer capacity, Integer floorArea) -> {
                add.accept("founded", founded);
                add.accept("capacity", capacity);
                add.accept("floorArea", floorArea);
            }
            case EntryProfile.Territory(Integer population) -> add.accept("population", population);
            case EntryProfile.Studies(Integer founded, Integer students) -> {
                add.accept("founded", founded);
                add.accept("students", students);
            }
            case EntryProfile.Business(Integer founded, Integer staff) -> {
                add.accept("founded", founded);
                add.accept("staff", staff);
            }
            case EntryProfile.Funder(Integer founded, String calls) -> {
                add.accept("founded", founded);
                add.accept("calls", calls);
            }
            case EntryProfile.Office(Integer founded) -> add.accept("founded", founded);
            case EntryProfile.Publication(Integer founded, String issn) -> {
                add.accept("founded", founded);
                add.accept("issn", issn);
            }
        }
    }

    private static String line(Location location) {
        List<String> parts = new ArrayList<>();
        parts.add(location.kind().name());
        add(parts, words(location.name()));
        add(parts, location.place());
        add(parts, words(location.address()));
        if (location.coordinates() != null) {
            add(
                    parts,
                    location.coordinates().latitude() + ", "
                            + location.coordinates().longitude());
        }
        add(parts, location.url());
        add(parts, new TreeSet<>(location.access()).stream().map(Enum::name).collect(Collectors.joining(", ")));
        add(parts, location.hours().stream().map(Fields::line).collect(Collectors.joining(", ")));
        add(parts, words(location.hoursNote()));
        return String.join(" · ", parts);
    }

    private static String line(OpeningSpan span) {
        return span.day() + " " + span.from() + "–" + span.until();
    }

    private static String line(Contact contact) {
        List<String> parts = new ArrayList<>();
        add(parts, contact.person());
        add(parts, words(contact.purpose()));
        add(parts, contact.email());
        add(parts, contact.phone());
        add(parts, contact.consentedOn() == null ? null : contact.consentedOn().toString());
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null && !part.isEmpty()) {
            parts.add(part);
        }
    }

    private static @Nullable String words(@Nullable LocalizedText text) {
        return text == null
                ? null
                : new EnumMap<>(text.texts())
                        .entrySet().stream()
                                .map(wording -> wording.getKey().code() + ": " + wording.getValue())
                                .collect(Collectors.joining("; "));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
