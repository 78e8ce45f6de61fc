package org.kvartal.search.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.kernel.PlainText;

/**
 * What somebody typed, understood as web searches do: all words, words in quotes together, {@code or} between two, a minus before what is not wanted. Nothing that is typed is an error.
 *
 * @see <a href="https://www.postgresql.org/docs/18/textsearch-controls.html">websearch_to_tsquery</a>, which would understand it so, but knows no Bulgarian
 */
final class Typed {

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_WORDS = 20;

    private static final Pattern PART = Pattern.compile("(-?)(?:[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|(\\S+))");
    private static final Set<String> OR = Set.of("or", "или");

    /** Groups of which each must be met by one of its terms. */
    private final List<List<Term>> wanted;

    private final List<Term> unwanted;

    /** @param spelled as it was typed, without case and accents */
    record Word(String spelled, Set<String> stems) {}

    /** Words in their order that must stand together, each by its stems. */
    record Term(List<Word> words, boolean common) {

        /** @param nearly stems that may stand for others */
        String query(Map<String, ? extends Collection<String>> nearly) {
            return words.stream()
                    .map(word -> word.stems().stream()
                            .flatMap(stem -> {
                                Set<String> any = new LinkedHashSet<>(Set.of(stem));
                                any.addAll(nearly.containsKey(stem) ? List.copyOf(nearly.get(stem)) : List.of());
                                return any.stream();
                            })
                            .distinct()
                            .map(Vector::quoted)
                            .collect(Collectors.joining("|", "(", ")")))
                    .collect(Collectors.joining("<->", "(", ")"));
        }
    }

    private Typed(List<List<Term>> wanted, List<Term> unwanted) {
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    static Typed of(String typed, Stemming stemming) {
        String text = Stemming.normal(PlainText.line(cut(typed)));
        List<List<Term>> wanted = new ArrayList<>();
        List<Term> unwanted = new ArrayList<>();
        boolean or = false;
        int words = 0;
        Matcher parts = PART.matcher(text);
        while (parts.find() && words < MOST_WORDS) {
            boolean quoted = parts.group(2) != null;
            String part = quoted ? parts.group(2) : parts.group(3);
            if (!quoted && parts.group(1).isEmpty() && OR.contains(part.toLowerCase(java.util.Locale.ROOT))) {
                or = !wanted.isEmpty();
                continue;
            }
            Term term = term(part, stemming);
            if (term.words().isEmpty()) {
                continue;
            }
            words += term.words().size();
            if (!parts.group(1).isEmpty()) {
                unwanted.add(term);
            } else if (or) {
                wanted.getLast().add(term);
            } else {
                wanted.add(new ArrayList<>(List.of(term)));
            }
            or = false;
        }
        return new Typed(meaningful(wanted), unwanted);
    }

    /** Very common words need not be there, unless there is nothing else. */
    private static List<List<Term>> meaningful(List<List<Term>> wanted) {
        List<List<Term>> rest = wanted.stream()
                .filter(group -> !group.stream().allMatch(Term::common))
                .toList();
        return rest.isEmpty() ? wanted : rest;
    }

    private static Term term(String part, Stemming stemming) {
        SequencedMap<Integer, List<Stem>> places = new TreeMap<>();
        stemming.stems(part, Set.of())
                .forEach(stem -> places.computeIfAbsent(stem.position(), _ -> new ArrayList<>())
                        .add(stem));
        List<Word> words = places.values().stream()
                .map(stems -> word(part, stems, stemming))
                .toList();
        return new Term(
                words, words.size() == 1 && Stemming.isCommon(words.getFirst().spelled()));
    }

    private static Word word(String part, List<Stem> stems, Stemming stemming) {
        Stem any = stems.getFirst();
        Set<String> own = new LinkedHashSet<>();
        stems.forEach(stem -> own.add(stem.word()));
        List<String> spelled = stemming.words(part.substring(any.from(), any.to()));
        return new Word(spelled.isEmpty() ? any.word() : spelled.getFirst(), own);
    }

    /** No more than anybody types, with no character cut in two. */
    static String cut(String typed) {
        if (typed.length() <= MOST_CHARACTERS) {
            return typed;
        }
        int end = Character.isHighSurrogate(typed.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return typed.substring(0, end);
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** As a {@code tsquery}, with all that is wanted in it and nothing of what is not. */
    String query() {
        return query(Map.of());
    }

    String query(Map<String, ? extends Collection<String>> nearly) {
        String all = wanted.stream()
                .map(group -> group.stream().map(term -> term.query(nearly)).collect(Collectors.joining("|", "(", ")")))
                .collect(Collectors.joining("&"));
        return all + unwanted.stream().map(term -> "&!" + term.query(Map.of())).collect(Collectors.joining());
    }

    /** Each group as a query of its own, for counting how many are met. */
    List<String> queries() {
        return wanted.stream()
                .map(group -> group.stream().map(term -> term.query(Map.of())).collect(Collectors.joining("|")))
                .toList();
    }

    /** All stems that are wanted: what is marked in what is found. */
    Set<String> stems() {
        Set<String> stems = new HashSet<>();
        wanted.forEach(group -> group.forEach(term -> term.words().forEach(word -> stems.addAll(word.stems()))));
        return stems;
    }

    /** The words that are wanted, each for itself. */
    List<Word> words() {
        return wanted.stream()
                .flatMap(group -> group.stream().flatMap(term -> term.words().stream()))
                .toList();
    }
}
