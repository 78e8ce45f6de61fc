package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in any field. */
class TypedTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", ".", "…", "\u202e", "🎭"})
    void whatIsNeededHasALetterOrADigit(String typed) {
        refused("reason", "kernel.refused.missing", () -> Typed.requiredLine("reason", typed, 10));
        refused("reason", "kernel.refused.missing", () -> Typed.requiredBlock("reason", typed, 10));
    }

    @Test
    void lengthsCountCharactersAndNotTheirParts() {
        assertThat(Typed.line("name", "🎭".repeat(10), 10)).hasSize(20);
        refused("name", "kernel.refused.too-long", () -> Typed.line("name", "🎭".repeat(11), 10));
        refused("text", "kernel.refused.too-long", () -> Typed.block("text", "a\nb", 2));
    }

    @Test
    void aWordingIsRefusedAtItsLanguage() {
        var title =
                new LocalizedText(Language.EN, Map.of(Language.EN, "Weavers", Language.RU, "Ткачи верхнего города"));

        refused("title.ru", "kernel.refused.too-long", () -> Typed.title("title", title, 10));
        assertThat(Typed.title("title", title, 30)).isEqualTo(title);
        assertThat(Typed.text("about", null, 30)).isNull();
    }

    @Test
    void aLinkMayBeMissingButNotWrong() {
        assertThat(Typed.link("link", " ", 20)).isEmpty();
        assertThat(Typed.link("link", "example.org", 20)).isEqualTo("https://example.org");
        refused("link", "kernel.refused.web-address", () -> Typed.link("link", "https://a.example@b.example", 40));
        refused("link", "kernel.refused.too-long", () -> Typed.link("link", "example.org/too/long", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+359 2 123 4567", "(02) 123-45-67", "+7 812 123-45-67 доб. 12", "0035921234567"})
    void aTelephoneNumberStandsAsPeopleWriteOne(String typed) {
        assertThat(Typed.phone("phone", typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12", "call me", "+359 two", "1234567; DROP"})
    void whatCannotBeCalledIsNoTelephoneNumber(String typed) {
        refused("phone", "kernel.refused.phone", () -> Typed.phone("phone", typed));
    }

    @Test
    void aNumberLiesBetween() {
        assertThat(Typed.number("minutes", 10, 10, 20)).isEqualTo(10);
        refused("minutes", "kernel.refused.number", () -> Typed.number("minutes", 21, 10, 20));
    }

    @Test
    void theBeginningOfATextIsOneLine() {
        assertThat(Typed.shortened("One\ntwo", 10)).isEqualTo("One two");
        assertThat(Typed.shortened("One two three", 8)).isEqualTo("One two…");
    }

    private static void refused(String field, String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act).satisfies(refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.key()).isEqualTo(key);
        });
    }
}
