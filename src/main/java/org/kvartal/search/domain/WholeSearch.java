package org.kvartal.search.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.search.Search;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.domain.Matches.Match;
import org.kvartal.search.domain.SeekerSight.Seen;
import org.kvartal.shell.ShellPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the index, and then the modules themselves for the few things that are shown: what was taken away, or is shown to others by now, is not shown, even before the index knows.
 *
 * @see "Decision record 0151, what is found is read again before it is shown"
 */
@Component
@Transactional(readOnly = true)
class WholeSearch implements Search {

    private static final int MOST_SHOWN = 50;

    /** Nobody has typed a title by less. */
    private static final int SHORTEST = 2;

    private final Matches matches;
    private final Stemming stemming;
    private final Guesses guesses;
    private final Extracts extracts;
    private final SeekerSight sight;
    private final ObjectProvider<SearchSource> sources;
    private final House house;

    WholeSearch(
            Matches matches,
            Stemming stemming,
            Guesses guesses,
            Extracts extracts,
            SeekerSight sight,
            ObjectProvider<SearchSource> sources,
            House house) {
        this.matches = matches;
        this.stemming = stemming;
        this.guesses = guesses;
        this.extracts = extracts;
        this.sight = sight;
        this.sources = sources;
        this.house = house;
    }

    @Override
    public List<Kind> kinds() {
        return inUse().sorted(Comparator.comparingInt(SearchSource::order))
                .map(source -> new Kind(source.kind(), source.label()))
                .toList();
    }

    @Override
    public Found find(Asker asker, Question question, Language language, @Nullable String key, int limit) {
        Typed typed = Typed.of(question.words(), stemming);
        Place after = Place.of(key);
        Set<String> kinds = known(question.kinds());
        if (typed.isEmpty() || (key != null && after == null) || isNothing(question.kinds(), kinds)) {
            return new Found(List.of(), false, null);
        }
        Question known = new Question(question.words(), kinds, question.from(), question.language(), question.order());
        Seen seen = sight.of(asker);
        int most = Math.clamp(limit, 1, MOST_SHOWN);
        if (after == null || !after.resembling()) {
            Found exact = found(seen, typed, Map.of(), known, language, after, most);
            if (after != null || !exact.hits().isEmpty() || exact.next() != null) {
                return exact;
            }
        }
        Map<String, Set<String>> near = guesses.of(typed);
        return near.isEmpty()
                ? new Found(List.of(), false, null)
                : found(seen, typed, near, known, language, after, most);
    }

    /** None named are all, which are named where some of them are not in use. */
    private Set<String> known(Set<String> kinds) {
        if (kinds.isEmpty() && house.resting().isEmpty()) {
            return kinds;
        }
        return inUse().map(SearchSource::kind)
                .filter(kind -> kinds.isEmpty() || kinds.contains(kind))
                .collect(Collectors.toSet());
    }

    /** Whether none of those that were asked for is in use; the index would take none for all. */
    private boolean isNothing(Set<String> asked, Set<String> known) {
        return known.isEmpty() && !(asked.isEmpty() && house.resting().isEmpty());
    }

    private Stream<SearchSource> inUse() {
        return sources.stream().filter(source -> house.uses(source.module()));
    }

    private Found found(
            Seen seen,
            Typed typed,
            Map<String, Set<String>> near,
            Question question,
            Language language,
            @Nullable Place after,
            int limit) {
        List<Match> found = matches.of(seen, typed.query(near), question, after, limit + 1);
        List<Match> page = found.subList(0, Math.min(limit, found.size()));
        Set<String> sought = Extracts.sought(typed, near);
        Language spoken = question.language() == null ? language : question.language();
        List<Hit> hits = shown(
                seen,
                page,
                (source, document) -> new Hit(
                        source.kind(),
                        source.label(),
                        document.id(),
                        document.code(),
                        extracts.title(document, sought, spoken),
                        extracts.text(document, sought, spoken, question.language() != null),
                        note(document, language),
                        path(seen, document, language),
                        document.at()));
        String next = found.size() > limit
                ? new Place(
                                page.getLast().rank(),
                                page.getLast().at(),
                                page.getLast().id(),
                                !near.isEmpty())
                        .toString()
                : null;
        return new Found(hits, !near.isEmpty() && !hits.isEmpty(), next);
    }

