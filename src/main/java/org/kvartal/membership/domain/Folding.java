package org.kvartal.membership.domain;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings names into forms in which they are found: without case, accents and signs, as written and in Latin letters. Cyrillic is put into Latin
 * by three habits, since people type any of them: the one of Russian passports and atlases («Шрифт» is "shrift"), the one of Bulgarian law
 * («Щерев» is "shterev"), and the scholars' («Христо» is "hristo").
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/transforms/general/">ICU transforms</a>
 */
final class Folding {

    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern JOINING = Pattern.compile("['’ʹʺʼ`´\\p{M}]+");
    private static final Pattern SPACE = Pattern.compile(" ");

    private static final Transliterator PLAIN = Transliterator.getInstance("NFD; [:Mn:] Remove; NFC");

    private static final List<Transliterator> TO_LATIN = List.of(
            Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII"),
            Transliterator.createFromRules("Bulgarian", """
                    :: NFC ;
                    а > a ; б > b ; в > v ; г > g ; д > d ; е > e ; ж > zh ; з > z ; ия } [^[:L:]] > ia ; и > i ; й > y ; к > k ;
                    л > l ; м > m ; н > n ; о > o ; п > p ; р > r ; с > s ; т > t ; у > u ; ф > f ; х > h ; ц > ts ; ч > ch ;
                    ш > sh ; щ > sht ; ъ > a ; ь > y ; ю > yu ; я > ya ;
                    :: Any-Latin ;
                    :: Latin-ASCII ;
                    """, Transliterator.FORWARD),
            Transliterator.getInstance("Any-Latin; Latin-ASCII"));

    private Folding() {}

    /** The forms of a name, the one as written first; none where it holds neither letter nor digit. */
    static List<String> forms(String name) {
        String folded = folded(name);
        if (folded.isEmpty()) {
            return List.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        forms.add(folded);
        // Accents are kept until here: they tell the transforms which letter it is.
        String cased = CASE.normalize(name);
        TO_LATIN.forEach(toLatin -> forms.add(words(toLatin.transliterate(cased))));
        forms.remove("");
        return List.copyOf(forms);
    }

    /** All forms of all names, for a column that is searched. */
    static String searchText(Collection<String> names) {
        Set<String> forms = new LinkedHashSet<>();
        names.forEach(name -> forms.addAll(forms(name)));
        return String.join(" ", forms);
    }

    /**
     * What somebody typed to find a name: for each word its forms, any of which may stand in the name.
     *
     * @param most words beyond these are not looked for
     */
    static List<List<String>> sought(String typed, int most) {
        List<List<String>> words = new ArrayList<>();
        Arrays.stream(SPACE.split(folded(typed)))
                .filter(word -> !word.isEmpty())
                .limit(most)
                .forEach(word -> words.add(forms(word)));
        return words;
    }

    /** Without case, accents and signs, in its own script. */
    static String folded(String text) {
        return words(PLAIN.transliterate(CASE.normalize(text)));
    }

    private static String words(String text) {
        return SIGNS.matcher(JOINING.matcher(CASE.normalize(text)).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
