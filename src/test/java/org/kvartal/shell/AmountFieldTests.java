package org.kvartal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Language;

/** Comma and dot are both understood, and what may mean two things is not guessed. */
class AmountFieldTests {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1200 | 1200",
                "en | 1200,50 | 1200.50",
                "en | 1200.50 | 1200.50",
                "bg | 1200.50 | 1200.50",
                "bg | 1200,50 | 1200.50",
                "ru | 1 200,50 | 1200.50",
                "en | 1 200 300.5 | 1200300.5",
                "en | 1,200.50 | 1200.50",
                "bg | 1,200.50 | 1200.50",
                "en | 1.200,50 | 1200.50",
                "en | 1,200,300 | 1200300",
                "bg | 1.200.300 | 1200300",
                "en | 1.250 | 1.250",
                "bg | 1,250 | 1.250",
                "en | -3,5 | -3.5",
                "ru | −3,5 | -3.5",
                "bg | 0 | 0"
            })
    void itReadsWhatPeopleWrite(String language, String typed, BigDecimal amount) {
        assertThat(TypedAmount.read(typed, Language.of(language).orElseThrow())).hasValue(amount);
    }

    @Test
    void spacesThatDoNotBreakTheLineAreSpacesToo() {
        assertThat(TypedAmount.read("1\u00a0200\u202f300,5", Language.RU)).hasValue(new BigDecimal("1200300.5"));
    }

    @Test
    void oneSignWithThreeDigitsBehindItMayMeanTwoThings() {
        assertThat(TypedAmount.read("1,200", Language.EN)).isEmpty();
        assertThat(TypedAmount.read("1.200", Language.BG)).isEmpty();
        assertThat(TypedAmount.read("1.200", Language.RU)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twelve",
                "1e5",
                "12.",
                ".",
                "-",
                "1.2.3",
                "1,2,3",
                "1,20.5",
                "1.200,5.0",
                "12 34",
                "1 2",
                "0x1F",
                "12 €",
                "١٢",
                "--1",
                "99999999999999999999999999999999999999999"
            })
    void everythingElseIsNoNumber(String typed) {
        for (Language language : Language.values()) {
            assertThat(TypedAmount.read(typed, language)).as(language.code()).isEmpty();
        }
    }

    @Test
    void itShowsANumberAsTheReaderWritesIt() {
        assertThat(shown("1200.500", Language.EN).getValue()).isEqualTo("1200.5");
        assertThat(shown("1200.500", Language.BG).getValue()).isEqualTo("1200,5");
        assertThat(shown("12000", Language.RU).getValue()).isEqualTo("12000");
        assertThat(shown("12000", Language.RU).amount()).isEqualByComparingTo("12000");
        AmountField none = field(Language.EN);
        none.show(null);
        assertThat(none.getValue()).isEmpty();
        assertThat(none.amount()).isNull();
        assertThat(none.isInvalid()).isFalse();
    }

    @Test
    void whatIsNoNumberStaysAndSaysSoUntilItIsMended() {
        AmountField field = field(Language.EN);
        field.setValue("1,200");

        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("No number.");
        assertThat(field.getValue()).isEqualTo("1,200");
        assertThat(field.amount()).isNull();
        field.setInvalid(false);
        assertThat(field.isInvalid()).as("a form that looks anew").isTrue();

        field.setValue("1200");
        assertThat(field.isInvalid()).isFalse();
        assertThat(field.amount()).isEqualByComparingTo("1200");
    }

    private static AmountField shown(@Nullable String amount, Language language) {
        AmountField field = field(language);
        field.show(amount == null ? null : new BigDecimal(amount));
        return field;
    }

    private static AmountField field(Language language) {
        return new AmountField("Budget", language, "No number.");
    }

    /** What a phone shows its digits for. */
    @Test
    void aPhoneShowsDigitsForIt() {
        Component field = field(Language.EN);
        assertThat(field.getElement().getAttribute("inputmode")).isEqualTo("decimal");
    }
}
