package org.kvartal.alliance.domain;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Names;

/**
 * Brings names into the forms by which they are found, addressed and read by those who don't know their script: without case and marks, and
 * in Latin letters. Several ways of writing Cyrillic in Latin letters are in use, so a name is found by each of them.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/transforms/general/">ICU transforms</a>
 */
final class Spelling {

    /** The words that are looked for at once. */
    private static final int MOST_WORDS = 6;

    /** A shorter word resembles too much. */
    private static final int SHORTEST_RESEMBLING = 4;

    /** Quotation marks and dashes stay as they are. */
    private static final String NAMES = "[^«»„“”–—…]; ";

    private static final Transliterator FOLD =
            Transliterator.getInstance("NFKD; [:Nonspacing Mark:] Remove; Lower; NFC");

    private static final Transliterator LATIN = Transliterator.getInstance(NAMES + "Any-Latin; Latin-ASCII");

    private static final Transliterator RUSSIAN =
            Transliterator.getInstance(NAMES + "Russian-Latin/BGN; Any-Latin; Latin-ASCII");

    /** Bulgaria's own law on transliteration; ICU has an older system only. */
    private static final Transliterator BULGARIAN =
            Transliterator.createFromRules("Bulgarian-Latin/Law", """
            ::[^«»„“”–—…];
            ия } [^[:L:]] > ia; ия } $ > ia; Ия } [^[:L:]] > Ia; Ия } $ > Ia;
            ж > zh; Ж > Zh; й > y; Й > Y; х > h; Х > H; ц > ts; Ц > Ts; ч > ch; Ч > Ch; ш > sh; Ш > Sh; щ > sht; Щ > Sht;
            ъ > a; Ъ > A; ь > y; Ь > Y; ю > yu; Ю > Yu; я > ya; Я > Ya;
            ::Any-Latin; ::Latin-ASCII;""", Transliterator.FORWARD);

    private static final Transliterator GREEK =
            Transliterator.getInstance(NAMES + "Greek-Latin/UNGEGN; Any-Latin; Latin-ASCII");

    private static final Map<String, Transliterator> BY_LANGUAGE = Map.of(
            "ru", RUSSIAN,
            "bg", BULGARIAN,
            "el", GREEK,
            "uk", Transliterator.getInstance(NAMES + "Ukrainian-Latin/BGN; Any-Latin; Latin-ASCII"),
            "be", Transliterator.getInstance(NAMES + "Belarusian-Latin/BGN; Any-Latin; Latin-ASCII"),
            "mk", Transliterator.getInstance(NAMES + "Macedonian-Latin/BGN; Any-Latin; Latin-ASCII"),
            "kk", Transliterator.getInstance(NAMES + "Kazakh-Latin/BGN; Any-Latin; Latin-ASCII"));

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern GREEK_LETTERS = Pattern.compile("\\p{IsGreek}");
    private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    private static final Pattern SIGNS_OF_SOFTNESS = Pattern.compile("[\"'`´ʹʺ·’]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");
    private static final Pattern NOT_IN_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern BEFORE_NAME = Pattern.compile("^[^\\p{L}\\p{N}]+");

    private Spelling() {}

    /** A text in Latin letters, as its language does it; null where it is in Latin letters already. */
    static @Nullable String latin(String text, String language) {
        if (!OTHER_SCRIPT.matcher(text).find()) {
            return null;
        }
        String primary = Locale.forLanguageTag(language).getLanguage();
        return SIGNS_OF_SOFTNESS
                .matcher(BY_LANGUAGE.getOrDefault(primary, LATIN).transliterate(text))
                .replaceAll("");
    }

    /** What a name adds to an address; empty where nothing in it can be written so. */
    static String slug(String name, String language, int length) {
        String latin = latin(name, language);
        String ascii = LATIN.transliterate(latin == null ? name : latin).toLowerCase(Locale.ROOT);
        String slug = NOT_IN_SLUG
                .matcher(SIGNS_OF_SOFTNESS.matcher(ascii).replaceAll(""))
                .replaceAll("-");
        slug = trimmed(slug);
        if (slug.length() <= length) {
            return slug;
        }
        int end = slug.lastIndexOf('-', length);
        return trimmed(slug.substring(0, end > length / 2 ? end : length));
    }

    private static String trimmed(String slug) {
        int begin = slug.startsWith("-") ? 1 : 0;
        int end = slug.endsWith("-") && slug.length() > begin ? slug.length() - 1 : slug.length();
        return slug.substring(begin, end);
    }

    /** A name as lists sort it: without quotation marks before it. */
    static String sorted(String name) {
        String bare = BEFORE_NAME.matcher(name).replaceFirst("");
        return bare.isEmpty() ? name : bare;
    }

    /** All forms of all names, one a line. */
    static String found(Names names) {
        SequencedSet<String> all = new LinkedHashSet<>();
        forms(names.own(), all);
        names.translations().values().stream().sorted().forEach(name -> forms(name, all));
        names.others().forEach(name -> forms(name, all));
        return String.join("\n", all);
    }

    /** What somebody looks for, word by word. */
    static List<Wanted> wanted(String text) {
        List<Wanted> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(text)) {
            SequencedSet<String> forms = new LinkedHashSet<>();
            forms(word, forms);
            if (!forms.isEmpty() && words.size() < MOST_WORDS) {
                words.add(new Wanted(List.copyOf(forms)));
            }
        }
        return words;
    }

    private static void forms(String name, SequencedSet<String> all) {
        add(FOLD.transliterate(name), all);
        if (CYRILLIC.matcher(name).find()) {
            addLatin(BULGARIAN.transliterate(name), all);
            addLatin(RUSSIAN.transliterate(name), all);
        }
        if (GREEK_LETTERS.matcher(name).find()) {
            addLatin(GREEK.transliterate(name), all);
        }
        addLatin(LATIN.transliterate(name), all);
    }

    private static void addLatin(String latin, SequencedSet<String> all) {
        String form = add(latin, all);
        add(loosened(form), all);
    }

    private static String add(String form, SequencedSet<String> all) {
        String bare = SIGNS_OF_SOFTNESS.matcher(FOLD.transliterate(form)).replaceAll("");
        String words = String.join(
                " ",
                Arrays.stream(BETWEEN_WORDS.split(bare))
                        .filter(word -> !word.isEmpty())
                        .toList());
        if (!words.isEmpty()) {
            all.add(words);
        }
        return words;
    }

    /** As it sounds: one letter where usage varies, so that Tchaikovsky and Chaykovskiy are one name. */
    private static String loosened(String latin) {
        String letters = latin.replace("tch", "ch")
                .replace("kh", "h")
                .replace('y', 'i')
                .replace('j', 'i')
                .replace('w', 'v');
        return DOUBLED.matcher(letters).replaceAll("$1");
    }

    /**
     * A word that somebody looks for.
     *
     * @param forms the ways in which it may be written, of letters and digits only; at least one
     */
    record Wanted(List<String> forms) {

        /**
         * The forms in Latin letters, which each name has beside its own: enough to find it, and PostgreSQL's trigrams know no other letters
         * where the server's character type is C.
         */
        List<String> latin() {
            List<String> latin =
                    forms.stream().filter(form -> ASCII.matcher(form).matches()).toList();
            return latin.isEmpty() ? forms : latin;
        }

        /** Whether the form is long enough to be found when it is misspelt. */
        boolean mayBeMisspelt(String form) {
            return form.length() >= SHORTEST_RESEMBLING;
        }
    }
}
