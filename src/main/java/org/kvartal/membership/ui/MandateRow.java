package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Somebody who represents an organisation, will, did, or is invited to. */
class MandateRow extends ListItem {

    private final Div place = new Div();

    MandateRow(MandateLine line, Words words, Component... acts) {
        addClassNames("row", "person-row");
        PersonCard card = line.person();
        Span who = card == null
                ? new Span(line.name())
                : new PersonChip(card.id(), card.name(), card.picture(), card.language());
        Div title = new Div(who);
        title.addClassName("row-title");
        Div meta = new Div(new Span(words.of("representation", line.kind())));
        meta.addClassNames("row-meta", "meta");
        StatusBadge badge = badge(line.state(), words);
        if (badge != null) {
            meta.addComponentAsFirst(badge);
        }
        String term = words.term(line.from(), line.to(), line.state() != MandateState.FUTURE);
        if (line.ended() != null) {
            meta.add(new Span(words.text("membership.app.mandates.ended", words.day(line.ended()))));
        } else if (!term.isEmpty()) {
            meta.add(new Span(term));
        }
        if (line.email() != null) {
            meta.add(new Span(line.email()));
        }
        if (line.person() == null && line.ended() == null) {
            meta.add(new Span(
                    line.invited() == null
                            ? words.text("membership.app.mandates.unsent")
                            : words.text("membership.app.mandates.sent", words.when(line.invited()))));
        }
        add(title, meta);
        if (!line.documents().isEmpty()) {
            add(new WrittenMandate(line.documents(), words));
        }
        if (acts.length > 0) {
            Div end = new Div(acts);
            end.addClassName("row-end");
            add(end);
        }
        place.addClassName("row-form");
        add(place);
    }

    /** Where a form about it is opened. */
    Div place() {
        return place;
    }

    private static @Nullable StatusBadge badge(MandateState state, Words words) {
        String word = words.of("mandate-state", state);
        return switch (state) {
            case CURRENT, ENDED -> null;
            case FUTURE -> new StatusBadge(Status.WAITING, word);
            case INVITED -> new StatusBadge(Status.PLAIN, Icon.MAIL, word);
            case EXPIRED -> new StatusBadge(Status.LATE, word);
        };
    }
}
