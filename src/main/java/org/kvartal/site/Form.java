package org.kvartal.site;

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
 * A form of a public page as it is shown: what was typed, and what is wrong beside each field. Passwords are never shown again.
 *
 * @param typed by the fields' names
 * @param wrong messages by the fields' names
 * @param trouble what is wrong with the whole, null where nothing is
 */
public record Form(
        Map<String, String> typed,
        Map<String, String> wrong,
        @Nullable String trouble) {

    public static Form of(Map<String, String> typed) {
        return new Form(typed, Map.of(), null);
    }

    /** What a request says in these fields. */
    public static Form of(HttpServletRequest request, String... fields) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : fields) {
            typed.put(field, field(request, field));
        }
        return of(typed);
    }

    /** What a request says in a field; empty where it has none. */
    public static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public Form refusing(Refused refused, Messages messages, Language language) {
        return refusing(List.of(refused), messages, language);
    }

    /** The same with the reasons beside the fields, and above them how many there are. */
    public Form refusing(Collection<Refused> reasons, Messages messages, Language language) {
        if (reasons.isEmpty()) {
            return this;
        }
        Map<String, String> beside = new LinkedHashMap<>(wrong);
        String whole = null;
        for (Refused reason : reasons) {
            if (reason.field() == null) {
                whole = messages.text(language, reason);
            } else {
                beside.putIfAbsent(reason.field(), messages.text(language, reason));
            }
        }
        if (whole == null && !beside.isEmpty()) {
            whole = messages.text(language, "site.mend", beside.size());
        }
        return new Form(typed, beside, whole);
    }

    public Form troubled(String words) {
        return new Form(typed, wrong, words);
    }

    public Form troubled(TooOften tooOften, Messages messages, Language language) {
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
