package org.kvartal.search.domain;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kvartal.search.domain.Typed.Word;
import org.springframework.stereotype.Component;

/** What words that nobody says may have been meant for: those of the index that lie nearest, by their stems or by the word as it was typed. */
@Component
class Guesses {

    private static final int LONG = 9;
    private static final int BEGINNING = 5;

    private final Matches matches;
    private final WordForms forms;

    Guesses(Matches matches, WordForms forms) {
        this.matches = matches;
        this.forms = forms;
    }

    /** For each stem of a word that may have been meant for others the stems of those; in one query. */
    Map<String, Set<String>> of(Typed typed) {
        List<Word> words = typed.words();
        Set<String> sought = new LinkedHashSet<>();
        words.forEach(word -> {
            sought.addAll(word.stems());
            sought.add(word.spelled());
            sought.add(beginning(word.spelled()));
        });
        Map<String, Set<String>> near = matches.near(sought);
        Map<String, Set<String>> guesses = new HashMap<>();
        words.forEach(word -> {
            Set<String> meant = nearest(word, near);
            if (!meant.isEmpty()) {
                word.stems()
                        .forEach(stem -> guesses.computeIfAbsent(stem, _ -> new LinkedHashSet<>())
                                .addAll(meant));
            }
        });
        return guesses;
    }

    /** A long ending leaves little of a short stem that would resemble the whole word. */
    private static String beginning(String spelled) {
        return spelled.length() < LONG ? spelled : spelled.substring(0, spelled.offsetByCodePoints(0, BEGINNING));
    }

    /** Those with the fewest slips: what is further away is something else where something is nearer. */
    private Set<String> nearest(Word word, Map<String, Set<String>> near) {
        TreeMap<Integer, Set<String>> bySlips = new TreeMap<>();
        Set<String> others = new LinkedHashSet<>(near.getOrDefault(word.spelled(), Set.of()));
        others.addAll(near.getOrDefault(beginning(word.spelled()), Set.of()));
        word.stems().forEach(stem -> others.addAll(near.getOrDefault(stem, Set.of())));
        others.removeAll(word.stems());
        others.forEach(other -> {
            int slips = slips(word, other);
            if (slips < Slips.NONE) {
                bySlips.computeIfAbsent(slips, _ -> new LinkedHashSet<>()).add(other);
            }
        });
        return bySlips.isEmpty() ? Set.of() : bySlips.firstEntry().getValue();
    }

    private int slips(Word word, String other) {
        int fewest = word.stems().stream()
                .mapToInt(stem -> Slips.between(stem, other))
                .min()
                .orElse(Slips.NONE);
        return fewest > 1 && Slips.isBent(word.spelled(), other) && forms.holdsBut(word.spelled(), other) ? 1 : fewest;
    }
}
