package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.kernel.Code;
import org.kvartal.shell.LocalizedField;

/** How an entry is reached: an office, which everybody sees, or a person, who is shown only if they agreed. */
class ContactFields extends Div implements ListedFields<Contact> {

    private enum Whose {
        OFFICE,
        PERSON
    }

    private final DeskWords words;
    private final LocalDate today;
    private final RadioButtonGroup<Whose> whose = new RadioButtonGroup<>();
    private final TextField person;
    private final LocalizedField purpose;
    private final TextField email;
    private final TextField phone;
    private final Checkbox agreed = new Checkbox();
    private @Nullable LocalDate consentedOn;

    ContactFields(DeskWords words, LocalDate today) {
        this.words = words;
        this.today = today;
        addClassNames("listed", "stack");
        whose.setLabel(words.text("alliance.form.contact-whose"));
        whose.setItems(Whose.values());
        whose.setItemLabelGenerator(one -> words.text("alliance.form.contact-" + Code.of(one)));
        person = FormPart.line(words.text("alliance.form.contact-name"));
        purpose = FormPart.line(words, "purpose", "alliance.form.contact-purpose");
        email = FormPart.line(words.text("alliance.form.contact-email"));
        phone = FormPart.line(words.text("alliance.form.contact-phone"));
        agreed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                consentedOn = change.getValue() ? today : null;
                sayConsent();
            }
        });
        whose.addValueChangeListener(_ -> fit());
        add(whose, person, purpose, email, phone, agreed);
        whose.setValue(Whose.OFFICE);
        sayConsent();
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void focus() {
        email.focus();
    }

    @Override
    public void show(Contact contact) {
        whose.setValue(contact.person() == null ? Whose.OFFICE : Whose.PERSON);
        person.setValue(contact.person() == null ? "" : contact.person());
        purpose.show(contact.purpose());
        email.setValue(contact.email() == null ? "" : contact.email());
        phone.setValue(contact.phone() == null ? "" : contact.phone());
        consentedOn = contact.consentedOn();
        agreed.setValue(consentedOn != null);
        sayConsent();
    }

    @Override
    public Contact value(Reading reading) {
        boolean named = whose.getValue() == Whose.PERSON;
        LocalDate day = agreed.getValue() ? (consentedOn == null ? today : consentedOn) : null;
        return new Contact(
                named ? FormPart.typed(person) : null,
                purpose.textOrNull(),
                FormPart.typed(email),
                FormPart.typed(phone),
                named ? day : null);
    }

    @Override
    public boolean refuse(String field, String why) {
        return switch (field.split("\\.", 2)[0]) {
            case "person" -> FormPart.refuseAt(person, why);
            case "purpose" -> purpose.refuse(field, why);
            case "email" -> FormPart.refuseAt(email, why);
            case "phone" -> FormPart.refuseAt(phone, why);
            default -> false;
        };
    }

    private void fit() {
        boolean named = whose.getValue() == Whose.PERSON;
        person.setVisible(named);
        agreed.setVisible(named);
    }

    private void sayConsent() {
        agreed.setLabel(words.text("alliance.form.contact-agreed"));
        agreed.setHelperText(
                consentedOn == null
                        ? words.text("alliance.form.contact-hidden")
                        : words.text("alliance.form.contact-since", words.day(consentedOn)));
    }
}
