package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.membership.Bodies.TermLine;
import org.kvartal.shell.Face;
import org.kvartal.shell.PersonChip;

/** People of a body with their terms. */
class TermRows extends UnorderedList {

    /** @param end is handed a term that can be ended, and the place for the question; null for whoever may not */
    TermRows(List<TermLine> terms, LocalDate today, Words words, @Nullable BiConsumer<TermLine, Div> end) {
        addClassName("rows");
        terms.forEach(term -> add(row(term, today, words, end)));
    }

    private static ListItem row(TermLine term, LocalDate today, Words words, @Nullable BiConsumer<TermLine, Div> end) {
        PersonCard person = term.person();
        Div title = new Div(
                new PersonChip(person.id(), person.name(), person.picture(), person.language(), Face.Size.NORMAL));
        title.addClassName("row-title");
        Div meta = new Div(
                new Span(words.of("body-role", term.role())),
                new Span(words.of("term-mode", term.mode())),
                new Span(words.term(term.from(), term.to(), !term.from().isAfter(today))));
        meta.addClassNames("row-meta", "meta");
        if (!term.decision().isEmpty()) {
            meta.add(new Span(term.decision()));
        }
        ListItem row = new ListItem(title, meta);
        row.addClassNames("row", "person-row");
        boolean lasts = term.to() == null || !term.to().isBefore(today);
        if (end != null && lasts) {
            Div place = new Div();
            place.addClassName("row-form");
            Button act = new Button(words.text("membership.app.body.end"), _ -> end.accept(term, place));
            act.setAriaLabel(words.text("membership.app.body.end-which", person.name()));
            act.addThemeVariants(ButtonVariant.TERTIARY);
            Div acts = new Div(act);
            acts.addClassName("row-end");
            row.add(acts, place);
        }
        return row;
    }
}
