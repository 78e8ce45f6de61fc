package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTests {

    @Test
    void picksTheBestOfWhatTheBrowserAccepts() {
        assertThat(Language.accepted("bg-BG,bg;q=0.9,en;q=0.8")).isEqualTo(Language.BG);
        assertThat(Language.accepted("de,ru;q=0.5,en;q=0.4")).isEqualTo(Language.RU);
        assertThat(Language.accepted("de")).isEqualTo(Language.EN);
        assertThat(Language.accepted(null)).isEqualTo(Language.EN);
        assertThat(Language.accepted(";;q=nonsense")).isEqualTo(Language.EN);
    }

    @Test
    void showsAnOfficialTextInTheSourceWhereTheReadersLanguageIsMissing() {
        LocalizedText name =
                new LocalizedText(Language.BG, Map.of(Language.BG, "Общи въпроси", Language.EN, "General"));

        assertThat(name.in(Language.EN)).isEqualTo("General");
        assertThat(name.in(Language.RU)).isEqualTo("Общи въпроси");
        assertThat(name.shownIn(Language.RU)).isEqualTo(Language.BG);
    }

    @Test
    void bringsWhatWasTypedIntoOneForm() {
        assertThat(PlainText.line("  Ко\u0438\u0306  е \n тук\u0000\u202E ")).isEqualTo("Кой е тук");
        assertThat(PlainText.block("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }
}
