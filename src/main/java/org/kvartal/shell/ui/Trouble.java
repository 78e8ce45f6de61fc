package org.kvartal.shell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import org.kvartal.shell.Icon;
import org.kvartal.shell.ShellPages;

/** A page that could not be shown: what happened, what to do, the way back. */
abstract class Trouble extends Div implements HasDynamicTitle {

    private String title = "";

    Trouble() {
        addClassNames("view", "narrow");
    }

    /** Fills the page. {@code key} names a title and a text in the bundle. */
    void explain(Icon icon, String key) {
        title = getTranslation("shell." + key + ".title");
        Span sign = icon.create();
        Anchor back = new Anchor(ShellPages.HOME, getTranslation("shell.to-today"));
        back.addClassNames("button", "main");
        Div acts = new Div(back);
        acts.addClassName("message-acts");
        Div message = new Div(sign, new H1(title), new Paragraph(getTranslation("shell." + key + ".text")), acts);
        message.addClassName("message");
        removeAll();
        add(message);
    }

    /** Adds the number to quote. */
    void quote(String number) {
        Paragraph code = new Paragraph(getTranslation("shell.error.number", number));
        code.addClassName("message-code");
        add(code);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
