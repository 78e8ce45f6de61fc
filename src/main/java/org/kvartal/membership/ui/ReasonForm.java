package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks whether something is really meant, and why. */
class ReasonForm extends WordedSheet {

    private final TextArea reason;
    private final Consumer<String> act;

    /**
     * @param form tells it from others on its page: see {@link WordedSheet}
     * @param about what will happen
     * @param press what the button says
     * @param needed whether a reason must be given
     */
    ReasonForm(Words words, String form, String about, String press, boolean needed, Consumer<String> act) {
        super(words, form, press);
        this.act = act;
        reason = field("reason", new TextArea(words.text("membership.app.reason")));
        reason.setRequiredIndicatorVisible(needed);
        reason.setMinRows(2);
        warn();
        fill(new Paragraph(about), reason);
    }

    @Override
    protected void send() {
        act.accept(reason.getValue());
    }
}
