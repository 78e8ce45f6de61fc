package org.kvartal.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.kernel.Language;
import org.kvartal.search.Inflections;
import org.kvartal.search.Inflections.Inflection;

/** Words are found in their forms, whatever the language they are in. */
class StemmingTests {

    private final Stemming stemming = new Stemming();

    static Stream<Inflection> inflections() {
        return Inflections.ALL.stream();
    }

    @Test
    void theListIsLong() {
        assertThat(Inflections.ALL).hasSizeGreaterThanOrEqualTo(60);
        for (Language language : Language.values()) {
            assertThat(Inflections.ALL)
                    .filteredOn(one -> one.language() == language)
                    .hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @ParameterizedTest
    @MethodSource("inflections")
    void aWordIsFoundInAnotherOfItsForms(Inflection inflection) {
        assertThat(holds(inflection, Set.of(inflection.language())))
                .as(
                        "%s in %s",
                        words(inflection.sought(), Set.of()), words(inflection.text(), Set.of(inflection.language())))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("inflections")
    void aWordIsFoundThoughNobodySaysInWhichLanguageItIs(Inflection inflection) {
        assertThat(holds(inflection, Set.of())).isTrue();
        assertThat(holds(inflection, Set.of(Language.EN)))
                .as("said to be English")
                .isTrue();
    }

    private boolean holds(Inflection inflection, Set<Language> spoken) {
        Set<String> text = words(inflection.text(), spoken);
        return Typed.of(inflection.sought(), stemming).words().stream()
                .allMatch(word -> word.stems().stream().anyMatch(text::contains));
    }

    @Test
    void aTextOfTwoLanguagesIsReadInBoth() {
        assertThat(words("Ministries и дизайнеров", Set.of(Language.RU))).contains("ministri", "дизайнер");
        Set<String> union = words("сдружение", Set.of(Language.BG));
        assertThat(words("сдружението", Set.of(Language.RU)))
                .as("said to be Russian, and nothing shows the opposite")
                .doesNotContainAnyElementsOf(union);
        assertThat(words("Българско сдружението", Set.of(Language.RU)))
                .as("a hard sign before a consonant is Bulgarian")
                .containsAll(union);
        assertThat(words("Мы и дизайнерами", Set.of(Language.BG)))
                .as("ы is Russian")
                .contains("дизайнер");
    }

    @Test
    void theSameLetterIsTheSameHoweverItIsWritten() {
        assertThat(words("й ё Café", Set.of())).isEqualTo(words("й е CAFE", Set.of()));
        assertThat(words("район", Set.of(Language.RU))).isEqualTo(words("раи\u0306он", Set.of(Language.RU)));
    }

    @Test
    void placesAreThoseOfTheTextWhateverTheLanguage() {
        List<Stem> stems = stemming.stems("old галереями new", Set.of());
        assertThat(stems).extracting(Stem::position).containsExactly(1, 2, 2, 3);
        assertThat(stems).filteredOn(stem -> stem.position() == 2).allSatisfy(stem -> {
            assertThat(stem.from()).isEqualTo(4);
            assertThat(stem.to()).isEqualTo(13);
        });
    }

    @ParameterizedTest
    @CsvSource({"дизанер,дизайнер", "галлерея,галерея", "desinger,designer", "министество,министерство"})
    void aSlipOfTheFingerIsForgiven(String typed, String word) {
        assertThat(Slips.between(typed, word)).isBetween(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"дом,дам2026", "2025,2026", "да,на", "export,import", "cat,cut2"})
    void anotherWordIsAnother(String typed, String word) {
        assertThat(Slips.between(typed, word)).isEqualTo(Slips.NONE);
    }

    private Set<String> words(String text, Set<Language> spoken) {
        return new HashSet<>(stemming.stems(Stemming.normal(text), spoken).stream()
                .map(Stem::word)
                .toList());
    }
}
