package org.kvartal.membership.ui;

import org.kvartal.shell.Sheet;

/** A form that speaks the words of membership. */
abstract class WordedSheet extends Sheet {

    final Words words;

    /**
     * @param form tells it from others on its page: see {@link Sheet}
     * @param act what the button that sends it says
     */
    WordedSheet(Words words, String form, String act) {
        super(words, form, act);
        this.words = words;
    }
}
