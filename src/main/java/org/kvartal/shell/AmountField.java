package org.kvartal.shell;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * A field for a number that may have a part after the decimal sign: see {@link TypedAmount} for what it understands. What it does not understand stays as it was typed, with
 * the message beside it, and the form that it stands in is not sent.
 */
public class AmountField extends TextField {

    private final Language language;
    private final String unreadable;

    /** @param unreadable what is said beside a text that is no number */
    public AmountField(String label, Language language, String unreadable) {
        super(label);
        this.language = language;
        this.unreadable = unreadable;
        setManualValidation(true);
        getElement().setAttribute("inputmode", "decimal");
        setAutocomplete(Autocomplete.OFF);
        addValueChangeListener(_ -> setInvalid(false));
    }

    /** The number that stands there; null for none, and where the text is no number. */
    public @Nullable BigDecimal amount() {
        return read().orElse(null);
    }

    /** Shows a number as the reader writes it, without signs between its groups of digits; null for none. */
    public void show(@Nullable BigDecimal amount) {
        setValue(amount == null ? "" : TypedAmount.write(amount, language));
    }

    /** Whether something stands there that is no number. */
    public boolean isUnreadable() {
        return !getValue().isBlank() && read().isEmpty();
    }

    /** What can't be read stays refused, whatever else is looked at anew. */
    @Override
    public void setInvalid(boolean invalid) {
        // Asked by the field that this one is made of, before it knows its own language.
        boolean wrong = unreadable != null && isUnreadable();
        if (wrong) {
            setErrorMessage(unreadable);
        }
        super.setInvalid(invalid || wrong);
    }

    private Optional<BigDecimal> read() {
        return TypedAmount.read(getValue(), language);
    }
}
