package org.kvartal.membership.ui;

import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.TermLine;
import org.kvartal.shell.DayField;

/** Ends a term in a body after a day. */
class EndTermForm extends WordedSheet {

    private final Bodies bodies;
    private final TermLine term;
    private final DayField lastDay;
    private final TextArea reason;

    EndTermForm(Bodies bodies, TermLine term, LocalDate today, Words words) {
        super(words, "end " + term.id(), words.text("membership.app.body.end-send"));
        this.bodies = bodies;
        this.term = term;
        lastDay = field("lastDay", new DayField(words.text("membership.app.term.last-day"), words.language()));
        lastDay.setValue(today);
        lastDay.setRequiredIndicatorVisible(true);
        reason = field("reason", new TextArea(words.text("shell.reason")));
        reason.setRequiredIndicatorVisible(true);
        reason.setMinRows(2);
        warn();
        fill(lastDay, reason);
    }

    @Override
    protected void send() {
        bodies.end(words.asker(), term.id(), lastDay.getValue(), reason.getValue());
    }
}
