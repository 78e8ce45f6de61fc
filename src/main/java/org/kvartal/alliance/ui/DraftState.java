package org.kvartal.alliance.ui;

import com.vaadin.flow.component.html.Span;

/** Says beside the button what is kept of that which was typed. */
class DraftState extends Span {

    private final DeskWords words;

    DraftState(DeskWords words) {
        this.words = words;
        addClassName("draft-state");
    }

    /**
     * @param kept whether anything is
     * @param whole whether everything could be read
     */
    void say(boolean kept, boolean whole) {
        setText(kept ? words.text(whole ? "alliance.form.kept" : "alliance.form.kept-in-part") : "");
    }
}
