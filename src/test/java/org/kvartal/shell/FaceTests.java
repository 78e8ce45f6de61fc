package org.kvartal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.kernel.PersonId;

class FaceTests {

    @ParameterizedTest
    @CsvSource({
        "Ирина Белозёрова, ИБ",
        "Marta Olin, MO",
        "Десислава, Д",
        "Jean-Luc van der Berg, JB",
        "'  Глеб   Ратников ', ГР",
        "Marta (Olin) Å, MÅ",
        "🎻, ·",
        "'', ·"
    })
    void initialsAreTheFirstLettersOfTheFirstAndTheLastWord(String name, String initials) {
        assertThat(Face.initials(name)).isEqualTo(initials);
    }

    @Test
    void aLetterOfSeveralCodePointsStaysWhole() {
        assertThat(Face.initials("Й\u0306ордан Петров")).hasSizeGreaterThan(2).endsWith("П");
    }

    @Test
    void aPersonsColourStaysTheirs() {
        PersonId person = PersonId.next();

        assertThat(Face.hue(person))
                .isEqualTo(Face.hue(PersonId.of(person.toString())))
                .isBetween(0, 7);
    }
}
