package org.kvartal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Language;

/** What was typed and is no day is not missing. */
class DayFieldTests {

    @Test
    void whatIsNoDayStaysRefusedAsSuchHoweverOftenTheFormLooks() {
        DayField day = new DayField("By when", Language.EN);
        day.setRequiredIndicatorVisible(true);
        // As the browser tells it.
        day.getElement().setProperty("_inputElementValue", "30.2.2027");

        day.setInvalid(false);

        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).contains("unreadable");

        day.setValue(LocalDate.of(2027, 3, 1));
        day.setInvalid(false);
        assertThat(day.isInvalid()).isFalse();
    }
}
