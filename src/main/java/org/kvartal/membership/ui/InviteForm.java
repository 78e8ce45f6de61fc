package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.WrittenMandates;
import org.kvartal.shell.DayField;
import org.kvartal.shell.OfferedLanguages;

/** Invites somebody by a letter to represent an organisation. The id is made with the form, so that a second press is the same invitation. */
class InviteForm extends WordedSheet {

    private final Mandates mandates;
    private final MemberId association;
    private final MandateId id = MandateId.next();
    private final TextField name;
    private final EmailField email;
    private final Select<Language> language;
    private final KindField kind;
    private final DayField from;
    private final DayField to;
    private final DocumentField document;

    InviteForm(Mandates mandates, WrittenMandates written, MemberId association, Words words) {
        super(words, "invite", words.text("membership.app.invite.send"));
        this.mandates = mandates;
        this.association = association;
        name = field("name", new TextField(words.text("membership.app.invite.name")));
        name.setRequiredIndicatorVisible(true);
        email = field("email", new EmailField(words.text("membership.join.field.email")));
        email.setManualValidation(true);
        email.setRequiredIndicatorVisible(true);
        email.setHelperText(words.text("membership.app.invite.email-hint", Mandates.INVITATION_DAYS));
        language = field("language", new Select<>());
        language.setLabel(words.text("membership.app.invite.language"));
        language.setItems(OfferedLanguages.all());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(words.language());
        kind = field("kind", new KindField(words));
        from = field("from", new DayField(words.text("membership.app.term.first-day"), words.language()));
        from.setHelperText(words.text("membership.app.term.first-day-hint"));
        to = field("to", new DayField(words.text("membership.app.term.last-day"), words.language()));
        to.setHelperText(words.text("membership.app.term.last-day-hint"));
        Div days = new Div(from, to);
        days.addClassName("pair");
        document = new DocumentField(
                words, (file, content) -> written.bring(words.asker(), association, id, file, content));
        fill(name, email, language, kind, days, document);
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
    protected List<Refused> problems() {
        List<Refused> problems = super.problems();
        problems.removeIf(problem -> "email".equals(problem.field()));
        try {
            EmailAddress.of(email.getValue());
        } catch (Refused noAddress) {
            problems.add(noAddress);
        }
        return problems;
    }

    @Override
    protected void send() {
        mandates.invite(
                words.asker(),
                new NewMandate(
                        id,
                        association,
                        name.getValue(),
                        email.getValue(),
                        language.getValue(),
                        kind.getValue(),
                        from.getValue(),
                        to.getValue(),
                        document.file()));
    }
}
