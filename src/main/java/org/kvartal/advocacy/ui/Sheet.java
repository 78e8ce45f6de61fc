package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;
import org.kvartal.shell.UnsentText;

/** A form that does one thing. What is refused is said beside the field it is about, and what was typed stays. */
abstract class Sheet extends Div {

    final Words words;
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
    private final Set<HasValidationProperties> refused = new LinkedHashSet<>();
    private final ErrorText problem = new ErrorText();
    private final Button send = new Button();
    private final Button leave = new Button();
    private final UnsentText unsent;
    private Runnable sent = () -> {};
    private Runnable left = () -> {};

    /**
     * @param form tells the forms of one page apart, in the memory of what was typed: see {@link UnsentText}
     * @param act what the button that sends it says
     */
    Sheet(Words words, String form, String act) {
        this.words = words;
        unsent = new UnsentText(words.asker(), form);
        addClassNames("form", "sheet");
        send.setText(act);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> go());
        leave.setText(words.text("advocacy.app.cancel"));
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

    /** What is wrong and can be told without asking the house: fields that are needed and empty; all of it is said at once. */
    List<Refused> problems() {
        List<Refused> problems = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (field instanceof HasValueAndElement<?, ?> asked
                    && asked.isRequiredIndicatorVisible()
                    && blank(asked)
                    && !field.isInvalid()) {
                problems.add(Refused.at(name, "advocacy.refused.missing"));
            }
        });
        return problems;
    }

    private static boolean blank(HasValue<?, ?> field) {
        return field.getValue() instanceof String text ? text.isBlank() : field.isEmpty();
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

    /** A field under the name by which refusals mention it. What is typed into it stays in the browser until the form is sent. */
    final <C extends Component & HasValidationProperties & HasValue<?, ?>> C field(String name, C field) {
        fields.put(name, field);
        switch (field) {
            case TextField line -> unsent.keep(name, line);
            case TextArea block -> unsent.keep(name, block);
            case EmailField address -> unsent.keep(name, address);
            default -> {}
        }
        field.addValueChangeListener(_ -> field.setInvalid(false));
        return field;
    }

    /** Texts in several languages stay in the browser as well. */
    final void keep(TranslatedField texts) {
        texts.keptBy(unsent);
        unsent.making(texts::remember);
    }

    /** What stands in the form, above its buttons. */
    final void fill(Component... parts) {
        Div acts = new Div(send, leave);
        acts.addClassName("form-acts");
        add(unsent);
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
        // What was wrong may be mended in another field.
        refused.forEach(field -> field.setInvalid(false));
        refused.clear();
        try {
            boolean incomplete = incomplete();
            List<Refused> problems = problems();
            if (incomplete || !problems.isEmpty()) {
                say(problems, !incomplete);
                return;
            }
            send();
        } catch (Refused rule) {
            say(rule.all(), true);
            return;
        } finally {
            send.setEnabled(true);
        }
        unsent.sent();
        sent.run();
    }

    /** Says each where it belongs; one goes on at the first of them. */
    private void say(List<Refused> rules, boolean go) {
        rules.forEach(this::say);
        if (!go) {
            return;
        }
        fields.values().stream()
                .filter(field -> field.isInvalid() && field instanceof Focusable)
                .findFirst()
                .ifPresent(first -> ((Focusable<?>) first).focus());
    }

    private void say(Refused rule) {
        String why = words.refusal(rule);
        @Nullable String name = rule.field();
        HasValidationProperties field = name == null ? null : fields.get(name);
        if (field != null) {
            field.setErrorMessage(why);
            field.setInvalid(true);
            refused.add(field);
        } else if (name == null || !refuse(name, why)) {
            problem.say(why);
        }
    }
}
