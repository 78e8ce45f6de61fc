package org.kvartal.membership.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import org.kvartal.accounts.PersonCard;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.WrittenMandates;
import org.kvartal.shell.DayField;

/** Gives a mandate to a person of the house. The id is made with the form, so that a second press is the same mandate. */
class GiveForm extends WordedSheet {

    private final Mandates mandates;
    private final MemberId association;
    private final MandateId id = MandateId.next();
    private final ComboBox<PersonCard> person;
    private final KindField kind;
    private final DayField from;
    private final DayField to;
    private final DocumentField document;

    GiveForm(Mandates mandates, WrittenMandates written, MemberId association, PersonField people, Words words) {
        super(words, "give", words.text("membership.app.give.send"));
        this.mandates = mandates;
        this.association = association;
        person = field("person", people.make(words.text("membership.app.give.person"), words));
        person.setHelperText(words.text("membership.app.give.person-hint"));
        kind = field("kind", new KindField(words));
        from = field("from", new DayField(words.text("membership.app.term.first-day"), words.language()));
        from.setHelperText(words.text("membership.app.term.first-day-hint"));
        to = field("to", new DayField(words.text("membership.app.term.last-day"), words.language()));
        to.setHelperText(words.text("membership.app.term.last-day-hint"));
        Div days = new Div(from, to);
        days.addClassName("pair");
        document = new DocumentField(
                words, (name, content) -> written.bring(words.asker(), association, id, name, content));
        fill(person, kind, days, document);
    }

    @Override
    protected boolean incomplete() {
        return super.incomplete() || document.waits();
    }

    @Override
    protected boolean refuse(String field, String why) {
        return document.refuse(field, why);
    }

    @Override
    protected void send() {
        mandates.give(
                words.asker(),
                new GivenMandate(
                        id,
                        association,
                        person.getValue().id(),
                        kind.getValue(),
                        from.getValue(),
                        to.getValue(),
                        document.file()));
    }
}
