package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Short facts, each beside its name. */
class FactList extends DescriptionList {

    FactList() {
        addClassName("facts");
    }

    /** Adds a fact; gives back its row. */
    Div fact(String name, Component... value) {
        Div row = new Div(new Term(name), new Description(value));
        row.addClassName("fact");
        getElement().appendChild(row.getElement());
        return row;
    }

    boolean isEmpty() {
        return getElement().getChildCount() == 0;
    }

    /** A web address as people typed it: a link where it can be followed safely, else its letters. */
    static Component website(String typed) {
        String address = typed.contains("://") ? typed : "https://" + typed;
        if (!address.startsWith("https://") && !address.startsWith("http://")) {
            return new Span(typed);
        }
        Anchor link = new Anchor(address, typed.replaceFirst("^https?://", "").replaceFirst("/$", ""));
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        link.setRouterIgnore(true);
        return link;
    }
}
