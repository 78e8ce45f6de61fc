package org.kvartal.discussions.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.UnsentText;

/** Where somebody who starts a thread says that it is a need, and what need. */
class NeedChoice extends Div {

    private final Checkbox chosen = new Checkbox();
    private final NeedFields fields;
    private final UnsentText unsent;

    NeedChoice(NeedDesk desk, Reader reader, boolean begun) {
        fields = desk.fields(reader);
        unsent = new UnsentText(reader.asker(), "need");
        addClassName("need-choice");
        chosen.setLabel(getTranslation("discussions.need.choice"));
        chosen.setHelperText(getTranslation("discussions.need.choice-hint"));
        chosen.setValue(begun);
        chosen.addValueChangeListener(_ -> {
            fields.setVisible(chosen.getValue());
            if (chosen.getValue()) {
                fields.focus();
            }
        });
        fields.setVisible(begun);
        fields.keepIn(unsent);
        add(chosen, unsent, fields);
    }

    /**
     * Starts a thread with what was typed here, null where it is no need.
     *
     * @throws Refused what is wrong here is said here, and that something is
     */
    long with(Language language, ToLongFunction<@Nullable NeedFacts> start) {
        if (!chosen.getValue()) {
            return start.applyAsLong(null);
        }
        NeedFacts facts;
        try {
            facts = fields.facts(language);
        } catch (Refused _) {
            throw Refused.because("discussions.refused.need-incomplete");
        }
        long number;
        try {
            number = start.applyAsLong(facts);
        } catch (Refused refused) {
            throw fields.say(refused) ? Refused.because("discussions.refused.need-incomplete") : refused;
        }
        unsent.sent();
        return number;
    }
}
