package org.kvartal.trace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.shell.Icon;

/** How far something in a list of the workspace has come: one quiet line with the way there. */
@StyleSheet("context://trace/trace.css")
public class FurthestLine extends Div {

    /** @param step as {@link Trace#furthest} told it to the reader */
    public FurthestLine(Step step, Messages messages, Language language) {
        TraceCard card = step.card();
        addClassNames("meta", "trail-furthest");
        Span label = new Span(messages.text(language, step.key()));
        label.addClassName("trail-label");
        add(Icon.RIGHT.small(), label);
        String words = card.code() == null ? card.title() : card.code() + " " + card.title();
        Component title = card.appPath() == null ? new Span(words) : new Anchor(card.appPath(), words);
        title.getElement().setAttribute("lang", card.language().code());
        add(title);
        if (card.state() != null) {
            add(new Span(card.state()));
        }
    }
}
