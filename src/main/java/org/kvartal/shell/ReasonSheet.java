package org.kvartal.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Says what will happen, and asks whether that is meant, and why. */
public class ReasonSheet extends Sheet {

    private final TextArea reason;
    private final Consumer<String> act;

    /**
     * @param form tells it from others on its page: see {@link Sheet}
     * @param about what will happen
     * @param press what the button says
     * @param act gets the reason
     */
    public ReasonSheet(ReaderWords words, String form, String about, String press, Consumer<String> act) {
        super(words, form, press);
        this.act = act;
        reason = field("reason", new TextArea(words.text("shell.reason")));
        reason.setRequiredIndicatorVisible(true);
        reason.setMinRows(2);
        warn();
        fill(new Paragraph(about), reason);
    }

    /** The reason may be left out. */
    public final ReasonSheet optional() {
        reason.setRequiredIndicatorVisible(false);
        return this;
    }

    @Override
    protected void send() {
        act.accept(reason.getValue());
    }
}
