package org.kvartal.search.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.kvartal.kernel.Language;

/** Stems with their places and weights, as the text form of a {@code tsvector}. */
final class Vector {

    /** How far a word stands forth: {@code A} in a title, {@code D} in what is said below it. */
    enum Weight {
        A,
        B,
        D
    }

    /** Places beyond are not told apart by PostgreSQL. */
    private static final int LAST_PLACE = 16_383;

    /** PostgreSQL keeps no more of one word. */
    private static final int MOST_PLACES = 255;

    /** Far below what a vector may hold. */
    private static final int MOST_STEMS = 20_000;

    /** Words of two texts never stand beside each other. */
    private static final int GAP = 10;

    private final Stemming stemming;
    private final TreeMap<String, StringBuilder> places = new TreeMap<>();
    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private int last;

    Vector(Stemming stemming) {
        this.stemming = stemming;
    }

    void add(String text, Collection<Language> spoken, Weight weight) {
        List<Stem> stems = stemming.stems(Stemming.normal(text), spoken);
        stems.forEach(stem -> put(stem.word(), last + stem.position(), weight));
        if (!stems.isEmpty()) {
            last += stems.getLast().position() + GAP;
        }
    }

    /** The words as they are written, beside their stems. */
    void addName(String name) {
        List<String> words = stemming.words(Stemming.normal(name));
        words.forEach(word -> put(word, ++last, Weight.B));
        last += GAP;
        add(name, Set.of(), Weight.B);
    }

    /** Every stem once, in a fixed order. */
    Set<String> stems() {
        return places.keySet();
    }

    private void put(String word, int place, Weight weight) {
        if (places.size() >= MOST_STEMS && !places.containsKey(word)) {
            return;
        }
        int count = counts.merge(word, 1, Integer::sum);
        if (count <= MOST_PLACES) {
            StringBuilder told = places.computeIfAbsent(word, _ -> new StringBuilder());
            told.append(told.isEmpty() ? "" : ",")
                    .append(Math.min(place, LAST_PLACE))
                    .append(weight == Weight.D ? "" : weight.name());
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        places.forEach((word, told) ->
                text.append(quoted(word)).append(':').append(told).append(' '));
        return text.toString();
    }

    /** A word as it stands in the text form of vectors and queries, whatever is in it. */
    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
