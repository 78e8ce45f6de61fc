package org.kvartal.search.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.search.Search.Extract;
import org.kvartal.search.Search.Piece;
import org.kvartal.search.SearchDocument;
import org.springframework.stereotype.Component;

/** Cuts out of plain text where it says what was looked for, and marks it. */
@Component
class Extracts {

    private static final int LENGTH = 240;

    /** What stands before the first marked word. */
    private static final int LEAD = 60;

    /** A hit beyond this is shown by the beginning of its text. */
    private static final int READ = 20_000;

    private final Stemming stemming;

    Extracts(Stemming stemming) {
        this.stemming = stemming;
    }

    /** The whole title, in the reader's language where there is one. */
    Extract title(SearchDocument document, Set<String> sought, Language language) {
        Language shown = document.title().shownIn(language);
        String title = document.title().in(language);
        return new Extract(shown, pieces(title, 0, title.length(), marks(title, shown, sought)));
    }

    /**
     * Where the document says most of it; its beginning where it says none.
     *
     * @param alone whether a text that is there in the language is shown in no other
     */
    Extract text(SearchDocument document, Set<String> sought, Language language, boolean alone) {
        Extract first = null;
        Extract best = null;
        int most = 0;
        for (LocalizedText text : document.texts()) {
            List<Language> all =
                    alone && text.texts().containsKey(language) ? List.of(language) : languages(text, language);
            for (Language spoken : all) {
                String wording = beginning(PlainText.line(text.texts().getOrDefault(spoken, "")));
                List<Stem> marks = marks(wording, spoken, sought);
                int met = words(marks);
                if (first == null || met > most) {
                    Extract cut = cut(wording, spoken, marks);
                    first = first == null ? cut : first;
                    if (met > most) {
                        best = cut;
                        most = met;
                    }
                }
            }
        }
        return best != null ? best : first != null ? first : new Extract(language, List.of());
    }

    private static List<Language> languages(LocalizedText text, Language reader) {
        return text.texts().keySet().stream()
                .sorted(Comparator.comparing((Language one) -> one != reader)
                        .thenComparing(one -> one != text.source())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String beginning(String text) {
        return text.length() <= READ ? text : text.substring(0, start(text, READ));
    }

    private List<Stem> marks(String text, Language language, Set<String> sought) {
        return sought.isEmpty()
                ? List.of()
                : stemming.stems(marked(text), Set.of(language)).stream()
                        .filter(stem -> sought.contains(stem.word()))
                        .toList();
    }

    /** Texts come in their normal form; only what keeps every character in its place is done here. */
    private static String marked(String text) {
        return text.replace('ё', 'е').replace('Ё', 'Е');
    }

    private static int words(List<Stem> marks) {
        return (int) marks.stream().map(Stem::word).distinct().count();
    }

    private static Extract cut(String text, Language language, List<Stem> marks) {
        if (text.length() <= LENGTH) {
            return new Extract(language, pieces(text, 0, text.length(), marks));
        }
        int from = 0;
        int most = -1;
        for (Stem first : marks) {
            int begin = Math.max(0, first.from() - LEAD);
            Set<String> met = new HashSet<>();
            marks.stream()
                    .filter(mark -> mark.from() >= begin && mark.to() <= begin + LENGTH)
                    .forEach(mark -> met.add(mark.word()));
            if (met.size() > most) {
                most = met.size();
                from = begin;
            }
        }
        int begin = wordBefore(text, from);
        int end = wordBefore(text, Math.min(text.length(), begin + LENGTH));
        int to = end <= begin ? start(text, Math.min(text.length(), begin + LENGTH)) : end;
        List<Piece> pieces = new ArrayList<>(pieces(text, begin, to, marks));
        if (begin > 0) {
            pieces.addFirst(new Piece("… ", false));
        }
        if (to < text.length()) {
            pieces.addLast(new Piece(" …", false));
        }
        return new Extract(language, pieces);
    }

    /** The end of the text, or the beginning of the word that stands there. */
    private static int wordBefore(String text, int place) {
        if (place <= 0 || place >= text.length()) {
            return Math.clamp(place, 0, text.length());
        }
        int space = text.lastIndexOf(' ', place);
        return space < place - 40 ? start(text, place) : space + 1;
    }

    /** No character is cut in two. */
    private static int start(String text, int place) {
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    private static List<Piece> pieces(String text, int from, int to, List<Stem> marks) {
        List<Piece> pieces = new ArrayList<>();
        int done = from;
        for (Stem mark : marks) {
            if (mark.from() >= done && mark.to() <= to) {
                if (mark.from() > done) {
                    pieces.add(new Piece(text.substring(done, mark.from()), false));
                }
                pieces.add(new Piece(text.substring(mark.from(), mark.to()), true));
                done = mark.to();
            }
        }
        String rest = text.substring(done, to).stripTrailing();
        if (!rest.isEmpty()) {
            pieces.add(new Piece(rest, false));
        }
        return pieces;
    }

    /** All stems that are marked: those that were looked for, and what they were taken for. */
    static Set<String> sought(Typed typed, Map<String, ? extends Set<String>> nearly) {
        Set<String> sought = new HashSet<>(typed.stems());
        nearly.values().forEach(sought::addAll);
        return sought;
    }
}
