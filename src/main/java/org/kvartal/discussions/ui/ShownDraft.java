package org.kvartal.discussions.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.PostId;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;

/**
 * A draft as the composer goes on with it.
 *
 * @param sequence 0 before it was saved
 */
record ShownDraft(
        String key,
        String post,
        long sequence,
        @Nullable String title,
        String text,
        String language,
        @Nullable String onBehalfOf,
        @Nullable String savedAt) {

    static ShownDraft of(Draft draft) {
        Instant at = draft.savedAt();
        MemberId onBehalfOf = draft.onBehalfOf();
        return new ShownDraft(
                draft.key(),
                draft.post().toString(),
                draft.sequence(),
                draft.title(),
                draft.text(),
                draft.language().code(),
                onBehalfOf == null ? null : onBehalfOf.toString(),
                at == null ? null : at.toString());
    }

    /** Nothing typed yet. */
    static ShownDraft empty(String key, PostId post, String text, Language language) {
        return new ShownDraft(key, post.toString(), 0, null, text, language.code(), null, null);
    }
}
