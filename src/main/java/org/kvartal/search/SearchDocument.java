package org.kvartal.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * A thing as it stands now, told by the module that owns it: what it is found by, where it is shown, and to whom.
 *
 * @param within what stands for several documents in a list of hits, such as a thread for its posts
 * @param leading whether it stands for {@code within} itself: is found by its title and names, also while they are typed
 * @param code what people call it, such as {@code R-2026-014}; null where it has none
 * @param names what else it is called, in no language in particular
 * @param texts plain text, the most important first
 * @param path of its page in the workspace; of what has none there, of its public page, below the language prefix
 * @param publicPath of its page for everybody, below the language prefix, where whoever is one of the audience only because everybody is may not open the page in the workspace; else null
 * @param at when it was said, or when it takes place
 * @param audience any of the {@link SearchAudiences} that an asker must be one of
 * @param note where it stands, in a few words that are shown beside the title: a space, a state; null for none
 */
public record SearchDocument(
        UUID id,
        UUID within,
        boolean leading,
        @Nullable String code,
        LocalizedText title,
        List<String> names,
        List<LocalizedText> texts,
        String path,
        @Nullable String publicPath,
        Instant at,
        Set<String> audience,
        @Nullable LocalizedText note) {

    public SearchDocument {
        names = List.copyOf(names);
        texts = List.copyOf(texts);
        audience = Set.copyOf(audience);
    }

    /** The languages in which it says something; those of its title where it has nothing else to say. */
    public Set<Language> languages() {
        return (texts.isEmpty() ? List.of(title) : texts)
                .stream().flatMap(text -> text.texts().keySet().stream()).collect(Collectors.toSet());
    }

    /** A thing with nothing but a title so far. */
    public static SearchDocument of(UUID id, LocalizedText title, String path, Instant at, Set<String> audience) {
        return new SearchDocument(id, id, true, null, title, List.of(), List.of(), path, null, at, audience, null);
    }

    /** The same as one of several that stand under one title; only one of them leads. */
    public SearchDocument within(UUID whole, boolean leads) {
        return new SearchDocument(id, whole, leads, code, title, names, texts, path, publicPath, at, audience, note);
    }

    /** The same with a page for everybody beside the one in the workspace. */
    public SearchDocument open(@Nullable String page) {
        return new SearchDocument(id, within, leading, code, title, names, texts, path, page, at, audience, note);
    }

    public SearchDocument called(@Nullable String name) {
        return new SearchDocument(id, within, leading, name, title, names, texts, path, publicPath, at, audience, note);
    }

    public SearchDocument named(List<String> others) {
        return new SearchDocument(
                id, within, leading, code, title, others, texts, path, publicPath, at, audience, note);
    }

    public SearchDocument saying(List<LocalizedText> words) {
        return new SearchDocument(id, within, leading, code, title, names, words, path, publicPath, at, audience, note);
    }

    public SearchDocument noted(@Nullable LocalizedText words) {
        return new SearchDocument(
                id, within, leading, code, title, names, texts, path, publicPath, at, audience, words);
    }
}
