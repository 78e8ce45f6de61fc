package org.kvartal.advocacy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;

/** Words of this module for a template. */
record AdvocacyWords(Messages messages, Wording wording, Language language) {

    /** The text of a constant: {@code of('state', ADOPTED)}. */
    public String of(String kind, Enum<?> constant) {
        return messages.text(language, "advocacy." + kind + "." + Code.of(constant));
    }

    public String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    public String code(Enum<?> constant) {
        return Code.of(constant);
    }

    public String day(LocalDate day) {
        return wording.day(day, language);
    }

    public String money(Budget budget) {
        return wording.money(budget.amount(), budget.currency(), language);
    }

    /** The paragraphs of a plain text. */
    public List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** How a country is called, by its two letters; the empty text for one that nobody knows. */
    public String country(String code) {
        return code.isEmpty()
                ? messages.text(language, "advocacy.country-unknown")
                : Locale.of("", code).getDisplayCountry(language.locale());
    }
}
