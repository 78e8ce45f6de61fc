package org.kvartal.discussions;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;

/**
 * What people are writing, kept as it is typed. A draft belongs to one person and one place; a save with a lower sequence than the kept one
 * never overwrites it.
 */
public interface Drafts {

    /** The most characters of a draft's title: beyond what a thread takes, so that a title is kept while it is still being shortened. */
    int TITLE_LENGTH = 2_000;

    /** @param key the place: {@code thread:<id>} for an answer, {@code space:<id>} or {@code new} for a new thread, {@code edit:<post>} */
    Optional<Draft> find(Asker asker, String key);

    /**
     * Keeps what has been typed so far.
     *
     * @return the draft that is kept now: the given one, or the newer one that was there already
     * @throws org.kvartal.kernel.Refused at {@code text} or {@code title}
     * @throws org.kvartal.kernel.NotFound if there is no such place, or no such post that the asker may change
     */
    Draft save(Asker asker, Draft draft);

    /** Throws a draft away; also done by posting it, in the same transaction. */
    void discard(Asker asker, String key);

    /**
     * Whom a file belongs to that is put into a text: ask before each {@link org.kvartal.files.Files#store}. A draft must have been saved
     * once before files can be put into it.
     *
     * @throws org.kvartal.kernel.NotFound unless it is the asker's draft, or a post that the asker may edit
     */
    FileOwner attach(Asker asker, PostId post);

    /**
     * @param post the id that the post will have, so that pictures can belong to it already
     * @param sequence rises with each save of the page
     * @param onBehalfOf for whom it is meant to be written, null for the writer themselves; nothing is checked before it is posted
     * @param savedAt null before it was saved
     */
    record Draft(
            String key,
            PostId post,
            long sequence,
            @Nullable String title,
            String text,
            Language language,
            @Nullable MemberId onBehalfOf,
            @Nullable Instant savedAt) {

        /** Written as oneself. */
        public Draft(
                String key,
                PostId post,
                long sequence,
                @Nullable String title,
                String text,
                Language language,
                @Nullable Instant savedAt) {
            this(key, post, sequence, title, text, language, null, savedAt);
        }
    }
}
