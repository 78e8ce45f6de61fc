package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.site.TooOften;

/** A form that does one thing. What is refused is said beside the field it is about, and what was typed stays. */
public abstract class Sheet extends Div {

    private final Messages messages;
    private final Reader reader;
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
    private final Set<HasValidationProperties> refused = new LinkedHashSet<>();
    private final List<LocalizedField> texts = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final ErrorText problem = new ErrorText();
    private final Button send = new Button();
    private final Button leave = new Button();
    private final UnsentText unsent;
    private @Nullable Runnable first;
    private Runnable sent = () -> {};
    private Runnable left = () -> {};

    /** Where something can be wrong, in the order in which one goes through the form. */
    private record Place(BooleanSupplier wrong, Runnable enter) {}

    /**
     * @param form tells the forms of one page apart, in the memory of what was typed: see {@link UnsentText}
     * @param act what the button that sends it says
     */
    protected Sheet(ReaderWords words, String form, String act) {
        this(words.messages(), words.reader(), form, act);
    }

    /**
     * @param form tells the forms of one page apart, in the memory of what was typed: see {@link UnsentText}
     * @param act what the button that sends it says
     */
    protected Sheet(Messages messages, Reader reader, String form, String act) {
        this.messages = messages;
        this.reader = reader;
        unsent = new UnsentText(reader.asker(), form);
        addClassNames("form", "sheet");
        send.setText(act);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> go());
        leave.setText(messages.text(reader.language(), "shell.sheet.cancel"));
        leave.addClickListener(_ -> {
            forget();
            left.run();
        });
        leave.addClickShortcut(Key.ESCAPE).listenOn(this);
    }

    /**
     * Does what the form is for.
     *
     * @throws Refused if a rule does not allow it
     */
    protected abstract void send();

    /** Throws away what the house has kept of it, where somebody thinks better of it. */
    protected void forget() {}

    /**
     * What takes long and is done outside the page's turn instead of {@link #send}, so that nobody waits for the page meanwhile. Called in the page's turn: what it reads of
     * fields it reads now. It may refuse as {@link #send} does.
     *
     * @return null where the form is sent in the page's turn
     */
    protected @Nullable Runnable apart() {
        return null;
    }

    /** Whether something is wrong already, and said so. */
    protected boolean incomplete() {
        // Each of them says so.
        boolean missing = texts.stream().filter(LocalizedField::incomplete).count() > 0;
        return missing || fields.values().stream().anyMatch(HasValidationProperties::isInvalid);
    }

    /** What is wrong and can be told without asking the house: fields that are needed and empty; all of it is said at once. */
    protected List<Refused> problems() {
        List<Refused> problems = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (field instanceof HasValueAndElement<?, ?> asked
                    && asked.isRequiredIndicatorVisible()
                    && blank(asked)
                    && !field.isInvalid()) {
                problems.add(
                        Refused.at(name, field instanceof ComboBox ? "shell.sheet.choose" : "shell.sheet.missing"));
            }
        });
        return problems;
    }

    private static boolean blank(HasValue<?, ?> field) {
        return field.getValue() instanceof String text ? text.isBlank() : field.isEmpty();
    }

    /** Says what is wrong with a field that is none of {@link #field}'s; false where there is no such field. */
    protected boolean refuse(String field, String why) {
        return false;
    }

    /** What happens once it is done. */
    public final Sheet onSent(Runnable listener) {
        sent = listener;
        return this;
    }

    /** What happens where somebody thinks better of it. */
    public final Sheet onLeft(Runnable listener) {
        left = listener;
        return this;
    }

    /**
     * Opens in a place and leaves it again. Once it is sent, the page is read again.
     *
     * @param done the key of what is said then
     */
    public final void openIn(Div place, String done, Runnable again) {
        place.removeAll();
        place.add(onLeft(place::removeAll).onSent(() -> {
            place.removeAll();
            Notices.done(messages.text(reader.language(), done));
            again.run();
        }));
        // Its beginning is shown, and the page stays where it is if that is in sight already.
        getElement().executeJs("this.scrollIntoView({ block: 'nearest', behavior: 'instant' })");
        focus();
    }

    /** A field under the name by which refusals mention it. What is typed into it stays in the browser until the form is sent. */
    protected final <C extends Component & HasValidationProperties & HasValue<?, ?>> C field(String name, C field) {
        fields.put(name, field);
        if (field instanceof Focusable<?> one) {
            begins(one::focus);
            places.add(new Place(field::isInvalid, one::focus));
        }
        switch (field) {
            case TextField line -> unsent.keep(name, line);
            case TextArea block -> unsent.keep(name, block);
            case EmailField address -> unsent.keep(name, address);
            default -> {}
        }
        field.addValueChangeListener(_ -> field.setInvalid(false));
        return field;
    }

    /** A text in one language or more, under its name. What is typed into it stays in the browser until the form is sent. */
    protected final LocalizedField field(LocalizedField text) {
        texts.add(text);
        begins(text::focus);
        places.add(new Place(text::isWrong, text::focusWrong));
        return text.keptBy(unsent);
    }

    /** What keeps the text of fields that are none of {@link #field}'s. */
    protected final UnsentText unsent() {
        return unsent;
    }

    /** What stands in the form, above its buttons. */
    protected final void fill(Component... parts) {
        Div acts = new Div(send, leave);
        acts.addClassName("form-acts");
        add(unsent);
        add(parts);
        add(problem, acts);
    }

    /** Says anew what the button that sends it does. */
    protected final void act(String words) {
        send.setText(words);
    }

    /** The press means harm. */
    protected final void warn() {
        send.addThemeVariants(ButtonVariant.ERROR);
    }

    /** Begins at its first field, or at its button where it has none. */
    public void focus() {
        if (first == null) {
            send.focus();
        } else {
            first.run();
        }
    }

    private void begins(Runnable field) {
        if (first == null) {
            first = field;
        }
    }

    private void go() {
        problem.clear();
        // What was wrong may be mended in another field.
        refused.forEach(field -> field.setInvalid(false));
        refused.clear();
        texts.forEach(LocalizedField::clear);
        boolean later = false;
        try {
            boolean incomplete = incomplete();
            List<Refused> problems = problems();
            if (incomplete || !problems.isEmpty()) {
                say(problems);
                return;
            }
            Runnable work = apart();
            if (work != null) {
                later = true;
                work(work);
                return;
            }
            send();
        } catch (Refused rule) {
            say(rule.all());
            return;
        } catch (TooOften tooOften) {
            problem.say(tooOften.words(messages, reader.language()));
            return;
        } finally {
            send.setEnabled(!later);
        }
        unsent.sent();
        sent.run();
    }

    private void work(Runnable work) {
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("sheet").start(() -> {
            @Nullable RuntimeException wrong = null;
            try {
                work.run();
            } catch (RuntimeException failed) {
                wrong = failed;
            }
            RuntimeException why = wrong;
            try {
                var _ = ui.access(() -> worked(why));
            } catch (UIDetachedException left) {
                // The page was closed meanwhile: what was done stands.
            }
        });
    }

    private void worked(@Nullable RuntimeException wrong) {
        send.setEnabled(true);
        switch (wrong) {
            case null -> {
                unsent.sent();
                sent.run();
            }
            case Refused rule -> say(rule.all());
            case TooOften tooOften -> problem.say(tooOften.words(messages, reader.language()));
            case RuntimeException other -> throw other;
        }
    }

    /** Says each where it belongs; one goes on at the first of them. */
    private void say(List<Refused> rules) {
        rules.forEach(this::say);
        places.stream()
                .filter(place -> place.wrong().getAsBoolean())
                .findFirst()
                .ifPresent(place -> place.enter().run());
    }

    private void say(Refused rule) {
        String why = messages.text(reader.language(), rule);
        @Nullable String name = rule.field();
        HasValidationProperties field = name == null ? null : fields.get(name);
        if (field != null) {
            field.setErrorMessage(why);
            field.setInvalid(true);
            refused.add(field);
        } else if (name == null || !(refuse(name, why) || texts.stream().anyMatch(text -> text.refuse(name, why)))) {
            problem.say(why);
        }
    }
}
