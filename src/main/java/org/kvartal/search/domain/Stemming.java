package org.kvartal.search.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.springframework.stereotype.Component;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Finds the stems of words: of Latin ones in English; of Cyrillic ones in the language of the text, or in both where it is not known, or the letters say that it is another. No word is left out, however
 * common.
 *
 * @see "Decision record 0152, words are stemmed here and kept in PostgreSQL"
 */
@Component
class Stemming {

    /** Rises when the same text gives other stems, or more is kept of it: everything is read anew then. */
    static final int VERSION = 2;

    /** Longer words are cut in pieces; nobody types them. */
    private static final int LONGEST_WORD = 60;

    private static final Pattern RUSSIAN = Pattern.compile("[ыэёЫЭЁ]");
    private static final Pattern BULGARIAN = Pattern.compile("[ъЪ](?![еёюяЕЁЮЯ])\\p{IsCyrillic}|ѝ");

    private final Map<Language, Analyzer> stemmers = new EnumMap<>(Map.of(
            Language.EN, new Chain(words -> new PorterStemFilter(new EnglishPossessiveFilter(words))),
            Language.RU, new Chain(words -> new SnowballFilter(words, new RussianStemmer())),
            Language.BG, new Chain(words -> new BulgarianStemFilter(new Nouns(words)))));

    private final Analyzer plain = new Chain(words -> words);

    private interface Ending {

        TokenStream on(TokenStream words);
    }

    /** Nouns on -ние and -ния, with and without article, which the stemmer takes for different words. */
    private static final class Nouns extends TokenFilter {

        private static final List<String> ENDINGS = List.of("ниите", "нията", "нието", "ния", "ние", "нии");

        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

        Nouns(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            String whole = word.toString();
            ENDINGS.stream()
                    .filter(ending -> whole.length() > ending.length() + 2 && whole.endsWith(ending))
                    .findFirst()
                    .ifPresent(ending -> word.setLength(whole.length() - ending.length() + 2));
            return true;
        }
    }

    private static final class Chain extends Analyzer {

        private final Ending ending;

        Chain(Ending ending) {
            this.ending = ending;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            words.setMaxTokenLength(LONGEST_WORD);
            return new TokenStreamComponents(
                    (Tokenizer) words, ending.on(new ASCIIFoldingFilter(new LowerCaseFilter(words))));
        }
    }

    /** As texts are compared: no character has two forms, and ё is е. What is where stays the same. */
    static String normal(String text) {
        return PlainText.block(text).replace('ё', 'е').replace('Ё', 'Е');
    }

    /**
     * The stems of a text in {@link #normal} form, by their places; of a word that may be of two languages those of both.
     *
     * @param spoken the languages that the text is known to be in, none where nothing is known
     */
    List<Stem> stems(String text, Collection<Language> spoken) {
        Set<Stem> stems = new LinkedHashSet<>();
        boolean cyrillic = text.codePoints().anyMatch(Stemming::isCyrillic);
        boolean other = text.codePoints().anyMatch(point -> Character.isLetterOrDigit(point) && !isCyrillic(point));
        if (other) {
            stems.addAll(read(stemmerOf(Language.EN), text, false));
        }
        if (cyrillic) {
            slavic(text, spoken).forEach(language -> stems.addAll(read(stemmerOf(language), text, true)));
        }
        return stems.stream().sorted(Comparator.comparingInt(Stem::position)).toList();
    }

    /** The words of a text in {@link #normal} form without case and accents, otherwise as they are written. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        read(plain, text, false).forEach(stem -> words.add(stem.word()));
        read(plain, text, true).forEach(stem -> words.add(stem.word()));
        return words;
    }

    /** Whether a word, as {@link #words} gives it, is so common in one of the languages that nobody looks for it. */
    static boolean isCommon(String word) {
        return COMMON.contains(word);
    }

    private static final CharArraySet COMMON = common();

    private static CharArraySet common() {
        CharArraySet common = new CharArraySet(800, false);
        common.addAll(EnglishAnalyzer.getDefaultStopSet());
        common.addAll(RussianAnalyzer.getDefaultStopSet());
        common.addAll(BulgarianAnalyzer.getDefaultStopSet());
        return common;
    }

    private Analyzer stemmerOf(Language language) {
        return stemmers.getOrDefault(language, plain);
    }

    /** Which of the languages in Cyrillic a text may be in. */
    private static Set<Language> slavic(String text, Collection<Language> spoken) {
        Set<Language> slavic = EnumSet.noneOf(Language.class);
        spoken.stream().filter(language -> language != Language.EN).forEach(slavic::add);
        if (slavic.isEmpty()) {
            return EnumSet.of(Language.RU, Language.BG);
        }
        if (RUSSIAN.matcher(text).find()) {
            slavic.add(Language.RU);
        }
        if (BULGARIAN.matcher(text).find()) {
            slavic.add(Language.BG);
        }
        return slavic;
    }

    private static List<Stem> read(Analyzer analyzer, String text, boolean cyrillic) {
        List<Stem> stems = new ArrayList<>();
        try (TokenStream words = analyzer.tokenStream("", text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
            words.reset();
            int position = 0;
            while (words.incrementToken()) {
                position += step.getPositionIncrement();
                if (isCyrillic(text.codePointAt(place.startOffset())) == cyrillic && !word.isEmpty()) {
                    stems.add(new Stem(word.toString(), position, place.startOffset(), place.endOffset()));
                }
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stems;
    }

    static boolean isCyrillic(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.CYRILLIC;
    }
}
