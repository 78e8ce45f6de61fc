package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.RoomFeed.RoomPage;

/** What is spoken of, as a participant sees it. */
class HallItem extends Section {

    private final Words words;
    private final SeenBack back;
    private final Drawn drawn = new Drawn();

    HallItem(SeenBack back, Words words) {
        this.back = back;
        this.words = words;
        addClassName("hall-item");
    }

    void show(RoomPage page, boolean runs) {
        setVisible(runs);
        RoomItem current = page.current();
        HandLine speaker =
                page.hands().stream().filter(HandLine::speaking).findFirst().orElse(null);
        LookBack seen = back.of(page);
        if (!drawn.anew(current, page.hidden(), speaker, page.outcomes(), page.next(), seen)) {
            return;
        }
        removeAll();
        if (current == null) {
            add(new H2(words.text(page.hidden() ? "forum.room.internal" : "forum.room.pause-now")));
        } else {
            ItemLine line = current.line();
            H2 title = new H2();
            if (line.number() != null) {
                title.add(line.number() + ". ");
            }
            title.add(words.shown(line.title()));
            Div clock = new Div(
                    new ItemTimer(current, page.now()), new Span(words.text("forum.room.planned", line.minutes())));
            clock.addClassName("hall-line");
            add(title, clock, ItemCard.facts(line, words));
            if (!line.context().isEmpty()) {
                add(ItemCard.background(line, words));
            }
            if (!line.papers().isEmpty()) {
                add(ItemCard.papers(line.papers(), words));
            }
            if (seen != null) {
                add(new LastOutcomes(seen, words));
            }
        }
        if (speaker != null) {
            Paragraph speaks = new Paragraph(
                    words.text("forum.room.now-speaks", speaker.person().name()));
            if (speaker.onBehalfOf() != null) {
                speaks.add(new Span(" "), words.forWhom(speaker.onBehalfOf()));
            }
            add(speaks);
        }
        if (!page.outcomes().isEmpty()) {
            UnorderedList noted = new UnorderedList();
            noted.addClassName("outcomes");
            page.outcomes().forEach(one -> noted.add(LastOutcomes.row(one, null, words)));
            add(noted);
        }
        if (page.next() != null) {
            Paragraph next = new Paragraph(words.text("forum.room.then") + " ");
            next.add(words.shown(page.next().line().title()));
            next.addClassName("figure-words");
            add(next);
        }
    }
}
