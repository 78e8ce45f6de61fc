package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void what_people_call_themselves_is_taken_as_typed(String name) {
        assertThat(DisplayName.of(name).value()).isEqualTo(name);
    }

    @Test
    void a_decomposed_letter_is_composed_and_spaces_at_the_ends_go() {
        String decomposed = Normalizer.normalize("Сергей", Normalizer.Form.NFD);

        assertThat(DisplayName.of("  " + decomposed + " ").value()).isEqualTo("Сергей");
    }

    @Test
    void eighty_characters_are_taken_and_one_more_is_not_whatever_their_plane() {
        assertThat(DisplayName.of("a" + "🎨".repeat(79)).value()).isNotEmpty();

        assertRefused("a" + "🎨".repeat(80), "accounts.name.too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "\u00a0\u2003"})
    void a_name_of_nothing_is_refused(String name) {
        assertThatThrownBy(() -> DisplayName.of(name)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"…", "👻", "-----", "!?"})
    void a_name_without_a_letter_is_refused(String name) {
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
    void what_breaks_the_line_turns_the_text_or_hides_in_it_is_refused(String name) {
        assertRefused(name, "accounts.name.characters");
    }

    private static void assertRefused(String name, String key) {
        assertThatThrownBy(() -> DisplayName.of(name)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo("name");
            assertThat(refused.key()).isEqualTo(key);
        });
    }
}
