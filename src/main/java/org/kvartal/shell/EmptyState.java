package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** An empty place: it says what will be here and offers the first step. */
public class EmptyState extends Div {

    public EmptyState(String title, String words) {
        addClassName("empty");
        Paragraph heading = new Paragraph(title);
        heading.addClassName("empty-title");
        add(heading, new Paragraph(words));
    }

    /** The first step: a button or a link. */
    public EmptyState offer(Component firstStep) {
        add(firstStep);
        return this;
    }
}
