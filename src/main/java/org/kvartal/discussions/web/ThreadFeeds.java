package org.kvartal.discussions.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MemberCard;
import org.kvartal.site.AtomFeed;
import org.kvartal.site.AtomFeed.Content;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** The newest threads, and the newest posts of one, for feed readers. */
@Controller
class ThreadFeeds {

    private static final int ENTRIES = 30;

    private final Threads threads;
    private final House house;
    private final Messages messages;

    ThreadFeeds(Threads threads, House house, Messages messages) {
        this.threads = threads;
        this.house = house;
        this.messages = messages;
    }

    @GetMapping(DiscussionsPages.FEED)
    ResponseEntity<byte[]> newest(WebRequest request) {
        List<ThreadRow> rows =
                threads.newest(Asker.guest(), null, null, ENTRIES).rows();
        Instant changed = rows.isEmpty() ? Instant.EPOCH : rows.getFirst().lastPostAt();
        // The house may be called otherwise, or speak another language first.
        String version = NewestThreads.version(rows) + " " + house.version();
        if (request.checkNotModified(
                "W/\"" + DigestUtils.md5DigestAsHex(version.getBytes(StandardCharsets.UTF_8)) + "\"")) {
            return ResponseEntity.status(304).build();
        }
        List<AtomFeed.Entry> entries = new ArrayList<>();
        for (ThreadRow row : rows) {
            entries.add(new AtomFeed.Entry(
                    "urn:uuid:" + row.id(),
                    row.title(),
                    house.address(DiscussionsPages.inPublic(row.number())),
                    author(row.lastAuthor(), row.lastOnBehalfOf(), row.excerptLanguage()),
                    null,
                    row.lastPostAt(),
                    new Content.Plain(row.excerpt())));
        }
        String title = house.name() + " – " + messages.text(house.language(), "discussions.public.list-title");
        return atom(feed(title, DiscussionsPages.FEED, DiscussionsPages.PUBLIC_THREADS, changed, entries));
    }

    @GetMapping(DiscussionsPages.PUBLIC_THREADS + "/{number:\\d{1,15}}.atom")
    ResponseEntity<byte[]> thread(@PathVariable long number, WebRequest request) {
        ThreadHead head = threads.head(Asker.guest(), number).orElseThrow(NotFound::new);
        if (request.checkNotModified("W/\"" + head.revision() + "\"")) {
            return ResponseEntity.status(304).build();
        }
        List<PostLine> posts = threads.posts(
                        Asker.guest(), head.id(), new Around.Before(head.lastNumber() + 1), ENTRIES)
                .posts();
        List<AtomFeed.Entry> entries = new ArrayList<>();
        for (PostLine post : posts.reversed()) {
            if (post.deleted() == null) {
                Instant edited = post.editedAt();
                entries.add(new AtomFeed.Entry(
                        "urn:uuid:" + post.id(),
                        head.title() + " #" + post.number(),
                        house.address(DiscussionsPages.inPublic(number, post.number())),
                        author(post.author(), post.onBehalfOf(), post.language()),
                        post.postedAt(),
                        edited == null ? post.postedAt() : edited,
                        new Content.Rendered(post.html())));
            }
        }
        return atom(feed(
                head.title(),
                DiscussionsPages.feed(number),
                DiscussionsPages.inPublic(number),
                head.lastPostAt(),
                entries));
    }

    /** In the language of what was written: a feed has none of its own. */
    private String author(PersonCard author, @Nullable MemberCard onBehalfOf, Language language) {
        return onBehalfOf == null
                ? author.name()
                : messages.text(
                        language,
                        "discussions.author-for",
                        author.name(),
                        onBehalfOf.name().in(language));
    }

    private AtomFeed feed(String title, String self, String page, Instant changed, List<AtomFeed.Entry> entries) {
        return new AtomFeed(title, house.address(self), house.address(page), changed, entries);
    }

    private static ResponseEntity<byte[]> atom(AtomFeed feed) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(feed.bytes());
    }
}
