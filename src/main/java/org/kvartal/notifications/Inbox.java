package org.kvartal.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.live.LiveTopic;

/** What somebody was told; everybody has their own inbox and sees no other. Guests and the house have none ({@code Forbidden}). */
public interface Inbox {

    /** {@link #unread} says no more than this. */
    int MOST_COUNTED = 99;

    /**
     * The newest notices that the reader may still know of, in that language.
     *
     * @param before the key of an earlier answer, for what is older; null for the newest
     */
    NoticeList newest(Asker asker, Language language, @Nullable ListKey before, int limit);

    /** How many notices are unread, at most one more than {@link #MOST_COUNTED}. */
    int unread(Asker asker, Language language);

    /**
     * Marks a notice as read and says where it leads.
     *
     * @throws org.kvartal.kernel.NotFound if it is none of the asker's, or no longer theirs to know
     */
    String open(Asker asker, Language language, UUID notice);

    /**
     * Marks a notice as read.
     *
     * @throws org.kvartal.kernel.NotFound if it is none of the asker's
     */
    void read(Asker asker, UUID notice);

    /**
     * Marks everything as read that was told up to then.
     *
     * @param until when the newest notice that the reader sees was told
     */
    void readAll(Asker asker, Instant until);

    /** What changes whenever the asker's inbox has changed. */
    Set<LiveTopic> topics(Asker asker);

    /** @param next for what is older, null where there is nothing more */
    record NoticeList(List<NoticeLine> lines, @Nullable ListKey next) {

        public NoticeList {
            lines = List.copyOf(lines);
        }
    }

    /** A notice as a list shows it. */
    record NoticeLine(UUID id, NoticeText text, Instant toldAt, boolean unread) {}

    /** A place in the list. */
    record ListKey(Instant toldAt, UUID id) {}
}
