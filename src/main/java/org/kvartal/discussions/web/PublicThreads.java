package org.kvartal.discussions.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.ListKey;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.discussions.Threads.ThreadList;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The threads of public spaces as plain pages, read as any visitor may read them. */
@Controller
class PublicThreads {

    /** Posts on a page. Numbers have no gaps, so that a post stays on its page for good. */
    static final int POSTS = 20;

    private static final int ROWS = 30;

    private final Threads threads;
    private final Trace trace;
    private final PublicPages pages;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final StructuredThread structured;

    PublicThreads(
            Threads threads,
            Trace trace,
            PublicPages pages,
            Messages messages,
            Wording wording,
            House house,
            StructuredThread structured) {
        this.threads = threads;
        this.trace = trace;
        this.pages = pages;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.structured = structured;
    }

    @GetMapping(LANGUAGE + DiscussionsPages.PUBLIC_THREADS)
    ResponseEntity<byte[]> list(
            @PathVariable Language language,
            @RequestParam(required = false) @Nullable String space,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<SpaceCard> spaces = threads.spaces(Asker.guest());
        @Nullable SpaceCard chosen = space == null ? null : find(spaces, space);
        boolean needs = "needs".equals(only);
        ThreadList list = list(
                needs, chosen == null ? null : chosen.id(), PageKey.read(after).orElse(null));
        String version =
                spaces.stream().map(card -> card.id() + ":" + card.version()).collect(Collectors.joining(",")) + " "
                        + NewestThreads.version(list.rows());
        return pages.answer(request, response, "discussions/list", version, () -> {
            String title = chosen == null
                    ? messages.text(language, needs ? "discussions.public.needs" : "discussions.public.list-title")
                    : chosen.name().in(language);
            Map<String, Object> model = new HashMap<>();
            model.put(
                    "page",
                    PublicPage.of(
                                    language,
                                    ListAddress.of(needs, chosen),
                                    title,
                                    messages.text(
                                            language,
                                            needs ? "discussions.public.needs-lead" : "discussions.public.list-lead"))
                            .withFeed(DiscussionsPages.FEED));
            model.put("spaces", spaces);
            model.put("needs", needs);
            model.put("address", new ListAddress(language, needs, chosen));
            model.put("rows", list.rows());
            model.put("when", new When(wording, language, house.zone()));
            model.put("forWhom", new ForWhom.Words(messages, language));
            if (chosen != null) {
                model.put("chosen", chosen);
            }
            ListKey next = list.next();
            if (next != null) {
                model.put("older", PageKey.write(next));
            }
            if (after != null) {
                model.put("continued", true);
            }
            return model;
        });
    }

    @GetMapping(LANGUAGE + DiscussionsPages.PUBLIC_THREADS + "/{number:\\d{1,15}}")
    ResponseEntity<byte[]> thread(
            @PathVariable Language language,
            @PathVariable long number,
            @RequestParam(name = "page", defaultValue = "1") int wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        ThreadHead head = threads.head(Asker.guest(), number).orElseThrow(NotFound::new);
        int last = Math.max(1, (head.lastNumber() + POSTS - 1) / POSTS);
        if (wanted < 1 || wanted > last) {
            throw new NotFound();
        }
        List<Step> trail = trace.walk(Asker.guest(), head.id().traced(), language);
        String version = head.revision() + " " + head.title() + " " + trail.hashCode();
        return pages.answer(request, response, "discussions/thread", version, () -> {
            PostList posts = threads.posts(Asker.guest(), head.id(), new Around.After((wanted - 1) * POSTS), POSTS);
            String path = DiscussionsPages.inPublic(number) + (wanted == 1 ? "" : "?page=" + wanted);
            Map<String, Object> model = new HashMap<>();
            model.put(
                    "page",
                    PublicPage.of(language, path, head.title(), structured.summary(posts))
                            .withFeed(DiscussionsPages.feed(number))
                            .withJsonLd(structured.json(head, posts, language)));
            model.put("head", head);
            model.put("needWords", new NeedWords(messages, wording, language));
            model.put("posts", posts.posts());
            model.put("trail", trail);
            model.put("number", wanted);
            model.put("last", last);
            model.put("when", new When(wording, language, house.zone()));
            model.put("forWhom", new ForWhom.Words(messages, language));
            return model;
        });
    }

    /** A post's lasting address leads to the page and the place where it stands. */
    @GetMapping(LANGUAGE + DiscussionsPages.PUBLIC_THREADS + "/{number:\\d{1,15}}/{post:\\d{1,9}}")
    ResponseEntity<Void> post(@PathVariable Language language, @PathVariable long number, @PathVariable int post) {
        ThreadHead head = threads.head(Asker.guest(), number).orElseThrow(NotFound::new);
        if (post < 1 || post > head.lastNumber()) {
            throw new NotFound();
        }
        int page = (post - 1) / POSTS + 1;
        String path = "/" + language.code() + DiscussionsPages.inPublic(number) + (page == 1 ? "" : "?page=" + page);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(path + "#post-" + post))
                .build();
    }

    private ThreadList list(boolean needs, @Nullable SpaceId space, @Nullable ListKey after) {
        return needs
                ? threads.needs(Asker.guest(), space, after, ROWS)
                : threads.newest(Asker.guest(), space, after, ROWS);
    }

    private static SpaceCard find(List<SpaceCard> spaces, String address) {
        return spaces.stream()
                .filter(card -> card.address().equals(address))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
