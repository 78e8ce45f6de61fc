package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Refused;

class PasswordRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"three blue doors", "пароль для кабинета", "k7#Qz!m2Vw", "🎨🎭🎬🎼🎻🎺🎷🥁📚🖋"})
    void aPhraseIsTaken(String password) {
        assertThat(PasswordRule.check(password, "Ann Lee", "ann@example.org")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', accounts.password.missing",
        "short, accounts.password.too-short",
        "🎨🎭🎬🎼🎻, accounts.password.too-short",
        "1234567890, accounts.password.common",
        "Qwertyuiop, accounts.password.common",
        "PASSWORD123, accounts.password.common",
        "aaaaaaaaaaaa, accounts.password.common",
        "Annabel Lee, accounts.password.own",
        "annabellee, accounts.password.own",
        "ANN.BERGEN@example.org, accounts.password.own",
        "ann.bergen, accounts.password.own"
    })
    void whatAnybodyWouldTryFirstIsRefused(String password, String key) {
        assertThat(PasswordRule.check(password, "Annabel Lee", "ann.bergen@example.org"))
                .map(Refused::key)
                .contains(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5_000_000})
    void whatNobodyRemembersIsRefusedBeforeItCostsAnything(int length) {
        assertThat(PasswordRule.check("ab3".repeat(length), null, null))
                .map(Refused::key)
                .contains("accounts.password.too-long");
    }
}
