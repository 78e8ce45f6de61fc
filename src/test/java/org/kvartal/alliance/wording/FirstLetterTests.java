package org.kvartal.alliance.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.kernel.Language;

class FirstLetterTests {

    @ParameterizedTest
    @CsvSource({
        "Sarajevo, EN, S",
        "Šestar Society, EN, S",
        "šestar society, RU, S",
        "Éclair, BG, E",
        "«Йод», RU, Й",
        "Йовков, BG, Й",
        "Иваново, RU, И",
        "Ёлка, RU, Е",
        "7 Hills, EN, 0–9",
        "“Quoted” press, EN, Q",
        "…, EN, –",
        "Щъркел, BG, Щ",
    })
    void stands(String name, Language language, String letter) {
        assertThat(FirstLetter.of(name, language)).isEqualTo(letter);
    }
}
