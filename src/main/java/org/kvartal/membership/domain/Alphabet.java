package org.kvartal.membership.domain;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import java.util.Comparator;
import org.kvartal.kernel.Language;

/** The order of a language's alphabet (CLDR data by ICU), as the database's ICU collations have it too. */
final class Alphabet {

    private Alphabet() {}

    static Comparator<String> of(Language language) {
        Collator collator = Collator.getInstance(language.locale());
        Comparator<Object> order = collator instanceof RuleBasedCollator rules ? rules.freeze() : collator;
        return order::compare;
    }
}
