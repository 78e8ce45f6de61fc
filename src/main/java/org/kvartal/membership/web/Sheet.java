package org.kvartal.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;

/**
 * A form as it is shown: what was typed, and what is wrong beside each field.
 *
 * @param typed by the fields' names
 * @param wrong messages by the fields' names
 * @param trouble what is wrong with the whole, null where nothing is
 */
record Sheet(
        Map<String, String> typed,
        Map<String, String> wrong,
        @Nullable String trouble) {

    static Sheet of(Map<String, String> typed) {
        return new Sheet(typed, Map.of(), null);
    }

    /** What a request says in these fields. */
    static Sheet of(HttpServletRequest request, String... fields) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : fields) {
            typed.put(field, JoinPages.field(request, field));
        }
        return of(typed);
    }

    Sheet refusing(Refused refused, Messages messages, Language language) {
        return refusing(List.of(refused), messages, language);
    }

    /** The same with the reasons beside the fields, and above them how many there are. */
    Sheet refusing(Collection<Refused> reasons, Messages messages, Language language) {
        if (reasons.isEmpty()) {
            return this;
        }
        Map<String, String> beside = new LinkedHashMap<>(wrong);
        String whole = null;
        for (Refused reason : reasons) {
            if (reason.field() == null) {
                whole = messages.text(language, reason);
            } else {
                beside.putIfAbsent(shown(reason.field()), messages.text(language, reason));
            }
        }
        if (whole == null && !beside.isEmpty()) {
            whole = messages.text(language, "membership.join.mend", beside.size());
        }
        return new Sheet(typed, beside, whole);
    }

    Sheet troubled(String words) {
        return new Sheet(typed, wrong, words);
    }

    /** A city has one field, whether it is in the list of places or not. */
    private static String shown(String field) {
        return field.equals("place") ? "city" : field;
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
