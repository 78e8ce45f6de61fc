package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.AmountField;
import org.kvartal.shell.AskSheet.Asked;
import org.kvartal.shell.LocalizedField;

/** What a measure is measured by, one below the other; none at first. */
class IndicatorFields extends Div implements Asked {

    static final String NAME = "indicators";

    private final Words words;
    private final List<One> all = new ArrayList<>();
    private final Div place = new Div();
    private final Button more;

    IndicatorFields(Words words, List<Indicator> known) {
        this.words = words;
        addClassName("stack");
        place.addClassName("stack");
        more = new Button(
                words.text("advocacy.app.add-indicator"), _ -> join(null).name.focus());
        add(place, more);
        known.forEach(this::join);
    }

    private One join(@Nullable Indicator known) {
        One one = new One(known);
        all.add(one);
        place.add(one);
        more.setVisible(all.size() < Aims.MOST_INDICATORS);
        return one;
    }

    @Override
    public boolean incomplete() {
        boolean missing = false;
        for (One one : all) {
            boolean unnamed = one.name.incomplete();
            boolean mistyped = one.mistyped();
            missing |= unnamed || mistyped;
        }
        return missing;
    }

    /** @throws IllegalArgumentException if {@link #incomplete} */
    List<Indicator> indicators() {
        return all.stream().map(One::indicator).toList();
    }

    /** At {@code indicators.0.unit} and the like. */
    @Override
    public boolean refuse(String field, String why) {
        String[] parts = field.split("\\.", 3);
        if (parts.length < 3 || !parts[0].equals(NAME) || !parts[1].matches("[0-9]{1,3}")) {
            return false;
        }
        int index = Integer.parseInt(parts[1]);
        return index < all.size() && all.get(index).refuse(parts[2], why);
    }

    /** The fields of one, put together for who can't see it. */
    @Tag("fieldset")
    private final class One extends HtmlContainer {

        private final UUID id;
        private final LocalizedField name;
        private final TextField unit = new TextField(words.text("advocacy.app.field.indicator-unit"));
        private final AmountField baseline = number("baseline");
        private final AmountField target = number("target");
        private final AmountField current = number("current");

        One(@Nullable Indicator known) {
            id = known == null ? Ids.next() : known.id();
            LocalizedText called = known == null ? null : known.name();
            name = LocalizedField.block("name", words.text("advocacy.app.field.indicator"), 1, words.language())
                    .required()
                    .show(called);
            if (known != null) {
                unit.setValue(known.unit());
                baseline.show(known.baseline());
                target.show(known.target());
                current.show(known.current());
            }
            unit.setMaxLength(Aims.UNIT_LENGTH);
            Div figures = new Div(unit, baseline, target, current);
            figures.addClassName("triple");
            Button away = new Button(words.text("advocacy.app.remove-indicator"), _ -> {
                all.remove(this);
                place.remove(this);
                more.setVisible(true);
                more.focus();
            });
            away.addThemeVariants(ButtonVariant.TERTIARY);
            addClassNames("indicator-form", "stack");
            add(name, figures, away);
        }

        private AmountField number(String what) {
            return new AmountField(
                    words.text("advocacy.app.field.indicator-" + what),
                    words.language(),
                    words.text("shell.amount.unreadable"));
        }

        boolean mistyped() {
            return baseline.isInvalid() || target.isInvalid() || current.isInvalid();
        }

        Indicator indicator() {
            return new Indicator(
                    id, name.text(), unit.getValue(), baseline.amount(), target.amount(), current.amount());
        }

        boolean refuse(String part, String why) {
            return switch (part) {
                case "unit" -> say(unit, why);
                case "baseline" -> say(baseline, why);
                case "target" -> say(target, why);
                case "current" -> say(current, why);
                default -> name.refuse(part, why);
            };
        }

        private static boolean say(HasValidationProperties field, String why) {
            field.setErrorMessage(why);
            field.setInvalid(true);
            return true;
        }
    }
}
