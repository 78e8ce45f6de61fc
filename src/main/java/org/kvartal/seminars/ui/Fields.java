package org.kvartal.seminars.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.LocalizedField;

/** Fields that several forms have. */
final class Fields {

    private Fields() {}

    /** A text in one language or more; one line where it has a row at most. */
    static LocalizedField text(
            String name, String label, int rows, boolean needed, @Nullable LocalizedText value, Words words) {
        LocalizedField field = (rows <= 1
                        ? LocalizedField.line(name, label, words.language())
                        : LocalizedField.block(name, label, rows, words.language()))
                .show(value);
        return needed ? field.required() : field;
    }
}
