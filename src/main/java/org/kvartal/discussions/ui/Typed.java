package org.kvartal.discussions.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MemberId;

/**
 * What the composer sends: as a browser may send anything, nothing in it is believed before a service has checked it.
 *
 * @param place {@code main} for the page's own text, {@code edit:<post>} for a post that is changed
 * @param post the id that the text will have
 * @param base the sequence of the draft that the page began from
 * @param space where a new thread is to stand
 * @param version the version that an edit began from
 * @param onBehalfOf the organisation for which it is written, empty for the writer themselves
 */
record Typed(
        String place,
        String post,
        long base,
        String title,
        String text,
        String language,
        String space,
        long version,
        String onBehalfOf) {

    Typed {
        place = orEmpty(place);
        post = orEmpty(post);
        title = orEmpty(title);
        text = orEmpty(text);
        language = orEmpty(language);
        space = orEmpty(space);
        onBehalfOf = orEmpty(onBehalfOf);
    }

    boolean blank() {
        return title.isBlank() && text.isBlank();
    }

    Language language(Language otherwise) {
        return Language.of(language).orElse(otherwise);
    }

    /** @throws NotFound if what was sent is no id at all */
    @Nullable MemberId voice() {
        try {
            return onBehalfOf.isEmpty() ? null : MemberId.of(onBehalfOf);
        } catch (IllegalArgumentException forged) {
            throw new NotFound();
        }
    }

    private static String orEmpty(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
