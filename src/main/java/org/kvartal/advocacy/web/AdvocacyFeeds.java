package org.kvartal.advocacy.web;

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
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.springframework.stereotype.Component;

/**
 * The newest recommendations and measures for feed readers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, The Atom Syndication Format</a>
 */
@Component
class AdvocacyFeeds {

    static final String RECOMMENDATIONS = "/recommendations.atom";
    static final String MEASURES = "/measures.atom";

    /** What XML 1.0 cannot hold. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final House house;
    private final Messages messages;

    AdvocacyFeeds(House house, Messages messages) {
        this.house = house;
        this.messages = messages;
    }

    byte[] recommendations(List<RecommendationCard> cards) {
        return feed(
                RECOMMENDATIONS,
                "advocacy.public.title",
                AdvocacyPages.PUBLIC_RECOMMENDATIONS,
                cards.stream()
                        .map(card -> new Told(
                                "urn:uuid:" + card.id(),
                                card.code(),
                                card.title(),
                                AdvocacyPages.inPublic(card.code()),
                                "advocacy.state." + Code.of(card.state()),
                                card.publicAt(),
                                card.changedAt()))
                        .toList());
    }

    byte[] measures(List<MeasureCard> cards) {
        return feed(
                MEASURES,
                "advocacy.public.measures",
                AdvocacyPages.PUBLIC_MEASURES,
                cards.stream()
                        .map(card -> new Told(
                                "urn:uuid:" + card.id(),
                                card.code(),
                                card.title(),
                                AdvocacyPages.measureInPublic(card.code()),
                                "advocacy.measure-state." + Code.of(card.state()),
                                null,
                                card.changedAt()))
                        .toList());
    }

    /**
     * @param path of its page, below the language prefix
     * @param state key of what it is called
     */
    private record Told(
            String id,
            String code,
            LocalizedText title,
            String path,
            String state,
            @Nullable Instant published,
            Instant changed) {}

    private byte[] feed(String address, String title, String page, List<Told> things) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(house.address(address));
        feed.setTitle(house.name() + " – " + messages.text(Language.EN, title));
        feed.setPublishedDate(Date.from(things.stream()
                .map(Told::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)));
        feed.setLinks(List.of(link("self", house.address(address)), link("alternate", house.address(page))));
        feed.setEntries(things.stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SyndEntry entry(Told thing) {
        Language language = thing.title().source();
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(thing.id());
        entry.setTitle(clean(thing.code() + " · " + thing.title().in(language)));
        entry.setLink(house.address(thing.path()));
        SyndPersonImpl author = new SyndPersonImpl();
        author.setName(clean(house.name()));
        entry.setAuthors(List.of(author));
        if (thing.published() != null) {
            entry.setPublishedDate(Date.from(thing.published()));
        }
        entry.setUpdatedDate(Date.from(thing.changed()));
        SyndContent content = new SyndContentImpl();
        content.setType("text");
        content.setValue(messages.text(language, thing.state()));
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
