package org.kvartal.calendar.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;

/** Asks whether something is really meant, and why where a reason is needed. */
class AskForm extends Div {

    private final Desk desk;
    private final @Nullable TextArea reason;
    private final ErrorText problem = new ErrorText();
    private final Button send;

    AskForm(Desk desk, String about, String press, boolean why, Consumer<String> act, Runnable leave) {
        this.desk = desk;
        addClassNames("form", "event-form");
        reason = why ? new TextArea(desk.text("calendar.reason")) : null;
        send = new Button(press);
        send.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> go(act));
        Button keep = new Button(desk.text("calendar.form.leave"), _ -> leave.run());
        keep.addClickShortcut(Key.ESCAPE).listenOn(this);
        Div acts = new Div(send, keep);
        acts.addClassName("form-acts");
        add(new Paragraph(about));
        if (reason != null) {
            reason.setRequiredIndicatorVisible(true);
            reason.setMinRows(2);
            reason.addValueChangeListener(_ -> reason.setInvalid(false));
            add(reason);
        }
        add(problem, acts);
    }

    /** Opens in a place that was empty. */
    void openIn(Div place) {
        place.removeAll();
        place.add(this);
        if (reason != null) {
            reason.focus();
        } else {
            send.focus();
        }
    }

    private void go(Consumer<String> act) {
        problem.clear();
        try {
            act.accept(reason == null ? "" : reason.getValue());
        } catch (Refused refused) {
            String why = desk.refusal(refused);
            if (reason != null && "reason".equals(refused.field())) {
                reason.setErrorMessage(why);
                reason.setInvalid(true);
                reason.focus();
            } else {
                problem.say(why);
            }
        } finally {
            send.setEnabled(true);
        }
    }
}
