package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import org.kvartal.kernel.Language;

/** The head of a view: where it belongs, its one {@code h1}, a line about it, and at most one main act. */
@Tag("header")
public class PageHeading extends HtmlContainer {

    private final H1 title;

    public PageHeading(String title) {
        this.title = new H1(title);
        addClassName("page-head");
        add(this.title);
    }

    /** Says that the title is in the language of whoever wrote it. */
    public PageHeading in(Language language) {
        title.getElement().setAttribute("lang", language.code());
        return this;
    }

    /** Changes the title. */
    public void rename(String words) {
        title.setText(words);
    }

    /** Small words or links above the title: where this belongs. */
    public PageHeading kicker(Component... components) {
        Div kicker = new Div(components);
        kicker.addClassName("page-kicker");
        addComponentAsFirst(kicker);
        return this;
    }

    /** A link above the title, to the page that this one lies below. */
    public PageHeading below(String path, String words) {
        return kicker(new Anchor(path, words));
    }

    /** A quiet sentence below the title. */
    public PageHeading lead(String words) {
        Paragraph lead = new Paragraph(words);
        lead.addClassName("page-lead");
        add(lead);
        return this;
    }

    /** Small facts below the title. */
    public PageHeading facts(Component... facts) {
        Div meta = new Div(facts);
        meta.addClassName("meta");
        add(meta);
        return this;
    }

    /** What can be done here. */
    public PageHeading acts(Component... acts) {
        Div place = new Div(acts);
        place.addClassName("page-acts");
        add(place);
        return this;
    }
}
