package org.kvartal.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something was asked that a rule does not allow, and the person can mend it: what they typed stays, and the message is shown
 * beside the field it is about.
 */
public class Refused extends RuntimeException {

    private final @Nullable String field;
    private final String key;
    private final List<Object> arguments;
    private final List<Refused> all;

    private Refused(@Nullable String field, String key, List<Refused> several, Object... arguments) {
        super(field == null ? key : field + ": " + key, null, false, false);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
        this.all = List.copyOf(several);
    }

    /** A refusal of the whole request; {@code key} is a message key. */
    public static Refused because(String key, Object... arguments) {
        return new Refused(null, key, List.of(), arguments);
    }

    /** A refusal of what stands in one field, named as in the form; {@code key} is a message key. */
    public static Refused at(String field, String key, Object... arguments) {
        return new Refused(field, key, List.of(), arguments);
    }

    /** Several refusals of one form, so that a page can say all of them at once; the first speaks for whoever says one. */
    public static Refused together(List<Refused> several) {
        Refused first = several.getFirst();
        return several.size() == 1 ? first : new Refused(first.field, first.key, several, first.arguments());
    }

    /** Everything that was refused: this alone, or all that was put {@link #together}. */
    public List<Refused> all() {
        return all.isEmpty() ? List.of(this) : all;
    }

    /** The field that the message belongs to, or null where it concerns the whole request. */
    public @Nullable String field() {
        return field;
    }

    /** The message key, to be said by {@link Messages} in the reader's language. */
    public String key() {
        return key;
    }

    /** What the message mentions: numbers, names. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
