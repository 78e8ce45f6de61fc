package org.kvartal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what somebody types into a short form in their browser until the form was sent, and puts it back when the form opens again: a session that ends and a
 * house that starts anew take no word. Stands in the form itself, beside its fields or above them, and shows nothing unless there is something to say.
 *
 * @see "Decision record 0011, what is typed into short forms stays in the browser"
 */
@Tag("kvartal-unsent")
@JsModule("context://shell/unsent.js")
public class UnsentText extends HtmlContainer {

    private final Asker asker;
    private final String form;
    private final Map<String, HasValue<?, String>> fields = new LinkedHashMap<>();
    private final Map<String, String> begun = new HashMap<>();
    private Consumer<String> maker = _ -> {};
    private @Nullable String key;

    /** @param base what stood in the field when that text was begun */
    private record Typed(String text, String base) {}

    /**
     * @param asker whose text it is; nothing is kept of whoever is no person
     * @param form tells the forms of one page apart, always in the same words: with the id of what the form is about where a page has several
     */
    public UnsentText(Asker asker, String form) {
        this.asker = asker;
        this.form = form;
    }

    /** Keeps a field, under a name within the form. What stands in it when the form is shown, or now where it is, is what it began from. */
    public <C extends Component & HasValue<?, String>> void keep(String name, C field) {
        field.getElement().setAttribute("data-unsent", name);
        fields.put(name, field);
        if (isAttached()) {
            begun.putIfAbsent(name, field.getValue());
        }
    }

    /** Makes the field of that name, such as one for a translation, and keeps it. Each is asked where a text is remembered of a field that is not there. */
    public void making(Consumer<String> listener) {
        maker = maker.andThen(listener);
    }

    /** Forgets what was typed: it was sent. */
    public void sent() {
        removeAll();
        if (key != null) {
            UI.getCurrent()
                    .getElement()
                    .executeJs("window.dispatchEvent(new CustomEvent('kvartal-sent', { detail: $0 }))", key);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (fields.isEmpty() || asker.person().isEmpty()) {
            return;
        }
        fields.forEach((name, field) -> begun.putIfAbsent(name, field.getValue()));
        key = asker.person().orElseThrow() + " "
                + attached.getUI().getInternals().getActiveViewLocation().getPath() + " " + form;
        getElement().callJsFunction("open", key, begun).then(String.class, this::restore);
    }

    /** What the browser says is a person's own text like any that is typed, and checked when it is sent. */
    private void restore(@Nullable String json) {
        boolean any = false;
        boolean over = false;
        for (Map.Entry<String, Typed> one : typed(json).entrySet()) {
            if (!fields.containsKey(one.getKey())) {
                maker.accept(one.getKey());
            }
            HasValue<?, String> field = fields.get(one.getKey());
            if (field != null && !field.getValue().equals(one.getValue().text())) {
                over |= !field.getValue().equals(one.getValue().base());
                field.setValue(one.getValue().text());
                any = true;
            }
        }
        if (any) {
            tell(getTranslation(over ? "shell.unsent.over" : "shell.unsent.restored"));
        }
    }

    private void tell(String words) {
        removeAll();
        Button discard = new Button(getTranslation("shell.unsent.discard"), _ -> discard());
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        add(new Span(words), discard);
        getUI().ifPresent(ui -> Notices.whisper(ui, words));
    }

    private void discard() {
        fields.forEach((name, field) -> field.setValue(begun.getOrDefault(name, "")));
        removeAll();
        getElement().callJsFunction("forget");
    }

    private static Map<String, Typed> typed(@Nullable String json) {
        if (json == null || json.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, Typed> typed =
                    JsonMapper.shared().readValue(json, new TypeReference<LinkedHashMap<String, Typed>>() {});
            typed.values().removeIf(one -> one == null || one.text() == null || one.base() == null);
            return typed;
        } catch (JacksonException tampered) {
            return Map.of();
        }
    }
}
