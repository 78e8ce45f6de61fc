package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTests {

    @ParameterizedTest
    @CsvSource({
        "RU, Вы представляете «Объединение «Оквир»» (заместитель), Вы представляете «Объединение „Оквир“» (заместитель)",
        "BG, Представлявате „Обединение „Оквир““, Представлявате „Обединение «Оквир»“",
        "EN, You represent “The “Okvir” galleries”, You represent “The ‘Okvir’ galleries”",
        "RU, «Оквир» и «Подрамник», «Оквир» и «Подрамник»",
        "RU, Объединение „Оквир“ и «Подрамник», Объединение „Оквир“ и «Подрамник»"
    })
    void marksWithinMarksAreThoseOfTheLanguage(Language language, String text, String written) {
        assertThat(Quotes.nested(language, text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"RU, Имени ««Оквир» нет", "RU, Оквир» и «Подрамник", "EN, plain words"})
    void whatIsNotInPairsStaysAsItIs(Language language, String text) {
        assertThat(Quotes.nested(language, text)).isEqualTo(text);
    }
}
