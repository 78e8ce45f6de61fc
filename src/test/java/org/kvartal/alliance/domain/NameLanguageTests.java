package org.kvartal.alliance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.kernel.Language;

/** A name's language is guessed from its letters, the country and the writer. */
class NameLanguageTests {

    @ParameterizedTest
    @CsvSource({
        "Съюз на тъкачите, , EN, bg",
        "Союз ткачей и швейных мастерских, , BG, ru",
        "Объединение «Нить», RU, EN, ru",
        "Артел, BG, EN, bg",
        "Артел, , RU, ru",
        "Артел, , EN, und-Cyrl",
        "Arts Union, BG, EN, en",
        "Sdruzhenie, BG, BG, und-Latn",
        "Ένωση, GR, EN, el",
        "芸術, JP, EN, und",
        "123, , EN, und"
    })
    void aLanguageIsGuessed(String name, String country, Language writers, String tag) {
        assertThat(NameLanguage.of(name, country, writers)).isEqualTo(tag);
    }
}
