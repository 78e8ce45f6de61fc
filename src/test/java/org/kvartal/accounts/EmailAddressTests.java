package org.kvartal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Refused;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ann@example.org",
        "' ann@example.org ', ann@example.org",
        "'\u00a0ann@example.org\t', ann@example.org",
        "Ann.O'Neil+list@Sub.Example.ORG, Ann.O'Neil+list@sub.example.org",
        "ann@пример.рф, ann@xn--e1afmkfd.xn--p1ai",
        "анна@пример.рф, анна@xn--e1afmkfd.xn--p1ai",
        "ann@bücher.example, ann@xn--bcher-kva.example"
    })
    void anAddressIsReadAndItsDomainBecomesAscii(String typed, String address) {
        assertThat(EmailAddress.of(typed).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ANN@Example.Org",
        "анна@пример.рф, АННА@Пример.РФ",
        "анна@пример.рф, Анна@xn--e1afmkfd.xn--p1ai",
        "йордан@пример.бг, Йордан@пример.бг"
    })
    void twoSpellingsInAnotherCaseAreTheSameAddress(String one, String other) {
        assertThat(EmailAddress.of(one).folded())
                .isEqualTo(EmailAddress.of(other).folded());
    }

    @Test
    void lookAlikesOfAnotherScriptAreNotTheSameAddress() {
        assertThat(EmailAddress.of("anna@example.org").folded())
                .isNotEqualTo(EmailAddress.of("аnnа@example.org").folded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.org",
                "ann@",
                "ann@localhost",
                "ann@example.123",
                "ann@127.0.0.1",
                "ann@[127.0.0.1]",
                "ann@@example.org",
                "ann@exa mple.org",
                "ann@example..org",
                "ann@-example.org",
                ".ann@example.org",
                "ann..b@example.org",
                "ann.@example.org",
                "\"ann b\"@example.org",
                "Ann <ann@example.org>",
                "ann@example.org, bob@example.org",
                "ann@example.org\r\nBcc: all@example.org",
                "ann\u0000@example.org",
                "ann\u202e@example.org",
                "group:ann@example.org;"
            })
    void whatIsNotOnePlainAddressIsRefused(String typed) {
        assertThatThrownBy(() -> EmailAddress.of(typed))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("email"));
    }

    @Test
    void anAddressKeepsOutOfLogs() {
        assertThat(EmailAddress.of("ann@example.org").toString()).doesNotContain("ann");
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertThatThrownBy(() -> EmailAddress.of("a".repeat(65) + "@example.org"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> EmailAddress.of("a@" + "b.".repeat(200) + "org"))
                .isInstanceOf(Refused.class);
    }
}
