package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Arrivals;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.domain.CaughtLetter;

/** The house brought somebody in who has an address and no password yet. */
class UCInvitedWithoutPasswordTests extends OverHttp {

    static final String FIRST = "four green windows";

    String email;

    @BeforeEach
    void annWasBroughtInFromAList() {
        email = "ann-" + Ids.next() + "@example.org";
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        PersonId.next(),
                        "Ann",
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        new Arrivals.SignIn(email, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "a password that nobody has", "four green windows"})
    void noPasswordOpensTheAccount(String password) {
        HttpResponse<String> wrong = browser.post("/sign-in", "email", email, "password", password);
        HttpResponse<String> unknown =
                new Browser(port).post("/sign-in", "email", "x" + email, "password", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).isEqualTo(unknown.body().replace("x" + email, email));
    }

    @Test
    void theAnswerTakesAsLongAsThatToAWrongPassword() {
        String known = "bob-" + Ids.next() + "@example.org";
        bring("Bob", known, "three blue doors");

        long without = time(email);
        long wrong = time(known);

        assertThat(Math.max(without, wrong)).isLessThan(4 * Math.min(without, wrong));
    }

    @Test
    void aLetterSetsTheFirstPassword() {
        browser.post("/reset", "email", email);
        String link = Letters.link(letters.wait(email, 1));

        HttpResponse<String> set = browser.post("/reset", "token", Letters.token(link), "password", FIRST);

        assertThat(set.headers().firstValue("Location")).contains("/app");
        assertThat(new Browser(port)
                        .post("/sign-in", "email", email, "password", FIRST)
                        .headers()
                        .firstValue("Location"))
                .contains("/app");
    }

    @Test
    void whoeverSignsUpAllTheSameIsToldHowToComeIn() {
        browser.post("/en/sign-up", "name", "Ann", "email", email, "password", "three blue doors", "language", "en");

        CaughtLetter.Opened letter = letters.wait(email, 1);
        assertThat(letter.letter().subject())
                .isEqualTo(messages.text(Language.EN, "accounts.letter.no-password.subject"));
        assertThat(Letters.link(letter)).isEqualTo("/reset?language=en");
    }

    private long time(String address) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long before = System.nanoTime();
            browser.post("/sign-in", "email", address, "password", "not the password");
            best = Math.min(best, System.nanoTime() - before);
        }
        return best;
    }
}
