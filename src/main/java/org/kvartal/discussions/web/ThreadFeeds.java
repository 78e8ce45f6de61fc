package org.kvartal.discussions.web;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
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
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/**
 * The newest threads, and the newest posts of one, for feed readers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, The Atom Syndication Format</a>
 */
@Controller
class ThreadFeeds {

    private static final int ENTRIES = 30;

    /** What XML 1.0 cannot hold. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

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
        String version = NewestThreads.version(rows);
        if (request.checkNotModified(
                "W/\"" + DigestUtils.md5DigestAsHex(version.getBytes(StandardCharsets.UTF_8)) + "\"")) {
            return ResponseEntity.status(304).build();
        }
        List<SyndEntry> entries = new ArrayList<>();
        for (ThreadRow row : rows) {
            entries.add(entry(
                    "urn:uuid:" + row.id(),
                    row.title(),
                    house.address(DiscussionsPages.inPublic(row.number())),
                    author(row.lastAuthor(), row.lastOnBehalfOf(), row.excerptLanguage()),
                    null,
                    row.lastPostAt(),
                    content("text", row.excerpt())));
        }
        String title = house.name() + " – " + messages.text(Language.EN, "discussions.public.list-title");
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
        List<SyndEntry> entries = new ArrayList<>();
        for (PostLine post : posts.reversed()) {
            if (post.deleted() == null) {
                Instant edited = post.editedAt();
                entries.add(entry(
                        "urn:uuid:" + post.id(),
                        head.title() + " #" + post.number(),
                        house.address(DiscussionsPages.inPublic(number, post.number())),
                        author(post.author(), post.onBehalfOf(), post.language()),
                        post.postedAt(),
                        edited == null ? post.postedAt() : edited,
                        content("html", post.html().html())));
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

    private SyndFeed feed(String title, String self, String page, Instant changed, List<SyndEntry> entries) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(house.address(self));
        feed.setTitle(clean(title));
        feed.setPublishedDate(Date.from(changed));
        feed.setLinks(List.of(link("self", house.address(self)), link("alternate", house.address(page))));
        feed.setEntries(entries);
        return feed;
    }

    private static SyndEntry entry(
            String id,
            String title,
            String address,
            String author,
            @Nullable Instant posted,
            Instant changed,
            SyndContent text) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(id);
        entry.setTitle(clean(title));
        entry.setLink(address);
        var person = new SyndPersonImpl();
        person.setName(clean(author));
        entry.setAuthors(List.of(person));
        if (posted != null) {
            entry.setPublishedDate(Date.from(posted));
        }
        entry.setUpdatedDate(Date.from(changed));
        entry.setContents(List.of(text));
        return entry;
    }

    private static SyndContent content(String type, String text) {
        SyndContent content = new SyndContentImpl();
        content.setType(type);
        content.setValue(clean(text));
        return content;
    }

    private static SyndLink link(String relation, String address) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(address);
        return link;
    }

    private static String clean(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }

    private static ResponseEntity<byte[]> atom(SyndFeed feed) {
        try {
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noCache().cachePublic())
                    .body(new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8));
        } catch (FeedException broken) {
            throw new IllegalStateException("a feed could not be written", broken);
        }
    }
}
