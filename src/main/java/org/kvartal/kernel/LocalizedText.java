package org.kvartal.kernel;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An official text in one or more of the house's languages, such as the name of a space.
 *
 * @param source the language it was written in first, shown where the reader's own is missing
 * @param texts the wording per language; always holds the source, never a blank wording
 */
public record LocalizedText(Language source, Map<Language, String> texts) {

    public LocalizedText {
        EnumMap<Language, String> kept = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, PlainText.line(text));
            }
        });
        if (!kept.containsKey(source)) {
            throw new IllegalArgumentException("the source language has no text");
        }
        texts = Map.copyOf(kept);
    }

    /** A text that exists in one language so far. */
    public static LocalizedText of(Language source, String text) {
        return new LocalizedText(source, Map.of(source, text));
    }

    /** A text that a table has kept as JSON. */
    public static LocalizedText stored(String json) {
        return JsonMapper.shared().readValue(json, LocalizedText.class);
    }

    /** The wording for a reader of that language: theirs, or the source's. */
    public String in(Language language) {
        String text = texts.get(language);
        return text != null ? text : texts.getOrDefault(source, "");
    }

    /** The language of the wording that {@link #in} gives, for the {@code lang} attribute. */
    public Language shownIn(Language language) {
        return texts.containsKey(language) ? language : source;
    }
}
