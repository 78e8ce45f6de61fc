package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTests {

    @ParameterizedTest
    @CsvSource({
        "Шрифтова, shriftova",
        "Щерев, shterev",
        "Щукина, shchukina",
        "Христо, hristo",
        "Христо, khristo",
        "Йовчева, yovcheva",
        "Мария, maria",
        "Мария, mariya",
        "Ъгъл, agal",
        "Ёлка, елка",
        "Łódź, lodz",
        "Straße, strasse",
        "ΑΘΗΝΑ, athena",
        "О’Хара, ohara",
    })
    void aNameIsKnownInTheFormsThatPeopleType(String name, String form) {
        assertThat(Folding.forms(name)).contains(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "—", "%_%", "🎭", "…"})
    void whatHoldsNoLetterHasNoForm(String text) {
        assertThat(Folding.forms(text)).isEmpty();
        assertThat(Folding.sought(text, 5)).isEmpty();
    }

    @Test
    void formsHoldNothingButLettersDigitsAndSpaces() {
        assertThat(Folding.forms("  «Слама» & Ко. (№ 5)_% "))
                .allMatch(form -> form.matches("[\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*"));
    }

    @Test
    void eachWordIsSoughtInItsForms() {
        assertThat(Folding.sought("Слама ко", 5))
                .hasSize(2)
                .first()
                .satisfies(forms -> assertThat(forms).contains("слама", "slama"));
        assertThat(Folding.sought("a b c d e f g", 5)).hasSize(5);
    }

    @Test
    void aTextToSearchHoldsEveryNameOnce() {
        assertThat(Folding.searchText(List.of("Loom", "LOOM", "Стан"))).isEqualTo("loom стан stan");
    }
}
