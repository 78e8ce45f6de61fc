package org.kvartal.search.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether a word as it was typed is a form of a stem but for a slip of the finger. A slip that touches the ending keeps the stemmer from taking it off, so that the stems of the two have little in common; what was typed is compared with
 * the stem and each ending instead. Only what the stemmer takes for a form of the stem counts: other words that begin alike do not.
 */
@Component
class WordForms {

    private static final List<String> LATIN = List.of(
            ("|s|es|d|ed|ing|ings|er|ers|or|ors|r|rs|y|ies|e|ly|al|als|ally|ion|ions|ation|ations|ition|itions|ment|ments|ness|ity|ities|ive|ives|able|ible|ance"
                            + "|ances|ence|ences|ant|ants|ent|ents|ful|ism|ist|ists|ize|izes|ized|izing|izer|ization|ise|ises|ised|ising|iser|isation|ate|ates|ated|ating|ator|ators|ic|ics|ical|ous|ious")
                    .split("\\|"));

    /** Of Russian and Bulgarian alike: many words are of both. */
    private static final List<String> CYRILLIC = List.of(
            ("|а|я|о|е|и|ы|у|ю|ь|й|ам|ям|ами|ями|ах|ях|ов|ев|ей|ом|ем|ой|ою|ею|ия|ии|ию|ий|ие|ием|иям|иями|иях|ья|ье|ью|ый|ая|яя|ое|ее|ые|ого|его|ому|ему|ым|им|ых|их|ую|юю|ыми"
                            + "|ими|ть|ать|ять|ить|еть|ает|яет|ит|ет|ут|ют|ат|ят|ал|ала|али|ил|ила|или|ся|сь|ется|ится|ются|ость|ости|остью"
                            + "|ът|ят|та|то|те|ата|ята|ото|ето|ите|ият|ията|иите|ове|овете|ища|ищата|ен|ена|ено|ени|ният|ната|ното|ните|ние|ието|нието|ния|нията|ниите")
                    .split("\\|"));

    /** Last letters that stand otherwise before some endings. */
    private static final Map<Character, String> TURNED = Map.of('i', "y", 'к', "ц", 'г', "з", 'х', "с");

    private final Stemming stemming;

    WordForms(Stemming stemming) {
        this.stemming = stemming;
    }

    /** Whether a word as it was typed is a form of that stem but for one slip. */
    boolean holdsBut(String typed, String stem) {
        List<String> endings = Stemming.isCyrillic(stem.codePointAt(0)) ? CYRILLIC : LATIN;
        for (String body : bodies(stem)) {
            for (String ending : endings) {
                String form = body + ending;
                if (Slips.between(typed, form, 1) <= 1 && isFormOf(form, stem)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What may stand before an ending: stemmers also change the end of a stem. */
    private static Set<String> bodies(String stem) {
        Set<String> bodies = new LinkedHashSet<>(Set.of(stem));
        String cut = stem.substring(0, stem.length() - 1);
        char last = stem.charAt(stem.length() - 1);
        if (TURNED.containsKey(last)) {
            bodies.add(cut + TURNED.get(last));
        }
        if (last == 'e') {
            bodies.add(cut);
        }
        if (Stemming.isCyrillic(last)) {
            // The vowel before the last consonant of Bulgarian stems goes or turns: препоръка, сдружение.
            bodies.add(cut + 'ъ' + last);
            bodies.add(cut + 'е' + last);
            if (cut.endsWith("я")) {
                bodies.add(cut.substring(0, cut.length() - 1) + 'е' + last);
            }
        } else {
            bodies.add(stem + last);
        }
        return bodies;
    }

    private boolean isFormOf(String form, String stem) {
        return form.equals(stem)
                || stemming.stems(form, Set.of()).stream()
                        .anyMatch(one -> one.word().equals(stem));
    }
}
