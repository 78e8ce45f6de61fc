package org.kvartal.advocacy.ui;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kvartal.shell.AmountField;
import org.kvartal.shell.AskSheet;

/** A form of this module. */
final class Ask extends AskSheet<Ask> {

    final Words words;

    /** @param press the key of what its button says */
    Ask(Words words, String form, String press) {
        super(words, form, words.text(press));
        this.words = words;
    }

    @Override
    protected Ask self() {
        return this;
    }

    /**
     * A number that may have a part after the point, and may be missing.
     *
     * @param label what stands at it
     */
    AmountField amount(String name, String label, @Nullable BigDecimal value) {
        AmountField field =
                asking(name, new AmountField(label, words.language(), words.text("shell.amount.unreadable")));
        field.show(value);
        return field;
    }
}
