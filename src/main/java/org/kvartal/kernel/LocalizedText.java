package org.kvartal.kernel;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An official text in one or more of the house's languages, such as the name of a space. It keeps its lines; what is shown in one, such as a
 * name, is kept {@link #asLine as a line}.
 *
 * @param source the language it was written in first, shown where the reader's own is missing
 * @param texts the wording per language; always holds the source, never a blank wording
 */
public record LocalizedText(Language source, Map<Language, String> texts) {

    public LocalizedText {
        EnumMap<Language, String> kept = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> {
            if (!PlainText.line(text).isEmpty()) {
                kept.put(language, PlainText.block(text).strip());
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

    /**
     * What was typed into the fields of some languages, null where nothing was.
     *
     * @param first the source where it has a text; else the first that has one
     */
    public static @Nullable LocalizedText typed(Language first, Map<Language, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> !PlainText.line(text.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .min(Comparator.comparing((Language language) -> language != first)
                        .thenComparing(Comparator.naturalOrder()))
                .map(source -> new LocalizedText(source, texts))
                .orElse(null);
    }

    /** A text that a table has kept as JSON. */
    public static LocalizedText stored(String json) {
        return JsonMapper.shared().readValue(json, LocalizedText.class);
    }

    /** The same with each wording in one line: a name, a title. */
    public LocalizedText asLine() {
        EnumMap<Language, String> lines = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> lines.put(language, PlainText.line(text)));
        return new LocalizedText(source, lines);
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
