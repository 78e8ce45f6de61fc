package org.kvartal.pages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.shell.Icon;

/** What somebody else has written meanwhile: shown above what one has typed, which stays; one's next press puts it over theirs. */
class NewerPart extends Div {

    private final PageWords words;
    private final Runnable take;

    /** @param take shows theirs in the form, in place of what was typed */
    NewerPart(PageWords words, Runnable take) {
        this.words = words;
        this.take = take;
        addClassNames("notice", "waiting", "newer");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** There is nothing newer any more. */
    void clear() {
        removeAll();
        setVisible(false);
    }

    void show(@Nullable PersonCard by, Component theirs) {
        Button other = new Button(words.text("pages.newer.take"), _ -> take.run());
        Div acts = new Div(other);
        acts.addClassName("newer-acts");
        removeAll();
        add(
                Icon.ALERT.create(),
                new Div(
                        new Paragraph(new Span(
                                by == null
                                        ? words.text("pages.newer.text")
                                        : words.text("pages.newer.text-by", by.name()))),
                        theirs,
                        acts));
        setVisible(true);
        getElement().executeJs("this.scrollIntoView({ block: 'nearest', behavior: 'instant' })");
    }
}
