package org.kvartal.seminars.web;

import java.util.List;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.site.AtomFeed;
import org.kvartal.site.AtomFeed.Content;
import org.springframework.stereotype.Component;

/** What comes next, for feed readers. */
@Component
class SeminarFeed {

    static final String PATH = "/seminars.atom";

    private final House house;
    private final Messages messages;
    private final Wording wording;

    SeminarFeed(House house, Messages messages, Wording wording) {
        this.house = house;
        this.messages = messages;
        this.wording = wording;
    }

    byte[] of(List<SeminarCard> cards) {
        return AtomFeed.of(
                        house.name() + " – " + messages.text(house.language(), "seminars.menu"),
                        house.address(PATH),
                        house.address(SeminarPages.PUBLIC_SEMINARS),
                        cards.stream().map(this::entry).toList())
                .bytes();
    }

    private AtomFeed.Entry entry(SeminarCard card) {
        Language language = card.title().source();
        SeminarWords words = new SeminarWords(messages, wording, language, house.zone());
        String told = words.of("state", card.state()) + " · " + words.when(card)
                + (card.place().isEmpty() ? "" : " · " + card.place());
        return new AtomFeed.Entry(
                "urn:uuid:" + card.id(),
                card.title().in(language),
                house.address(SeminarPages.inPublic(card.slug())),
                house.name(),
                null,
                card.changedAt(),
                new Content.Plain(told));
    }
}
