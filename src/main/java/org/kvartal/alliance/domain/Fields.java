package org.kvartal.alliance.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryDesk.FieldDifference;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** A content taken apart into the fields of which histories tell, compared and put together again. */
final class Fields {

    /** Fields that begin so are for those who keep the entry. */
    static final String CONTACTS = "contacts";

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
        return new EntryContent(
                names(base.names(), wish.names(), now.names()),
                text(base.description(), wish.description(), now.description()),
                pick(base, wish, now, EntryContent::status),
                pick(base, wish, now, EntryContent::sectors),
                pick(base, wish, now, EntryContent::languages),
                pick(base, wish, now, EntryContent::areas),
                pick(base, wish, now, EntryContent::locations),
                contacts(base, wish, now),
                pickOrNull(base.website(), wish.website(), now.website()),
                pick(base, wish, now, EntryContent::sameAs),
                pick(base, wish, now, EntryContent::profile),
                pickOrNull(base.picture(), wish.picture(), now.picture()),
                pick(base, wish, now, EntryContent::licence));
    }

    private static List<Contact> contacts(EntryContent base, EntryContent wish, EntryContent now) {
        if (wish.contacts().equals(base.contacts())) {
            return now.contacts();
        }
        Stream<Contact> unseen = now.contacts().stream()
                .filter(contact -> !contact.open() && !base.contacts().contains(contact));
        return Stream.concat(wish.contacts().stream(), unseen).toList();
    }

    private static <T> T pick(EntryContent base, EntryContent wish, EntryContent now, Function<EntryContent, T> part) {
        return part.apply(wish).equals(part.apply(base)) ? part.apply(now) : part.apply(wish);
    }

    private static <T> @Nullable T pickOrNull(@Nullable T base, @Nullable T wish, @Nullable T now) {
        return Objects.equals(wish, base) ? now : wish;
    }

    private static Names names(Names base, Names wish, Names now) {
        boolean own = !wish.own().equals(base.own()) || !wish.ownLanguage().equals(base.ownLanguage());
        return new Names(
                own ? wish.own() : now.own(),
                own ? wish.ownLanguage() : now.ownLanguage(),
                wordings(base.translations(), wish.translations(), now.translations()),
                wish.others().equals(base.others()) ? now.others() : wish.others());
    }

    private static @Nullable LocalizedText text(
            @Nullable LocalizedText base, @Nullable LocalizedText wish, @Nullable LocalizedText now) {
        if (Objects.equals(base, wish)) {
            return now;
        }
        Map<Language, String> texts = wordings(
                base == null ? Map.of() : base.texts(),
                wish == null ? Map.of() : wish.texts(),
                now == null ? Map.of() : now.texts());
        if (texts.isEmpty()) {
            return null;
        }
        Language source = Stream.of(wish, now)
                .filter(Objects::nonNull)
                .map(LocalizedText::source)
                .filter(texts::containsKey)
                .findFirst()
                .orElseGet(() -> texts.keySet().iterator().next());
        return new LocalizedText(source, texts);
    }

    private static Map<Language, String> wordings(
            Map<Language, String> base, Map<Language, String> wish, Map<Language, String> now) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String text = pickOrNull(base.get(language), wish.get(language), now.get(language));
            if (text != null) {
                texts.put(language, text);
            }
        }
        return texts;
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
        add.accept("picture", picture == null ? null : picture.file());
        add.accept("picture.text", picture == null ? null : words(picture.text()));
        add.accept("picture.credit", picture == null ? null : picture.credit());
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
