package org.kvartal.site;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.SafeHtml;

/**
 * What is new, for feed readers. What XML cannot hold is left out of what people wrote.
 *
 * @param self its own address, whole
 * @param page the address of the page that shows the same, whole
 * @param changed when it changed last
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, The Atom Syndication Format</a>
 */
public record AtomFeed(String title, String self, String page, Instant changed, List<Entry> entries) {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    public AtomFeed {
        entries = List.copyOf(entries);
    }

    /** A feed that changed when the last of its entries did. */
    public static AtomFeed of(String title, String self, String page, List<Entry> entries) {
        Instant changed = entries.stream()
                .map(Entry::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new AtomFeed(title, self, page, changed, entries);
    }

    /**
     * One thing that is told.
     *
     * @param id what it is known by for ever, a URI
     * @param address of its page, whole
     * @param published null where only its last change is known
     */
    public record Entry(
            String id,
            String title,
            String address,
            String author,
            @Nullable Instant published,
            Instant changed,
            Content content) {

        private SyndEntry written() {
            SyndEntry entry = new SyndEntryImpl();
            entry.setUri(id);
            entry.setTitle(clean(title));
            entry.setLink(address);
            SyndPerson person = new SyndPersonImpl();
            person.setName(clean(author));
            entry.setAuthors(List.of(person));
            if (published != null) {
                entry.setPublishedDate(Date.from(published));
            }
            entry.setUpdatedDate(Date.from(changed));
            entry.setContents(List.of(content.written()));
            return entry;
        }
    }

    /** What is told of it. */
    public sealed interface Content {

        record Plain(String text) implements Content {}

        record Rendered(SafeHtml html) implements Content {}

        private SyndContent written() {
            SyndContent content = new SyndContentImpl();
            switch (this) {
                case Plain(String text) -> {
                    content.setType("text");
                    content.setValue(clean(text));
                }
                case Rendered(SafeHtml html) -> {
                    content.setType("html");
                    content.setValue(clean(html.html()));
                }
            }
            return content;
        }
    }

    /** The feed as it is sent, in UTF-8. */
    public byte[] bytes() {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(self);
        feed.setTitle(clean(title));
        feed.setPublishedDate(Date.from(changed));
        feed.setLinks(List.of(link("self", self), link("alternate", page)));
        feed.setEntries(entries.stream().map(Entry::written).toList());
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException impossible) {
            throw new IllegalStateException("a feed could not be written", impossible);
        }
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
}
