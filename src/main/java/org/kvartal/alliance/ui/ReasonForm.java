package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.UnsentText;

/** An act that wants a reason: it opens below its button. */
class ReasonForm extends Div {

    private final TextArea reason;

    /**
     * @param key of the button; with {@code -why} that of the field
     * @param act gets the reason; what it refuses is said beside the field
     */
    ReasonForm(DeskWords words, String key, SerializableConsumer<String> act, Runnable left) {
        addClassNames("reason", "stack");
        reason = FormPart.area(words.text(key + "-why"));
        reason.setRequiredIndicatorVisible(true);
        UnsentText unsent = new UnsentText(words.asker(), key);
        unsent.keep("reason", reason);
        Button press = new Button(words.text(key), _ -> {
            try {
                act.accept(reason.getValue());
                unsent.sent();
            } catch (Refused refused) {
                FormPart.refuseAt(reason, words.text(refused));
            }
        });
        press.addThemeVariants(ButtonVariant.PRIMARY);
        Button leave = new Button(words.text("alliance.form.cancel"), _ -> left.run());
        Div acts = new Div(press, leave);
        acts.addClassName("form-acts");
        add(unsent, reason, acts);
    }

    void focus() {
        reason.focus();
    }
}
