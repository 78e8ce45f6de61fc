package org.kvartal.seminars.web;

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
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.springframework.stereotype.Component;

/**
 * What comes next, for feed readers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, The Atom Syndication Format</a>
 */
@Component
class SeminarFeed {

    static final String PATH = "/seminars.atom";

    /** What XML 1.0 cannot hold. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final House house;
    private final Messages messages;
    private final Wording wording;

    SeminarFeed(House house, Messages messages, Wording wording) {
        this.house = house;
        this.messages = messages;
        this.wording = wording;
    }

    byte[] of(List<SeminarCard> cards) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(house.address(PATH));
        feed.setTitle(house.name() + " – " + messages.text(Language.EN, "seminars.menu"));
        feed.setPublishedDate(Date.from(cards.stream()
                .map(SeminarCard::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)));
        feed.setLinks(List.of(
                link("self", house.address(PATH)), link("alternate", house.address(SeminarPages.PUBLIC_SEMINARS))));
        feed.setEntries(cards.stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SyndEntry entry(SeminarCard card) {
        Language language = card.title().source();
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:uuid:" + card.id());
        entry.setTitle(clean(card.title().in(language)));
        entry.setLink(house.address(SeminarPages.inPublic(card.slug())));
        SyndPersonImpl author = new SyndPersonImpl();
        author.setName(clean(house.name()));
        entry.setAuthors(List.of(author));
        entry.setUpdatedDate(Date.from(card.changedAt()));
        SeminarWords words = new SeminarWords(messages, wording, language, house.zone());
        SyndContent content = new SyndContentImpl();
        content.setType("text");
        content.setValue(clean(words.of("state", card.state()) + " · " + words.when(card)
                + (card.place().isEmpty() ? "" : " · " + card.place())));
        entry.setContents(List.of(content));
        return entry;
    }

    private static SyndLink link(String rel, String href) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(href);
        return link;
    }

    private static String clean(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }
}
