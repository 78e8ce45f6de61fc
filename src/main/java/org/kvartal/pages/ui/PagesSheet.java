package org.kvartal.pages.ui;

import org.kvartal.shell.AskSheet;
import org.kvartal.shell.LocalizedField;

/** A form for a page or a piece of news. */
class PagesSheet extends AskSheet<PagesSheet> {

    PagesSheet(PageWords words, String form, String press) {
        super(words, form, words.text(press));
        addClassName("long");
    }

    /** What is typed into a text that stands within a group stays in the browser, too. */
    LocalizedField kept(LocalizedField text) {
        return field(text);
    }

    @Override
    protected PagesSheet self() {
        return this;
    }
}
