package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.site.Network;
import org.kvartal.site.TooOften;

class AccountsPaceTests {

    static final Network OFFICE = Network.of("192.0.2.7");
    static final Network ELSEWHERE = Network.of("198.51.100.7");
    static final EmailAddress ANN = EmailAddress.of("ann@example.org");
    static final EmailAddress BOB = EmailAddress.of("bob@example.org");

    final AccountsPace pace = new AccountsPace(new AccountsSettings(new AccountsSettings.Limits(3, 2, 5, 2)));

    @Test
    void wrongPasswordsOfOneNetworkHaveALimitAndOthersGoOn() {
        for (int i = 0; i < 3; i++) {
            pace.signIn(OFFICE);
        }

        assertThatExceptionOfType(TooOften.class)
                .isThrownBy(() -> pace.signIn(Network.of("192.0.2.99")))
                .matches(tooOften -> tooOften.waiting().isPositive());
        assertThatNoException().isThrownBy(() -> pace.signIn(ELSEWHERE));
    }

    @Test
    void rightOnesDoNotCount() {
        for (int i = 0; i < 100; i++) {
            pace.signIn(OFFICE).run();
        }

        assertThatNoException().isThrownBy(() -> pace.signIn(OFFICE));
    }

    @Test
    void signUpsOfOneNetworkHaveALimit() {
        pace.signUp(OFFICE, ANN);
        pace.signUp(OFFICE, BOB);

        assertThatExceptionOfType(TooOften.class)
                .isThrownBy(() -> pace.signUp(OFFICE, EmailAddress.of("eve@example.org")));
    }

    @Test
    void lettersToOneAddressHaveALimitWhereverTheyAreAskedForAndHoweverItIsSpelled() {
        pace.letter(OFFICE, ANN);
        pace.letter(ELSEWHERE, EmailAddress.of("Ann@Example.Org"));

        assertThatExceptionOfType(TooOften.class)
                .isThrownBy(() -> pace.letter(Network.of("203.0.113.1"), EmailAddress.of("ANN@example.org")));
        assertThatNoException().isThrownBy(() -> pace.letter(OFFICE, BOB));
    }
}
