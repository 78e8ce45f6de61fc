package org.kvartal.missions.ui;

import org.kvartal.shell.AskSheet;

/** A form of this module. */
final class Ask extends AskSheet<Ask> {

    /** @param press the key of what its button says */
    Ask(Words words, String form, String press) {
        super(words, form, words.text(press));
    }

    @Override
    protected Ask self() {
        return this;
    }
}
