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
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.stereotype.Component;

/**
 * The newest recommendations for feed readers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, The Atom Syndication Format</a>
 */
@Component
class RecommendationFeed {

    /** What XML 1.0 cannot hold. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final House house;
    private final Messages messages;

    RecommendationFeed(House house, Messages messages) {
        this.house = house;
        this.messages = messages;
    }

    byte[] of(List<RecommendationCard> cards) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(house.address(OpenRecommendations.FEED));
        feed.setTitle(house.name() + " – " + messages.text(Language.EN, "advocacy.public.title"));
        feed.setPublishedDate(Date.from(cards.stream()
                .map(RecommendationCard::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)));
        feed.setLinks(List.of(
                link("self", house.address(OpenRecommendations.FEED)),
                link("alternate", house.address(AdvocacyPages.PUBLIC_RECOMMENDATIONS))));
        feed.setEntries(cards.stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SyndEntry entry(RecommendationCard card) {
        Language language = card.title().source();
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:uuid:" + card.id());
        entry.setTitle(clean(card.code() + " · " + card.title().in(language)));
        entry.setLink(house.address(AdvocacyPages.inPublic(card.code())));
        SyndPersonImpl author = new SyndPersonImpl();
        author.setName(clean(house.name()));
        entry.setAuthors(List.of(author));
        if (card.publicAt() != null) {
            entry.setPublishedDate(Date.from(card.publicAt()));
        }
        entry.setUpdatedDate(Date.from(card.changedAt()));
        SyndContent content = new SyndContentImpl();
        content.setType("text");
        content.setValue(messages.text(language, "advocacy.state." + Code.of(card.state())));
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
