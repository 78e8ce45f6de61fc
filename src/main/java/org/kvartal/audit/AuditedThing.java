package org.kvartal.audit;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * What an act was done to, for whoever reads the trail.
 *
 * @param words the thing's name, in the reader's language or as somebody wrote it
 * @param language of the words where somebody wrote them, null where they are the house's
 * @param path where the reader finds the thing, null where there is nothing that they may open
 */
public record AuditedThing(
        String words, @Nullable Language language, @Nullable String path) {

    /** Whoever did it did it to themselves: they are named already. */
    public static final AuditedThing ACTOR = new AuditedThing("", null, null);

    /** Something that the house has a word for, and no page. */
    public static AuditedThing named(String words) {
        return new AuditedThing(words, null, null);
    }
}
