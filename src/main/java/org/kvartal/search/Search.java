package org.kvartal.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/**
 * Finds what the asker may see, in all modules, in a constant number of queries. Words are found in any of their forms in English, Russian and Bulgarian.
 *
 * @see "Decision record 0152, words are stemmed here and kept in PostgreSQL"
 */
public interface Search {

    /**
     * What a question finds. Every word must be there; words in quotes stand together, {@code or} lets one of two do, a minus leaves out. Anything may be typed. Where nothing is found, words
     * that differ by a slip of the finger are looked for.
     *
     * @param language in which titles are shown where there are several
     * @param key {@link Found#next()} of the page before, null for the first
     */
    Found find(Asker asker, Question question, Language language, @Nullable String key, int limit);

    /** Things whose titles or names begin like this, or else resemble it, while it is typed. */
    List<Suggestion> suggest(Asker asker, String typed, Language language, int limit);

    /**
     * What has been talked about, decided or refused already: things of the kinds that are {@linkplain SearchSource#isRecalled recalled} whose titles have words in common with one that
     * is being typed, the nearest first.
     */
    List<Suggestion> similar(Asker asker, String title, Language language, int limit);

    /** The kinds of things that there are, as filters show them. */
    List<Kind> kinds();

    /** @param label message key */
    record Kind(String code, String label) {}

    /** In which order hits stand. */
    enum Order {
        BEST,
        NEWEST
    }

    /**
     * @param kinds codes of {@link Kind}; empty for all, unknown ones find nothing
     * @param from only what is not older, null for all
     * @param language only what is said in it, and shown in it; null for all
     */
    record Question(
            String words,
            Set<String> kinds,
            @Nullable Instant from,
            @Nullable Language language,
            Order order) {

        public Question {
            kinds = Set.copyOf(kinds);
        }

        /** In any language. */
        public Question(String words, Set<String> kinds, @Nullable Instant from, Order order) {
            this(words, kinds, from, null, order);
        }

        public static Question of(String words) {
            return new Question(words, Set.of(), null, Order.BEST);
        }
    }

    /**
     * @param resembling whether nothing holds the words themselves, and these only resemble them
     * @param next where the next page begins, null on the last
     */
    record Found(
            List<Hit> hits, boolean resembling, @Nullable String next) {}

    /**
     * @param kind code of {@link Kind}
     * @param label its message key
     * @param code what people call it, null where it has none
     * @param note where it stands, in the reader's language; null for none
     * @param path of its page, whole
     */
    record Hit(
            String kind,
            String label,
            UUID id,
            @Nullable String code,
            Extract title,
            Extract text,
            @Nullable String note,
            String path,
            Instant at) {}

    /** Plain words in which what was looked for is marked. */
    record Extract(Language language, List<Piece> pieces) {

        public Extract {
            pieces = List.copyOf(pieces);
        }

        public String words() {
            StringBuilder words = new StringBuilder();
            pieces.forEach(piece -> words.append(piece.words()));
            return words.toString();
        }
    }

    record Piece(String words, boolean marked) {}

    /**
     * A thing by its title.
     *
     * @param note where it stands, in the reader's language; null for none
     */
    record Suggestion(
            String kind,
            String label,
            UUID id,
            @Nullable String code,
            String title,
            Language language,
            @Nullable String note,
            String path) {}
}
