package org.kvartal.discussions.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.kernel.Language;

/**
 * Posts that came or changed, as the page's script takes them in.
 *
 * @param mine the number of the reader's own new post
 */
record ThreadNews(
        List<ShownPost> posts,
        int lastNumber,
        @Nullable String lastPostAt,
        @Nullable Integer mine) {

    static ThreadNews of(PostList list, @Nullable Integer mine, Language reading) {
        String lastPostAt = list.posts().stream()
                .filter(post -> post.number() == list.lastNumber())
                .findFirst()
                .map(post -> post.postedAt().toString())
                .orElse(null);
        return new ThreadNews(ShownPost.of(list, reading), list.lastNumber(), lastPostAt, mine);
    }
}
