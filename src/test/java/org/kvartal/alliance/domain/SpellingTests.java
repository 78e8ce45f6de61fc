package org.kvartal.alliance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Language;

/** Names are read, addressed and found in other scripts than their own. */
class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "Съюз на дизайнерите, bg, Sayuz na dizaynerite",
        "София, bg, Sofia",
        "Институция за щастие, bg, Institutsia za shtastie",
        "Чайковский, ru, Chaykovskiy",
        "Объезд, ru, Obyezd",
        "Винзавод, ru, Vinzavod",
        "Αθήνα, el, Athina"
    })
    void aNameIsWrittenInLatinLettersAsItsLanguageDoes(String name, String language, String latin) {
        assertThat(Spelling.latin(name, language)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({"Łódź, pl", "Artplay 2, en", "Çatı, tr", "2020, und"})
    void aNameInLatinLettersStaysAsItIs(String name, String language) {
        assertThat(Spelling.latin(name, language)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "«Съюз на дизайнерите», bg, sayuz-na-dizaynerite",
        "Дом культуры «ГЭС-2», ru, dom-kultury-ges-2",
        "Łódź Design / Festival!, pl, lodz-design-festival",
        "O'Reilly & Söhne, de, oreilly-sohne",
        "☃☃☃, en, ''",
        "../../etc/passwd, en, etc-passwd"
    })
    void anAddressHoldsLettersDigitsAndHyphens(String name, String language, String slug) {
        assertThat(Spelling.slug(name, language, 60)).isEqualTo(slug);
    }

    @Test
    void aLongAddressEndsWithAWord() {
        assertThat(Spelling.slug("Национална асоциация на малките и независими издатели", "bg", 30))
                .isEqualTo("natsionalna-asotsiatsia-na");
        assertThat(Spelling.slug("а".repeat(500), "bg", 30)).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({
        "Чайковский, Чайковски",
        "chaikovski, Чайковски",
        "Tchaikovsky, Чайковски",
        "ЧАЙКОВСКИ, Чайковски",
        "sayuz, Съюз на дизайнерите",
        "съюз, Sayuz na dizaynerite",
        "lodz, Łódź",
        "Лодзь, Łódź",
        "athina, Αθήνα",
        "винзавод, Winzavod",
        "еж, Ёж"
    })
    void aNameIsFoundInAnotherScriptAndSpelling(String wanted, String name) {
        String found = Spelling.found(Names.of(name, "und"));

        assertThat(Spelling.wanted(wanted))
                .hasSize(1)
                .allSatisfy(word -> assertThat(word.forms())
                        .as("%s in %s", word.forms(), found)
                        .anyMatch(form -> resembles(form, found)));
    }

    @Test
    void allNamesAreFoundEachOnce() {
        Names names = new Names(
                "Винзавод",
                "ru",
                Map.of(Language.EN, "Winzavod", Language.BG, "Винзавод"),
                List.of("Centre for Contemporary Art"));

        assertThat(Spelling.found(names).lines())
                .contains("винзавод", "vinzavod", "winzavod", "centre for contemporary art")
                .doesNotHaveDuplicates();
    }

    @Test
    void signsAndEmptyWordsAreNotLookedFor() {
        assertThat(Spelling.wanted(" %_' -- ☃ ")).isEmpty();
        assertThat(Spelling.wanted("a b c d e f g h")).hasSize(6);
        assertThat(Spelling.wanted("50%_off").stream().flatMap(word -> word.forms().stream()))
                .allMatch(form -> form.matches("[\\p{L}\\p{N} ]+"));
    }

    @Test
    void aNameIsSortedWithoutItsQuotationMarks() {
        assertThat(Spelling.sorted("«Винзавод»")).isEqualTo("Винзавод»");
        assertThat(Spelling.sorted("…")).isEqualTo("…");
    }

    /** As pg_trgm's word_similarity, roughly: the share of the form's trigrams that stand in one of the names. */
    private static boolean resembles(String form, String found) {
        if (found.contains(form)) {
            return true;
        }
        String padded = "  " + form + " ";
        long all = padded.length() - 2L;
        long known = 0;
        for (int i = 0; i < all; i++) {
            String three = padded.substring(i, i + 3);
            if (("  " + found.replace("\n", "   ") + " ").contains(three)) {
                known++;
            }
        }
        return known * 10 >= all * 6;
    }
}
