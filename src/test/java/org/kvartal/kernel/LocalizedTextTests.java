package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LocalizedTextTests {

    @Test
    void aTextKeepsItsLinesThroughTheTableAndLosesWhatIsHidden() {
        LocalizedText text = LocalizedText.of(Language.RU, " Пе\u202Eрвый\u0000.\r\n\r\nВторой. \n");

        assertThat(text.in(Language.BG)).isEqualTo("Первый.\n\nВторой.");
        assertThat(LocalizedText.stored(JsonMapper.shared().writeValueAsString(text)))
                .isEqualTo(text);
    }

    @Test
    void aNameIsOneLineWhateverParts() {
        LocalizedText name = new LocalizedText(
                Language.EN,
                Map.of(Language.EN, "A\r\nBcc: b", Language.RU, "в\u2028г\u2029д\tе", Language.BG, "ж\n\n з"));

        assertThat(name.asLine().texts())
                .containsOnly(
                        Map.entry(Language.EN, "A Bcc: b"),
                        Map.entry(Language.RU, "в г д е"),
                        Map.entry(Language.BG, "ж з"));
        assertThat(name.asLine().source()).isEqualTo(Language.EN);
    }

    @Test
    void whatCannotBeSeenIsNoWording() {
        Map<Language, String> typed = Map.of(Language.EN, " \u00A0\n", Language.RU, "\u202E", Language.BG, "Тъкат.");

        assertThat(LocalizedText.typed(Language.EN, typed)).isEqualTo(LocalizedText.of(Language.BG, "Тъкат."));
        assertThat(LocalizedText.typed(Language.EN, Map.of(Language.EN, "\u00A0")))
                .isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalizedText(Language.EN, typed));
    }
}
