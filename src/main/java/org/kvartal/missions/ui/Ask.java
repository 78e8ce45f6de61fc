package org.kvartal.missions.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.kvartal.shell.AskSheet;

/** A form of this module. */
final class Ask extends AskSheet<Ask> {

    /** A form that is saved, with what it is for as its title: the button that opens it says so, and may be far away. */
    static Ask titled(Words words, String form, String title) {
        Paragraph name = new Paragraph(words.text(title));
        name.addClassName("ask-title");
        return new Ask(words, form, "missions.app.save").with(name);
    }

    /** @param press the key of what its button says */
    Ask(Words words, String form, String press) {
        super(words, form, words.text(press));
    }

    @Override
    protected Ask self() {
        return this;
    }
}
