package org.kvartal.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which clock a new house is proposed. */
class FirstStartFormTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Test
    void thatOfTheMachineWhereItIsAPlace() {
        ZoneId almaty = ZoneId.of("Asia/Almaty");
        assertThat(FirstStartForm.proposed(almaty, SOFIA)).isEqualTo(almaty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "Z", "GMT", "Etc/GMT+3", "+02:00"})
    void elseThatOfTheProgram(String clock) {
        assertThat(FirstStartForm.proposed(ZoneId.of(clock), SOFIA)).isEqualTo(SOFIA);
    }
}
