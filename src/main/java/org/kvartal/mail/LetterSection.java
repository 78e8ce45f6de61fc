package org.kvartal.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind that a letter lists below its text.
 *
 * @param title null where there is but one kind
 */
public record LetterSection(@Nullable String title, List<Item> items) {

    public LetterSection {
        items = List.copyOf(items);
    }

    /**
     * @param text what more there is to know, plain
     * @param address where it leads, a full address
     */
    public record Item(String title, @Nullable String text, String address) {}
}
