package org.kvartal.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.kernel.Language;

/** What a letter says to an authority, and by which words things are called. */
class AdvocacyWordsTests {

    private static Properties words(Language language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/messages/advocacy_" + language.code() + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    private static String said(Language language, String key, Map<String, Object> values) throws IOException {
        String pattern = Objects.requireNonNull(words(language).getProperty(key), key);
        return new MessageFormat(pattern, language.locale()).format(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 0 | 0 | 1  | This recommendation has the support of 1 person.",
                "EN | 2 | 0 | 0  | This recommendation has the support of 2 associations.",
                "EN | 2 | 1 | 0  | This recommendation has the support of 2 associations from 1 country.",
                "EN | 1 | 1 | 5  | This recommendation has the support of 1 association from 1 country and 5 people.",
                "RU | 0 | 0 | 1  | Эта рекомендация пользуется поддержкой 1 человека.",
                "RU | 3 | 2 | 0  | Эта рекомендация пользуется поддержкой 3 объединений из 2 стран.",
                "RU | 21 | 1 | 5 | Эта рекомендация пользуется поддержкой 21 объединения из 1 страны и 5 человек.",
                "BG | 0 | 0 | 2  | Тази препоръка има подкрепата на 2 души.",
                "BG | 1 | 0 | 0  | Тази препоръка има подкрепата на 1 сдружение.",
                "BG | 2 | 2 | 1  | Тази препоръка има подкрепата на 2 сдружения от 2 държави и 1 човек."
            })
    void aLetterNamesNobodyWhoIsNotThere(
            Language language, int associations, int countries, int people, String expected) throws IOException {
        assertThat(said(language, "advocacy.paper.support", Map.of("0", associations, "1", countries, "2", people)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAssociationIsCalledAsEverywhere(Language language) throws IOException {
        assertThat(words(language).values())
                .allSatisfy(text ->
                        assertThat(text.toString()).doesNotContainIgnoringCase("ассоциац", "асоциац", "свидетельств"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobodySaysHelloToAMinister(Language language) throws IOException {
        assertThat(said(language, "advocacy.paper.salutation", Map.of()))
                .isNotBlank()
                .doesNotContain("Здравствуйте", "Здравейте", "Hello");
    }
}
