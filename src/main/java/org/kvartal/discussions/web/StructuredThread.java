package org.kvartal.discussions.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.membership.MemberCard;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thread as search engines read it.
 *
 * @see <a href="https://schema.org/DiscussionForumPosting">schema.org, DiscussionForumPosting</a>
 */
@Component
class StructuredThread {

    private static final int SUMMARY = 160;

    private final House house;
    private final JsonMapper json;

    StructuredThread(House house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    /** The beginning of the first post of the page that stands. */
    String summary(PostList posts) {
        return posts.posts().stream()
                .filter(post -> post.deleted() == null)
                .findFirst()
                .map(post -> post.html().excerpt(SUMMARY))
                .orElse("");
    }

    String json(ThreadHead head, PostList posts, Language language) {
        String address = house.address("/" + language.code() + DiscussionsPages.inPublic(head.number()));
        Map<String, Object> thread = new LinkedHashMap<>();
        thread.put("@context", "https://schema.org");
        thread.put("@type", "DiscussionForumPosting");
        thread.put("@id", address);
        thread.put("url", address);
        thread.put("headline", head.title());
        thread.put("inLanguage", head.language().code());
        thread.put("datePublished", head.startedAt().toString());
        thread.put("dateModified", head.lastPostAt().toString());
        thread.put("author", person(head.author().name()));
        putOrganisation(thread, head.onBehalfOf(), head.language());
        thread.put(
                "interactionStatistic",
                Map.of(
                        "@type",
                        "InteractionCounter",
                        "interactionType",
                        "https://schema.org/CommentAction",
                        "userInteractionCount",
                        Math.max(0, head.lastNumber() - 1)));
        List<Map<String, Object>> comments = new ArrayList<>();
        for (PostLine post : posts.posts()) {
            if (post.deleted() != null) {
                continue;
            }
            String text = post.html().excerpt(Markdown.MAX_LENGTH);
            if (post.number() == 1) {
                thread.put("text", text);
            } else {
                Map<String, Object> comment = new LinkedHashMap<>();
                comment.put("@type", "Comment");
                comment.put("url", address + "/" + post.number());
                comment.put("text", text);
                comment.put("inLanguage", post.language().code());
                comment.put("datePublished", post.postedAt().toString());
                comment.put("author", person(post.author().name()));
                putOrganisation(comment, post.onBehalfOf(), post.language());
                comments.add(comment);
            }
        }
        if (!comments.isEmpty()) {
            thread.put("comment", comments);
        }
        return json.writeValueAsString(thread);
    }

    /**
     * The organisation on whose behalf the author wrote.
     *
     * @see <a href="https://schema.org/sourceOrganization">schema.org, sourceOrganization</a>
     */
    private static void putOrganisation(Map<String, Object> text, @Nullable MemberCard onBehalfOf, Language language) {
        if (onBehalfOf != null) {
            text.put(
                    "sourceOrganization",
                    Map.of("@type", "Organization", "name", onBehalfOf.name().in(language)));
        }
    }

    private static Map<String, Object> person(String name) {
        return Map.of("@type", "Person", "name", name);
    }
}
