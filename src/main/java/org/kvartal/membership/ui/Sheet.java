package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;
import org.kvartal.site.TooOften;

/** A form that does one thing. What is refused is said beside the field it is about, and what was typed stays. */
abstract class Sheet extends Div {

    final Words words;
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
    private @Nullable HasValidationProperties refused;
    private final ErrorText problem = new ErrorText();
    private final Button send = new Button();
    private final Button leave = new Button();
    private Runnable sent = () -> {};
    private Runnable left = () -> {};

    /** @param act what the button that sends it says */
    Sheet(Words words, String act) {
        this.words = words;
        addClassNames("form", "sheet");
        send.setText(act);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> go());
        leave.setText(words.text("membership.app.cancel"));
        leave.addClickListener(_ -> left.run());
        leave.addClickShortcut(Key.ESCAPE).listenOn(this);
    }

    /**
     * Does what the form is for.
     *
     * @throws Refused if a rule does not allow it
     */
    abstract void send();

    /** Whether something is wrong already, and said so. */
    boolean incomplete() {
        return fields.values().stream().anyMatch(HasValidationProperties::isInvalid);
    }

    /** Says what is wrong with a field that is none of {@link #field}'s; false where there is no such field. */
    boolean refuse(String field, String why) {
        return false;
    }

    /** What happens once it is done. */
    final Sheet onSent(Runnable listener) {
        sent = listener;
        return this;
    }

    /** What happens where somebody thinks better of it. */
    final Sheet onLeft(Runnable listener) {
        left = listener;
        return this;
    }

    /** Opens in a place and leaves it again. Once it is done, {@code done} is said and the page is read again. */
    final void openIn(Div place, String done, Runnable again) {
        place.removeAll();
        place.add(onLeft(place::removeAll).onSent(() -> {
            place.removeAll();
            Notices.done(words.text(done));
            again.run();
        }));
        focus();
    }

    /** A field under the name by which refusals mention it. */
    final <C extends Component & HasValidationProperties & HasValue<?, ?>> C field(String name, C field) {
        fields.put(name, field);
        field.addValueChangeListener(_ -> field.setInvalid(false));
        return field;
    }

    /** What stands in the form, above its buttons. */
    final void fill(Component... parts) {
        Div acts = new Div(send, leave);
        acts.addClassName("form-acts");
        add(parts);
        add(problem, acts);
    }

    /** The press means harm. */
    final void warn() {
        send.addThemeVariants(ButtonVariant.ERROR);
    }

    /** Begins at its first field, or at its button where it has none. */
    void focus() {
        fields.values().stream()
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresentOrElse(first -> ((Focusable<?>) first).focus(), send::focus);
    }

    private void go() {
        problem.clear();
        if (refused != null) {
            // What was wrong may be mended in another field.
            refused.setInvalid(false);
            refused = null;
        }
        try {
            if (incomplete()) {
                return;
            }
            send();
        } catch (Refused rule) {
            say(rule);
            return;
        } catch (TooOften tooOften) {
            problem.say(words.refusal(tooOften));
            return;
        } finally {
            send.setEnabled(true);
        }
        sent.run();
    }

    private void say(Refused rule) {
        String why = words.refusal(rule);
        @Nullable String name = rule.field();
        HasValidationProperties field = name == null ? null : fields.get(name);
        if (field != null) {
            field.setErrorMessage(why);
            field.setInvalid(true);
            refused = field;
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        } else if (name == null || !refuse(name, why)) {
            problem.say(why);
        }
    }
}
