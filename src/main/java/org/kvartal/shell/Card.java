package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A thing of its own on a page: a title, what it holds, and what can be done with it. */
@Tag("section")
public class Card extends HtmlContainer {

    private final Div head = new Div();
    private final Div body = new Div();
    private final Div foot = new Div();

    public Card(String title) {
        addClassName("card");
        H2 heading = new H2(title);
        heading.addClassName("card-title");
        heading.setId("card-" + Integer.toUnsignedString(System.identityHashCode(this), 36));
        getElement().setAttribute("aria-labelledby", heading.getId().orElseThrow());
        head.addClassName("card-head");
        body.addClassName("card-body");
        foot.addClassName("card-foot");
        head.add(heading);
        add(head, body);
    }

    /** The link beside the title that leads to all of it. */
    public Card more(String href, String words) {
        Anchor more = new Anchor(href, words);
        more.addClassName("card-more");
        head.add(more);
        return this;
    }

    /** What the card holds. */
    public Card hold(Component... components) {
        body.add(components);
        return this;
    }

    /** What can be done, at the foot. */
    public Card acts(Component... acts) {
        foot.add(acts);
        add(foot);
        return this;
    }
}
