package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Registration;

class EnteredTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "…", "\u202e", "🎭"})
    void aNameHasALetterOrADigit(String typed) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Entered.personName("applicant", typed));
    }

    @Test
    void aNameKeepsItsScriptAndLosesWhatIsUnseen() {
        assertThat(Entered.personName("applicant", " Ада\u0000\n Лум ")).isEqualTo("Ада Лум");
        assertThat(Entered.personName("applicant", "и\u0306ова")).as("composed").isEqualTo("йова");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Entered.personName("applicant", "Ada\u200b"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Entered.personName("applicant", "a".repeat(81)));
    }

    @Test
    void namesBeginWithTheApplicantsLanguage() {
        assertThat(Entered.names(Map.of(Language.BG, "Тъкачи", Language.EN, " "), Language.EN)
                        .source())
                .isEqualTo(Language.BG);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Entered.names(Map.of(), Language.RU))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("names.ru"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Entered.names(Map.of(Language.EN, "x".repeat(161)), Language.EN))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("names.en"));
    }

    @Test
    void numbersAreWhole() {
        assertThat(Entered.number("size", "1 200")).isEqualTo(1200);
        assertThat(Entered.number("size", " ")).isNull();
        for (String typed : List.of("many", "1.5", "99999999999", "-")) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> Entered.number("size", typed));
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Entered.size("size", 0));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Entered.founded("founded", 2027, 2026));
    }

    @Test
    void sectorsAreOfTheList() {
        Set<String> known = Set.of("craft", "design");
        assertThat(Entered.sectors("sectors", List.of("craft", "craft"), known, true))
                .containsExactly("craft");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Entered.sectors("sectors", List.of(), known, true));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Entered.sectors("sectors", List.of("alchemy"), known, false));
    }

    @Test
    void aRegistrationIsTheSameHoweverItIsSpelled() {
        assertThat(Registration.of(" bg-eik ", "121 884-560")).isEqualTo(new Registration("BG-EIK", "121884560"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Registration.of("BG", "121884560"))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("registrationScheme"));
        for (String number : List.of("", "1", "1'2", "x".repeat(31), "<b>")) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> Registration.of("BG-EIK", number))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("registrationNumber"));
        }
    }

    @Test
    void twoSpellingsOfAnAddressFoldToOne() {
        assertThat(EmailAddress.of(" Ада@ПРИМЕР.бг ").folded())
                .isEqualTo(EmailAddress.of("ада@пример.БГ").folded());
        for (String typed : List.of(
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@localhost",
                "a b@example.org",
                "ada@1.2.3.4",
                "a@b.example\nBcc: x@y.example",
                "a@b@c.example")) {
            assertThatExceptionOfType(Refused.class)
                    .as(typed)
                    .isThrownBy(() -> EmailAddress.of(typed))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("email"));
        }
        assertThat(EmailAddress.of("ada@example.org").toString()).doesNotContain("ada");
    }

    @Test
    void aForgedPlaceInAListIsNone() {
        ListKey key = new ListKey("Ёлка: 5", 7);
        assertThat(ListKey.of(key.toString())).isEqualTo(key);
        for (String forged : List.of("", "%%%", "YWJj", "x".repeat(2_000), "OmE")) {
            assertThat(ListKey.of(forged)).isNull();
        }
    }
}
