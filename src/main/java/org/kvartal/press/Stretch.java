package org.kvartal.press;

import org.jspecify.annotations.Nullable;

/**
 * A part of a paragraph that looks alike.
 *
 * @param language BCP 47 tag of the text; decides the forms of Cyrillic letters
 * @param link where it leads: a web address, or {@code #name} for a place in the same document; null for nowhere
 */
public record Stretch(
        String text, Style style, String language, @Nullable String link) {

    public static Stretch of(String text, Style style, String language) {
        return new Stretch(text, style, language, null);
    }
}
