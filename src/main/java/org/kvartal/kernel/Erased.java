package org.kvartal.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is being erased.
 *
 * @param name what they were called
 * @param address folded; null where they had none
 * @param called what they are called from now on, in each language: the name that they chose, or the house's word for who is no longer there
 * @param certificates whether what was certified may still be checked by others
 */
public record Erased(
        PersonId person, String name, @Nullable String address, Map<Language, String> called, boolean certificates) {

    /** Stands for a name where a text has no language. */
    private static final String NOBODY = "—";

    public Erased {
        called = Map.copyOf(called);
    }

    /** Whether they stay under the name that they had. */
    public boolean keepsName() {
        return called.values().stream().allMatch(name::equals);
    }

    /**
     * For statements: {@code person}, {@code name}, {@code address}, {@code certificates}, {@code in_en}, {@code in_ru}, {@code in_bg}, {@code plain} (where a text has no language), {@code official} (a text in
     * all languages), and for those that search texts {@code pattern} (the name as a whole word) with {@code new_en}, {@code new_ru}, {@code new_bg}, {@code new_plain}; {@code address_pattern} finds the address.
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("person", person.value());
        values.put("name", name);
        values.put("address", address);
        values.put("certificates", certificates);
        values.put("pattern", keepsName() ? "(?!)" : word(name));
        values.put("address_pattern", address == null ? "(?!)" : word(address));
        String plain = new HashSet<>(called.values()).size() == 1
                ? called.values().iterator().next()
                : NOBODY;
        values.put("plain", plain);
        values.put("new_plain", plain.replace("\\", "\\\\"));
        StringBuilder official = new StringBuilder("{\"source\": \"EN\", \"texts\": {");
        for (Language language : Language.values()) {
            String text = called.getOrDefault(language, "");
            values.put("in_" + language.code(), text);
            values.put("new_" + language.code(), text.replace("\\", "\\\\"));
            official.append(language == Language.EN ? "" : ", ")
                    .append('"')
                    .append(language.name())
                    .append("\": \"")
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        values.put("official", official.append("}}").toString());
        return values;
    }

    /** What finds a text between others, whatever it is written with. */
    private static String word(String text) {
        StringBuilder pattern = new StringBuilder("(?<!\\w)");
        text.codePoints().forEach(character -> {
            if (!Character.isLetterOrDigit(character)) {
                pattern.append('\\');
            }
            pattern.appendCodePoint(character);
        });
        return pattern.append("(?!\\w)").toString();
    }

    /** Hides who it is. */
    @Override
    public String toString() {
        return "Erased[" + person + "]";
    }
}
