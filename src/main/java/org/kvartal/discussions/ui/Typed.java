package org.kvartal.discussions.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * What the composer sends: as a browser may send anything, nothing in it is believed before a service has checked it.
 *
 * @param place {@code main} for the page's own text, {@code edit:<post>} for a post that is changed
 * @param post the id that the text will have
 * @param base the sequence of the draft that the page began from
 * @param space where a new thread is to stand
 * @param version the version that an edit began from
 */
record Typed(
        String place, String post, long base, String title, String text, String language, String space, long version) {

    Typed {
        place = orEmpty(place);
        post = orEmpty(post);
        title = orEmpty(title);
        text = orEmpty(text);
        language = orEmpty(language);
        space = orEmpty(space);
    }

    boolean blank() {
        return title.isBlank() && text.isBlank();
    }

    Language language(Language otherwise) {
        return Language.of(language).orElse(otherwise);
    }

    private static String orEmpty(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
