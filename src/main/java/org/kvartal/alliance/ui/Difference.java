package org.kvartal.alliance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What became of one field: what stood there, and what stands or would stand there instead. */
class Difference extends Div {

    Difference(DifferenceWords words, String field, String before, String after) {
        addClassName("difference");
        H3 title = new H3(words.field(field));
        add(title, side(words, field, before, "before"), side(words, field, after, "after"));
    }

    private static Paragraph side(DifferenceWords words, String field, String value, String which) {
        Span label = new Span(words.words().text("alliance.history." + which) + " ");
        label.addClassName("visually-hidden");
        Span text =
                new Span(value.isEmpty() ? words.words().text("alliance.history.nothing") : words.value(field, value));
        Paragraph side = new Paragraph(label, text);
        side.addClassNames("difference-" + which, value.isEmpty() ? "nothing" : "something");
        return side;
    }
}
