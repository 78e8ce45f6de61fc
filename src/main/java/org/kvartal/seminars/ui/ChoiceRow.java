package org.kvartal.seminars.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.LocalizedField;

/** One of the answers that a question offers. */
final class ChoiceRow extends RowsField.Row {

    private final LocalizedField choice;

    ChoiceRow(@Nullable LocalizedText value, Words words) {
        choice = Fields.text("choice", words.text("seminars.field.choice"), 1, true, value, words);
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
