package org.kvartal.discussions;

import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.kernel.Asker;
import org.kvartal.live.Live.Listening;

/**
 * What happens in threads while people look at them. A node reads each piece of news once, however many pages show the thread, and hands the
 * same records to all of them; watchers are called on a thread of this module and must hand their work on quickly.
 *
 * @see "Decision record 0070, one read per thread and node"
 */
public interface ThreadFeed {

    /**
     * Hands over what comes or changes in a thread, each time as {@link Threads#since} would answer this asker. Returns at once and without
     * asking the database; an asker who may not read the thread is told {@link Watcher#lost} soon after.
     *
     * @param revision the {@link PostList#revision()} of what the page shows already
     * @return ends the watching; closing it twice does nothing
     */
    Listening watch(Asker asker, ThreadId thread, long revision, Watcher watcher);

    /**
     * Says that the order of threads, their number or what is unread may have changed, at most once in two seconds; the page reads
     * {@link Threads#newest} or {@link Threads#unread} again.
     */
    Listening onNewest(Runnable again);

    /** A page that shows a thread. */
    @FunctionalInterface
    interface Watcher {

        /** Posts that came or changed, in the order of their change; a change may be told twice. */
        void changed(PostList news);

        /**
         * The need of the thread was stated, changed, supported or taken back.
         *
         * @param need null where there is none any more
         */
        default void need(@Nullable NeedCard need) {}

        /** Somebody else is writing an answer; said again every few seconds while they do. */
        default void writing(PersonCard person) {}

        /** The asker may no longer read the thread; nothing follows. */
        default void lost() {}
    }
}
