package org.kvartal.alliance.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * Two changes of one content put together, field by field as {@link Fields} tells of them.
 *
 * @param base what both began from
 * @param wish what one of them wants
 * @param now what the other has made of it
 * @param theirs fields in which {@code now} wins where both changed them; elsewhere the wish does
 */
record Merging(EntryContent base, EntryContent wish, EntryContent now, Set<String> theirs) {

    EntryContent content() {
        return new EntryContent(
                names(),
                text("description", base.description(), wish.description(), now.description()),
                pick("status", EntryContent::status),
                pick("sectors", EntryContent::sectors),
                pick("languages", EntryContent::languages),
                pick("areas", EntryContent::areas),
                pick("locations", EntryContent::locations),
                contacts(),
                pick("website", base.website(), wish.website(), now.website()),
                pick("sameAs", EntryContent::sameAs),
                profile(),
                picture(),
                pick("licence", EntryContent::licence));
    }

    private <T> T pick(String field, Function<EntryContent, T> part) {
        return Objects.requireNonNull(pick(field, part.apply(base), part.apply(wish), part.apply(now)));
    }

    private <T> @Nullable T pick(String field, @Nullable T from, @Nullable T wished, @Nullable T there) {
        if (Objects.equals(wished, from)) {
            return there;
        }
        return isTheirs(field) && !Objects.equals(there, from) ? there : wished;
    }

    private boolean isTheirs(String field) {
        return theirs.stream().anyMatch(one -> field.equals(one) || field.startsWith(one + "."));
    }

    private List<Contact> contacts() {
        List<Contact> picked = pick(Fields.CONTACTS, EntryContent::contacts);
        if (!picked.equals(wish.contacts())) {
            return picked;
        }
        // Its author did not see these.
        Stream<Contact> unseen = now.contacts().stream()
                .filter(contact -> !contact.open() && !base.contacts().contains(contact))
                .filter(contact -> !wish.contacts().contains(contact));
        return Stream.concat(wish.contacts().stream(), unseen).toList();
    }

    private Names names() {
        Names from = base.names();
        Names wished = wish.names();
        Names there = now.names();
        return new Names(
                pick("names.own", content -> content.names().own()),
                pick("names.ownLanguage", content -> content.names().ownLanguage()),
                wordings("names", from.translations(), wished.translations(), there.translations()),
                pick("names.others", content -> content.names().others()));
    }

    private @Nullable LocalizedText text(
            String field, @Nullable LocalizedText from, @Nullable LocalizedText wished, @Nullable LocalizedText there) {
        if (Objects.equals(from, wished)) {
            return there;
        }
        Map<Language, String> texts = wordings(field, texts(from), texts(wished), texts(there));
        if (texts.isEmpty()) {
            return null;
        }
        Language source = Stream.of(wished, there)
                .filter(Objects::nonNull)
                .map(LocalizedText::source)
                .filter(texts::containsKey)
                .findFirst()
                .orElseGet(() -> texts.keySet().iterator().next());
        return new LocalizedText(source, texts);
    }

    private static Map<Language, String> texts(@Nullable LocalizedText text) {
        return text == null ? Map.of() : text.texts();
    }

    private Map<Language, String> wordings(
            String field, Map<Language, String> from, Map<Language, String> wished, Map<Language, String> there) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String text =
                    pick(field + "." + language.code(), from.get(language), wished.get(language), there.get(language));
            if (text != null) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    private EntryProfile profile() {
        Integer founded = fact("founded", EntryProfile::founded);
        return switch (wish.profile()) {
            case EntryProfile.Collective _ ->
                new EntryProfile.Collective(
                        founded, number("members", EntryProfile.Collective.class, one -> one.members()));
            case EntryProfile.Premises _ ->
                new EntryProfile.Premises(
                        founded,
                        number("capacity", EntryProfile.Premises.class, one -> one.capacity()),
                        number("floorArea", EntryProfile.Premises.class, one -> one.floorArea()));
            case EntryProfile.Territory _ ->
                new EntryProfile.Territory(number("population", EntryProfile.Territory.class, one -> one.population()));
            case EntryProfile.Studies _ ->
                new EntryProfile.Studies(
                        founded, number("students", EntryProfile.Studies.class, one -> one.students()));
            case EntryProfile.Business _ ->
                new EntryProfile.Business(founded, number("staff", EntryProfile.Business.class, one -> one.staff()));
            case EntryProfile.Funder _ ->
                new EntryProfile.Funder(founded, fact("calls", one -> ((EntryProfile.Funder) one).calls()));
            case EntryProfile.Office _ -> new EntryProfile.Office(founded);
            case EntryProfile.Publication _ ->
                new EntryProfile.Publication(founded, fact("issn", one -> ((EntryProfile.Publication) one).issn()));
        };
    }

    private <P extends EntryProfile> @Nullable Integer number(
            String name, Class<P> type, Function<P, @Nullable Integer> part) {
        return fact(name, profile -> part.apply(type.cast(profile)));
    }

    private <T> @Nullable T fact(String name, Function<EntryProfile, @Nullable T> part) {
        return pick(
                "profile." + name, part.apply(base.profile()), part.apply(wish.profile()), part.apply(now.profile()));
    }

    /** What is said of a picture goes with it. */
    private @Nullable Picture picture() {
        Picture from = base.picture();
        Picture wished = wish.picture();
        Picture there = now.picture();
        if (from != null && wished != null && from.file().equals(wished.file()) && !sameFile(from, there)) {
            // The wish is about the words below a picture that has gone.
            return there;
        }
        if (from == null || wished == null || there == null || !wished.file().equals(there.file())) {
            return pick("picture", from, wished, there);
        }
        return new Picture(
                wished.file(),
                text("picture.text", from.text(), wished.text(), there.text()),
                pick("picture.credit", from.credit(), wished.credit(), there.credit()));
    }

    private static boolean sameFile(Picture one, @Nullable Picture other) {
        return other != null && other.file().equals(one.file());
    }
}
