package org.kvartal.discussions.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Reaction;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.kernel.Language;

/** A post as the page's script draws it. The markup is what {@link org.kvartal.kernel.Markdown} made and nothing else. */
record ShownPost(
        String id,
        int number,
        ShownPerson author,
        @Nullable ShownMember onBehalfOf,
        String language,
        String html,
        String at,
        @Nullable String edited,
        @Nullable String editedBy,
        @Nullable Gone gone,
        Map<Reaction, Integer> reactions,
        Set<Reaction> mine,
        boolean mayEdit,
        boolean mayDelete,
        long revision) {

    record Gone(String by, String at) {}

    static ShownPost of(PostLine post, Language reading) {
        Instant edited = post.editedAt();
        return new ShownPost(
                post.id().toString(),
                post.number(),
                ShownPerson.of(post.author()),
                ShownMember.of(post.onBehalfOf(), reading),
                post.language().code(),
                post.html().html(),
                post.postedAt().toString(),
                edited == null ? null : edited.toString(),
                post.editedBy() == null ? null : post.editedBy().name(),
                post.deleted() == null
                        ? null
                        : gone(post.deleted().by(), post.deleted().at()),
                post.reactions(),
                post.mine(),
                post.mayEdit(),
                post.mayDelete(),
                post.revision());
    }

    static List<ShownPost> of(PostList list, Language reading) {
        return list.posts().stream().map(post -> of(post, reading)).toList();
    }

    private static Gone gone(PersonCard by, Instant at) {
        return new Gone(by.name(), at.toString());
    }
}
