package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.MySeminar;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.ShellPages;

/** The next seminar in which the reader has a place, on Today; first of all one in which a seat is offered to them. */
@org.springframework.stereotype.Component
class NextSeminarCard implements HomeCard {

    private final Seminars seminars;
    private final Messages messages;
    private final Wording wording;
    private final Clock clock;

    NextSeminarCard(Seminars seminars, Messages messages, Wording wording, Clock clock) {
        this.seminars = seminars;
        this.messages = messages;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Column column() {
        return Column.NEXT;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        Instant now = clock.instant();
        List<MySeminar> mine = seminars.mine(reader.asker()).stream()
                .filter(one -> !one.seminar().over(now) && one.seminar().state() != SeminarState.CANCELLED)
                .toList();
        return mine.stream()
                .min(Comparator.comparing((MySeminar one) -> one.state() != RegistrationState.OFFERED)
                        .thenComparing(one -> one.seminar().starts()))
                .map(one -> card(one, new Words(messages, wording, reader)));
    }

    private Component card(MySeminar mine, Words words) {
        Paragraph title = new Paragraph(Pieces.link(mine.seminar(), words));
        title.addClassName("row-title");
        Div meta = new Div(new Span(words.when(mine.seminar())));
        meta.addClassName("meta");
        if (!mine.seminar().place().isEmpty()) {
            meta.add(new Span(mine.seminar().place()));
        }
        meta.add(Pieces.badge(mine.state(), words));
        Card card = new Card(words.text("seminars.home.title"))
                .more(ShellPages.path(SeminarPages.SEMINARS), words.text("seminars.home.all"))
                .hold(title, meta);
        if (mine.state() == RegistrationState.OFFERED) {
            until(mine, words).ifPresent(until -> card.hold(new Paragraph(words.text("seminars.home.offer", until))));
            card.acts(Pieces.button(
                    SeminarPages.seminar(mine.seminar().slug()), words.text("seminars.home.answer"), true));
        } else if (mine.state() == RegistrationState.STARTED) {
            card.acts(Pieces.button(
                    SeminarPages.seminar(mine.seminar().slug()), words.text("seminars.app.confirm"), true));
        }
        return card;
    }

    /** Until when the seat is held. */
    private Optional<String> until(MySeminar mine, Words words) {
        return seminars.find(words.asker(), mine.seminar().slug())
                .map(SeminarPage::mine)
                .map(Place::offerUntil)
                .map(until -> words.exact(until, mine.seminar().zone()));
    }
}
