package org.kvartal.forum.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesDesk.Reach;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * The paragraphs of minutes in the order in which they are written.
 *
 * @see "Decision record 0109, minutes say the same in each of their languages"
 */
final class WrittenMinutes {

    private final List<Written> paragraphs = new ArrayList<>();

    /**
     * What a paragraph is about; no two of the same minutes are about the same.
     *
     * @param source the vote or the outcome that it tells of, null for none
     */
    record About(
            ParagraphKind kind,
            @Nullable ItemId item,
            @Nullable UUID source) {

        static About evening(ParagraphKind kind) {
            return new About(kind, null, null);
        }

        static About item(ParagraphKind kind, ItemId item) {
            return new About(kind, item, null);
        }
    }

    record Written(About about, Reach reach, LocalizedText text) {}

    /** What the house says: in all its languages. */
    void said(About about, Reach reach, Function<Language, String> words) {
        add(about, reach, Language.EN, EnumSet.allOf(Language.class), words);
    }

    /** Words that somebody has typed inside a sentence of the house: the sentence in all its languages, the words as they were typed where they are in no other. */
    void framed(About about, Reach reach, LocalizedText typed, Function<Language, String> words) {
        add(about, reach, typed.source(), EnumSet.allOf(Language.class), words);
    }

    /** Nothing but words that somebody has typed: in the languages of those words, and in no other. */
    void typed(About about, Reach reach, LocalizedText typed, Function<Language, String> words) {
        add(about, reach, typed.source(), typed.texts().keySet(), words);
    }

    private void add(
            About about,
            Reach reach,
            Language source,
            Collection<Language> languages,
            Function<Language, String> words) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        languages.forEach(language -> texts.put(language, words.apply(language)));
        paragraphs.add(new Written(about, reach, new LocalizedText(source, texts)));
    }

    List<Written> paragraphs() {
        return List.copyOf(paragraphs);
    }
}
