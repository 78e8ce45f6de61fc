package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.Sheet;

/** A form that speaks the words of the forum. */
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

    /** What something is called, in one language or more; it is needed. */
    final LocalizedField named(String name, String label, @Nullable LocalizedText now) {
        return field(words.named(name, label)).show(now);
    }

    /** A field of a part that several forms have: see {@link #field}. */
    final <C extends Component & HasValidationProperties & HasValue<?, ?>> C asked(String name, C field) {
        return field(name, field);
    }
}
