package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.shell.AmountField;

/** What a measure is measured by and may cost: folded away in its form until there is something. */
class AimFields {

    private static final String MONEY = "EUR";

    private IndicatorFields indicators;
    private AmountField budget;
    private ComboBox<Currency> currency;
    private IntegerField weight;

    @SuppressWarnings("NullAway.Init") // the fields are made where the form folds them
    AimFields(Ask ask, Aims known) {
        ask.folded(!known.none(), () -> fields(ask, known));
    }

    private void fields(Ask ask, Aims known) {
        Words words = ask.words;
        indicators = ask.group(new IndicatorFields(words, known.indicators()));
        Budget money = known.budget();
        budget = ask.amount("budget", words.text("advocacy.measure.budget"), money == null ? null : money.amount());
        currency = ask.asking("currency", new ComboBox<>(words.text("advocacy.app.field.currency")));
        List<Currency> all = Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getNumericCode() > 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
        currency.setItems(all);
        currency.setItemLabelGenerator(one -> one.getCurrencyCode() + " · "
                + one.getDisplayName(words.language().locale()));
        currency.setValue(Currency.getInstance(money == null ? MONEY : money.currency()));
        weight = ask.amount("weight", "advocacy.measure.weight", known.weight(), 1, Aims.MOST_WEIGHT);
        weight.setHelperText(words.text("advocacy.app.weight-hint"));
    }

    Aims aims() {
        BigDecimal amount = budget.amount();
        return new Aims(
                indicators.indicators(),
                weight.getValue(),
                amount == null
                        ? null
                        : new Budget(
                                amount,
                                currency.getValue() == null
                                        ? ""
                                        : currency.getValue().getCurrencyCode()));
    }
}
