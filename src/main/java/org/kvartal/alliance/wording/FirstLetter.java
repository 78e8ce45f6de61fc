package org.kvartal.alliance.wording;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.kvartal.kernel.Language;

/** The letter under which a name stands in a list in the order of an alphabet. */
public final class FirstLetter {

    private static final Map<Language, Collator> LETTERS = letters();

    private FirstLetter() {}

    /**
     * Without its accent where the language's alphabet holds both for one letter: Šestar stands under S, but Йорданов under Й. All digits
     * stand together.
     *
     * @return "–" for a name without a letter or digit
     */
    public static String of(String name, Language language) {
        String first = name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("–");
        if (Character.isDigit(first.codePointAt(0))) {
            return "0–9";
        }
        String upper = first.toUpperCase(language.locale());
        String plain = Normalizer2.getNFDInstance().normalize(upper);
        String bare = plain.substring(0, plain.offsetByCodePoints(0, 1));
        return Objects.requireNonNull(LETTERS.get(language)).compare(upper, bare) == 0 ? bare : upper;
    }

    private static Map<Language, Collator> letters() {
        Map<Language, Collator> letters = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Collator collator = Collator.getInstance(language.locale());
            collator.setStrength(Collator.PRIMARY);
            letters.put(language, collator.freeze());
        }
        return letters;
    }
}
