package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.DisplayName;
import org.kvartal.kernel.Refused;

class DisplayNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ада",
                "Ψ",
                "O’Brien-Смит, Jr.",
                "<script>alert(1)</script>",
                "Robert'); DROP TABLE person;--",
                "李小龍",
                "Zoë 👩‍🎨",
                "میخواهم"
            })
    void whatPeopleCallThemselvesIsTakenAsTyped(String name) {
        assertThat(DisplayName.of(name).value()).isEqualTo(name);
    }

    @Test
    void aDecomposedLetterIsComposedAndSpacesAtTheEndsGo() {
        String decomposed = Normalizer.normalize("Сергей", Normalizer.Form.NFD);

        assertThat(DisplayName.of("  " + decomposed + " ").value()).isEqualTo("Сергей");
    }

    @Test
    void eightyCharactersAreTakenAndOneMoreIsNotWhateverTheirPlane() {
        assertThat(DisplayName.of("a" + "🎨".repeat(79)).value()).isNotEmpty();

        assertRefused("a" + "🎨".repeat(80), "accounts.name.too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "\u00a0\u2003"})
    void aNameOfNothingIsRefused(String name) {
        assertThatThrownBy(() -> DisplayName.of(name)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"…", "👻", "-----", "!?"})
    void aNameWithoutALetterIsRefused(String name) {
        assertRefused(name, "accounts.name.letters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann\r\nBcc: all@example.org",
                "Ann\nSecond line",
                "Ann\u2028Second line",
                "Ann\u0000",
                "Ann\u001b[31m",
                "Ann\u202egpj.exe",
                "Ann\u2066isolated",
                "Ann\u200f",
                "Ann\u200bAnn",
                "Ann\ufeff",
                "Ann\ue000",
                "Ann\ud800"
            })
    void whatBreaksTheLineTurnsTheTextOrHidesInItIsRefused(String name) {
        assertRefused(name, "accounts.name.characters");
    }

    private static void assertRefused(String name, String key) {
        assertThatThrownBy(() -> DisplayName.of(name)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo("name");
            assertThat(refused.key()).isEqualTo(key);
        });
    }
}
