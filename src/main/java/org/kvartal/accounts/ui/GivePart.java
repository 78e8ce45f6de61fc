package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.DayField;
import org.kvartal.shell.Notices;
import org.kvartal.shell.SettingsPart;

/** Gives a person a role of the whole house, from a day and until one, or for good. */
class GivePart extends SettingsPart {

    private final Grants grants;
    private final Term term;
    private final Messages messages;
    private final Reader reader;
    private final PersonId person;
    private final Runnable afterwards;
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>();
    private final DayField from;
    private final DayField to;

    GivePart(Grants grants, Term term, Messages messages, Reader reader, PersonId person, Runnable afterwards) {
        super("accounts.roles.give");
        this.grants = grants;
        this.term = term;
        this.messages = messages;
        this.reader = reader;
        this.person = person;
        this.afterwards = afterwards;

        role.setLabel(getTranslation("accounts.roles.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> getTranslation(key(one)));
        role.setRenderer(new ComponentRenderer<>(this::choice));
        role.addValueChangeListener(_ -> role.setInvalid(false));

        LocalDate today = term.today(reader.zone());
        from = new DayField(getTranslation("accounts.roles.from"), reader.language());
        from.setHelperText(getTranslation("accounts.roles.from-hint"));
        from.setMin(today);
        to = new DayField(getTranslation("accounts.roles.to"), reader.language());
        to.setHelperText(getTranslation("accounts.roles.to-hint"));
        to.setMin(today);

        Button give = new Button(getTranslation("accounts.roles.give-act"), _ -> give());
        give.addThemeVariants(ButtonVariant.PRIMARY);
        Div days = new Div(from, to);
        days.addClassName("days");
        Div acts = new Div(give);
        acts.addClassName("form-acts");
        Div form = new Div(role, days, acts);
        form.addClassName("form");
        show(form);
    }

    private Span choice(Role one) {
        Span about = new Span(getTranslation(key(one) + "-about"));
        about.addClassName("settings-hint");
        Span choice = new Span(new Span(getTranslation(key(one))), about);
        choice.addClassName("role-choice");
        return choice;
    }

    private void give() {
        Role chosen = role.getValue();
        if (chosen == null) {
            role.setErrorMessage(getTranslation("accounts.roles.role-missing"));
            role.setInvalid(true);
            return;
        }
        if (from.isInvalid() || to.isInvalid()) {
            return;
        }
        Instant begin = term.begin(from.getValue(), reader.zone());
        Instant end = term.end(to.getValue(), reader.zone());
        if (end != null && !end.isAfter(begin)) {
            to.setErrorMessage(getTranslation("accounts.roles.to-early"));
            to.setInvalid(true);
            return;
        }
        give(chosen, begin, end);
    }

    private void give(Role chosen, Instant begin, @Nullable Instant end) {
        try {
            grants.give(reader.asker(), new Grant(person, chosen, Scope.PLATFORM, begin, end));
        } catch (Refused refused) {
            Notices.problem(messages.text(reader.language(), refused));
            return;
        }
        Notices.done(getTranslation("accounts.roles.given", getTranslation(key(chosen))));
        afterwards.run();
    }

    private static String key(Role role) {
        return "accounts.role." + Code.of(role);
    }
}
