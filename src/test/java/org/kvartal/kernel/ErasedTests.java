package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What statements are told of somebody who is being erased. */
class ErasedTests {

    @Test
    void aNameIsFoundAsAWholeWhateverIsInIt() {
        Map<String, Object> values = erased("A.B (c)*", Map.of(Language.EN, "X", Language.RU, "Y", Language.BG, "Z"))
                .values();

        assertThat(values.get("pattern")).isEqualTo("(?<!\\w)A\\.B\\ \\(c\\)\\*(?!\\w)");
        assertThat(values.get("plain")).as("no language, no word").isEqualTo("—");
        assertThat(String.valueOf(values.get("official"))).contains("\"RU\": \"Y\"");
    }

    @Test
    void aChosenNameIsTheSameInAllLanguagesAndIsNoPattern() {
        String name = "O\\1 \"Neil\"";
        Map<String, Object> values = erased("Old", Map.of(Language.EN, name, Language.RU, name, Language.BG, name))
                .values();

        assertThat(values.get("plain")).isEqualTo(name);
        assertThat(values.get("new_plain")).isEqualTo("O\\\\1 \"Neil\"");
        assertThat(LocalizedText.stored(String.valueOf(values.get("official"))).in(Language.BG))
                .isEqualTo(name);
    }

    @Test
    void whoeverKeepsTheirNameIsLookedForByNoStatement() {
        Erased erased = erased("Ann", Map.of(Language.EN, "Ann", Language.RU, "Ann", Language.BG, "Ann"));

        assertThat(erased.keepsName()).isTrue();
        assertThat(erased.values().get("pattern")).isEqualTo("(?!)");
        assertThat(erased.toString()).doesNotContain("Ann");
    }

    private static Erased erased(String name, Map<Language, String> called) {
        return new Erased(PersonId.next(), name, "a@example.org", called, false);
    }
}
