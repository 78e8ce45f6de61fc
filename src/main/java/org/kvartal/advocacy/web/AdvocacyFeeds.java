package org.kvartal.advocacy.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.site.AtomFeed;
import org.kvartal.site.AtomFeed.Content;
import org.springframework.stereotype.Component;

/** The newest recommendations and measures for feed readers. */
@Component
class AdvocacyFeeds {

    static final String RECOMMENDATIONS = "/recommendations.atom";
    static final String MEASURES = "/measures.atom";

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
        return AtomFeed.of(
                        house.name() + " – " + messages.text(house.language(), title),
                        house.address(address),
                        house.address(page),
                        things.stream().map(this::entry).toList())
                .bytes();
    }

    private AtomFeed.Entry entry(Told thing) {
        Language language = thing.title().source();
        return new AtomFeed.Entry(
                thing.id(),
                thing.code() + " · " + thing.title().in(language),
                house.address(thing.path()),
                house.name(),
                thing.published(),
                thing.changed(),
                new Content.Plain(messages.text(language, thing.state())));
    }
}
