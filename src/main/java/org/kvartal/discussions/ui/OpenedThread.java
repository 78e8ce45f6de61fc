package org.kvartal.discussions.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the page's script begins with it.
 *
 * @param texts what the page says by itself
 * @param target the number of the post to show
 * @param everybody whether any visitor may read it
 * @param counting whether the time counts for which it is read
 * @param offering whether other modules may have acts for a post
 */
record OpenedThread(
        String language,
        String zone,
        Map<String, String> texts,
        @Nullable String me,
        long thread,
        String startedAt,
        String lastPostAt,
        int lastNumber,
        int lastRead,
        int target,
        boolean mayPost,
        boolean everybody,
        boolean counting,
        boolean offering,
        List<ShownPost> posts) {}
