package org.kvartal.discussions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;

/**
 * An act of a module above that begins at a thread or at one of its posts. Beans of this type are asked in their {@code @Order} when a thread opens in the workspace, and
 * when the menu of a post does; what they offer is a link to their own page.
 */
public interface PostAction {

    /** What the asker may do with it now; empty where nothing. */
    Optional<PostActionOffer> offer(Asker asker, Spot spot);

    /**
     * Where the act begins.
     *
     * @param number the thread's, as people see it
     * @param post null for the thread as a whole
     */
    record Spot(ThreadId thread, long number, @Nullable PostId post) {}
}
