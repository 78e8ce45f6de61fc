package org.kvartal.membership.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.kvartal.accounts.PersonCard;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.TermId;
import org.kvartal.membership.TermMode;
import org.kvartal.shell.DayField;

/** Says who is in a body. The id is made with the form, so that a second press is the same term. */
class TermForm extends WordedSheet {

    private final Bodies bodies;
    private final BodyId body;
    private final TermId id = TermId.next();
    private final ComboBox<PersonCard> person;
    private final Select<BodyRole> role;
    private final Select<TermMode> mode;
    private final DayField from;
    private final DayField to;
    private final TextField decision;

    /** @param today the day on which it begins if nothing else is chosen */
    TermForm(Bodies bodies, BodyId body, LocalDate today, PersonField people, Words words) {
        super(words, "term", words.text("membership.app.body.appoint-send"));
        this.bodies = bodies;
        this.body = body;
        person = field("person", people.make(words.text("membership.app.body.person"), words));
        role = field("role", new Select<>());
        role.setLabel(words.text("membership.app.body.role"));
        role.setItems(BodyRole.values());
        role.setItemLabelGenerator(one -> words.of("body-role", one));
        role.setValue(BodyRole.MEMBER);
        mode = field("mode", new Select<>());
        mode.setLabel(words.text("membership.app.body.mode"));
        mode.setItems(TermMode.values());
        mode.setItemLabelGenerator(one -> words.of("term-mode", one));
        mode.setValue(TermMode.ELECTED);
        from = field("from", new DayField(words.text("membership.app.term.first-day"), words.language()));
        from.setValue(today);
        from.setRequiredIndicatorVisible(true);
        to = field("to", new DayField(words.text("membership.app.term.last-day"), words.language()));
        to.setHelperText(words.text("membership.app.term.last-day-hint"));
        decision = field("decision", new TextField(words.text("membership.app.body.decision")));
        decision.setHelperText(words.text("membership.app.body.decision-hint"));
        fill(person, pair(role, mode), pair(from, to), decision);
    }

    @Override
    protected void send() {
        bodies.appoint(
                words.asker(),
                new NewTerm(
                        id,
                        body,
                        person.getValue().id(),
                        role.getValue(),
                        from.getValue(),
                        to.getValue(),
                        mode.getValue(),
                        decision.getValue()));
    }

    private static Div pair(com.vaadin.flow.component.Component one, com.vaadin.flow.component.Component other) {
        Div pair = new Div(one, other);
        pair.addClassName("pair");
        return pair;
    }
}