    @Override
    public List<Suggestion> suggest(Asker asker, String typed, Language language, int limit) {
        String text = Stemming.normal(PlainText.line(Typed.cut(typed)));
        List<String> words = stemming.words(text).stream().limit(8).toList();
        if (words.stream().mapToInt(String::length).sum() < SHORTEST) {
            return List.of();
        }
        Set<String> kinds = known(Set.of());
        if (isNothing(Set.of(), kinds)) {
            return List.of();
        }
        Seen seen = sight.of(asker);
        int most = Math.clamp(limit, 1, MOST_SHOWN);
        String query = words.stream().map(word -> Vector.quoted(word) + ":*").collect(Collectors.joining("&"));
        List<Suggestion> found = suggestions(seen, matches.beginning(seen, query, kinds, most), language);
        return found.isEmpty()
                ? suggestions(seen, matches.resembling(seen, String.join(" ", words), kinds, most), language)
                : found;
    }

    @Override
    public List<Suggestion> similar(Asker asker, String title, Language language, int limit) {
        Set<String> kinds =
                inUse().filter(SearchSource::isRecalled).map(SearchSource::kind).collect(Collectors.toSet());
        List<String> words = Typed.of(unsigned(title), stemming).queries().stream()
                .distinct()
                .toList();
        if (words.isEmpty() || kinds.isEmpty()) {
            return List.of();
        }
        Seen seen = sight.of(asker);
        int least = Math.max(1, (words.size() + 2) / 3);
        return suggestions(
                seen, matches.sharing(seen, words, kinds, least, Math.clamp(limit, 1, MOST_SHOWN)), language);
    }

    private static @Nullable String note(SearchDocument document, Language language) {
        return document.note() == null ? null : document.note().in(language);
    }

    private static String path(Seen seen, SearchDocument document, Language language) {
        String open = document.publicPath();
        String path = open != null && !seen.belongs(document) ? open : document.path();
        return path.startsWith(ShellPages.HOME + "/") ? path : "/" + language.code() + path;
    }

    /** A title is no question: quotes and dashes mean nothing in it. */
    private static String unsigned(String title) {
        return title.replaceAll("[\"“”„«»]", " ").replaceAll("(^|\\s)-+", " ");
    }

    private List<Suggestion> suggestions(Seen seen, List<Match> found, Language language) {
        return shown(
                seen,
                found,
                (source, document) -> new Suggestion(
                        source.kind(),
                        source.label(),
                        document.id(),
                        document.code(),
                        document.title().in(language),
                        document.title().shownIn(language),
                        note(document, language),
                        path(seen, document, language)));
    }

    /** Reads what was found where it is kept, each kind once, and leaves out what is gone or not for this asker. */
    private <T> List<T> shown(Seen seen, List<Match> found, BiFunction<SearchSource, SearchDocument, T> form) {
        Map<String, List<UUID>> ids = found.stream()
                .collect(Collectors.groupingBy(Match::kind, Collectors.mapping(Match::id, Collectors.toList())));
        Map<Match, T> forms = new HashMap<>();
        inUse().filter(source -> ids.containsKey(source.kind())).forEach(source -> {
            Map<UUID, SearchDocument> now = source.documents(ids.getOrDefault(source.kind(), List.of()));
            found.stream().filter(match -> match.kind().equals(source.kind())).forEach(match -> {
                SearchDocument document = now.get(match.id());
                if (document != null && seen.sees(document)) {
                    forms.put(match, form.apply(source, document));
                }
            });
        });
        List<T> shown = new ArrayList<>();
        found.forEach(match -> {
            T one = forms.get(match);
            if (one != null) {
                shown.add(one);
            }
        });
        return shown;
    }
}
