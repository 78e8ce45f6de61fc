package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why, before something is done that needs a reason. */
class ReasonForm extends WordedSheet {

    private final Consumer<String> act;
    private final TextArea reason;

    /**
     * @param about what happens
     * @param press what the button says
     * @param act gets the reason
     */
    ReasonForm(Words words, String form, String about, String press, Consumer<String> act) {
        super(words, form, press);
        this.act = act;
        reason = field("reason", new TextArea(words.text("forum.app.field.reason")));
        reason.setRequiredIndicatorVisible(true);
        reason.setMinRows(2);
        warn();
        fill(new Paragraph(about), reason);
    }

    @Override
    protected void send() {
        act.accept(reason.getValue());
    }
}
