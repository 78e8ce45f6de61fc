package org.kvartal.accounts.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.domain.SignUpForm;
import org.kvartal.accounts.domain.TooOften;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;

/**
 * A form as it is shown: what was typed, and what is wrong beside each field. Passwords are never shown again.
 *
 * @param typed by the fields' names
 * @param wrong messages by the fields' names
 * @param trouble what is wrong with the whole, null where nothing is
 */
record Form(
        Map<String, String> typed,
        Map<String, String> wrong,
        @Nullable String trouble) {

    static Form of(Map<String, String> typed) {
        return new Form(typed, Map.of(), null);
    }

    static Form of(SignUpForm typed) {
        return of(Map.of(
                "name", typed.name(),
                "email", typed.email(),
                "language", typed.language().code()));
    }

    Form refusing(Refused refused, Messages messages, Language language) {
        return refusing(List.of(refused), messages, language);
    }

    /** The same with the reasons beside the fields, and above them how many there are. */
    Form refusing(Collection<Refused> reasons, Messages messages, Language language) {
        Map<String, String> beside = new LinkedHashMap<>();
        String whole = messages.text(language, "accounts.mend", reasons.size());
        for (Refused reason : reasons) {
            if (reason.field() == null) {
                whole = messages.text(language, reason);
            } else {
                beside.putIfAbsent(reason.field(), messages.text(language, reason));
            }
        }
        return new Form(typed, beside, whole);
    }

    Form troubled(String words) {
        return new Form(typed, wrong, words);
    }

    Form troubled(TooOften tooOften, Messages messages, Language language) {
        return troubled(tooOften.words(messages, language));
    }

    /** What was typed into a field. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong with a field, null where nothing is. */
    public @Nullable String error(String field) {
        return wrong.get(field);
    }
}
