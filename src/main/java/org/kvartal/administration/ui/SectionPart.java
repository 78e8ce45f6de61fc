package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.SettingsPart;
import org.kvartal.shell.UnsentText;

/** One section of the settings, saved by itself. */
abstract class SectionPart extends SettingsPart {

    private final SettingsDesk desk;
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
    private final ErrorText problem = new ErrorText();
    private final UnsentText unsent;

    /** @param key the last part of the keys of its title and of the sentence below it */
    SectionPart(String key, SettingsDesk desk) {
        super("administration.settings." + key);
        this.desk = desk;
        this.unsent = new UnsentText(desk.asker(), key);
    }

    final SettingsDesk desk() {
        return desk;
    }

    /**
     * A field under the name by which refusals mention it. What is typed into it stays in the browser until the section was saved: another section that is saved
     * meanwhile makes the page anew.
     */
    final <C extends Component & HasValidationProperties & HasValue<?, ?>> C field(String name, C field) {
        fields.put(name, field);
        if (field instanceof TextField line) {
            unsent.keep(name, line);
        }
        field.addValueChangeListener(_ -> field.setInvalid(false));
        return field;
    }

    /** Whether the settings of the program say it; then the field shows it and why it can't be changed here. */
    final <C extends Component & HasValidationProperties & HasValue<?, ?>> boolean given(String property, C field) {
        if (!desk.settings().isGiven(property)) {
            return false;
        }
        field.setReadOnly(true);
        if (field instanceof HasHelper helped) {
            helped.setHelperText(desk.text("administration.settings.given", property));
        }
        return true;
    }

    /** Shows the fields, and the button that saves them. */
    final void form(Runnable command, Component... parts) {
        Button save = new Button(getTranslation("administration.settings.save"), _ -> act(command));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div acts = new Div(save);
        acts.addClassName("form-acts");
        Div form = new Div(unsent);
        form.addClassName("form");
        form.add(parts);
        form.add(problem, acts);
        show(form);
    }

    /** The same without a button: nothing of it can be changed here. */
    final void shown(Component... parts) {
        Div form = new Div(parts);
        form.addClassName("form");
        show(form);
    }

    /** Does it, and says beside the field what is wrong. */
    final void act(Runnable command) {
        if (done(command)) {
            unsent.sent();
            desk.again().accept(this);
        }
    }

    /** The same for what stands beside the fields: what is typed in them stays. */
    final void actBeside(Runnable command) {
        if (done(command)) {
            desk.again().accept(this);
        }
    }

    private boolean done(Runnable command) {
        problem.clear();
        try {
            command.run();
            return true;
        } catch (Refused refused) {
            say(refused);
            return false;
        }
    }

    /** Whether the whole workspace looks otherwise once it is saved. */
    boolean isOfTheFrame() {
        return true;
    }

    /** Says each where it belongs; one goes on at the first of them. */
    final void say(Refused refused) {
        refused.all().forEach(this::sayOne);
        fields.values().stream()
                .filter(HasValidationProperties::isInvalid)
                .findFirst()
                .ifPresent(SectionPart::goTo);
    }

    private static void goTo(HasValidationProperties field) {
        if (field instanceof Focusable<?> one) {
            one.focus();
        } else {
            // A group of boxes: its first one.
            field.getElement().executeJs("this.querySelector('input')?.focus()");
        }
    }

    private void sayOne(Refused refused) {
        String why = desk.text(refused.key(), refused.arguments());
        HasValidationProperties field = refused.field() == null ? null : fields.get(refused.field());
        if (field == null) {
            problem.say(why);
            return;
        }
        field.setErrorMessage(why);
        field.setInvalid(true);
    }
}
