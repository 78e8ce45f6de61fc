package org.kvartal.seminars.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;

/** One of the answers that a question offers. */
final class ChoiceRow extends RowsField.Row {

    private final TranslatedField choice;

    ChoiceRow(@Nullable LocalizedText value, Words words) {
        choice = new TranslatedField(words, words.text("seminars.field.choice"), "choice", 1, true, value);
        add(choice);
    }

    LocalizedText choice() {
        return choice.text();
    }

    @Override
    boolean incomplete() {
        return choice.incomplete();
    }

    @Override
    void focus() {
        choice.focus();
    }
}
