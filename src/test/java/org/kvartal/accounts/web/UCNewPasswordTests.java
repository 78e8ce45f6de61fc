package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.domain.CaughtLetter;

/** Somebody forgot their password, or fears that another knows it. */
class UCNewPasswordTests extends OverHttp {

    static final String OLD = "three blue doors";
    static final String NEW = "four green windows";

    String email;
    PersonId ann;

    @BeforeEach
    void annHasAnAccount() {
        email = "ann-" + Ids.next() + "@example.org";
        ann = bring("Ann", email, OLD);
    }

    @Test
    void theLetterSetsANewPasswordAndEndsAllOtherSignIns() {
        Browser elsewhere = new Browser(port);
        elsewhere.post("/sign-in", "email", email, "password", OLD);

        String link = askForLetter();
        assertThat(browser.get(link).body()).contains(messages.text(Language.EN, "accounts.reset.new-lead"));
        HttpResponse<String> set = browser.post("/reset", "token", Letters.token(link), "password", NEW);

        assertThat(set.headers().firstValue("Location")).contains("/app");
        assertThat(browser.get("/sign-in").statusCode()).as("signed in here").isEqualTo(302);
        assertThat(elsewhere.get("/sign-in").statusCode())
                .as("and nowhere else")
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .post("/sign-in", "email", email, "password", OLD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Browser(port)
                        .post("/sign-in", "email", email, "password", NEW)
                        .statusCode())
                .isEqualTo(302);

        CaughtLetter.Opened told = letters.wait(email, 2);
        assertThat(told.letter().subject()).isEqualTo(messages.text(Language.EN, "accounts.letter.changed.subject"));
    }

    @Test
    void aLinkWorksOnceAndForAnHourAndSettingAPasswordEndsTheOtherLinks() {
        String first = askForLetter();
        browser.post("/reset", "email", email);
        String second = Letters.link(letters.wait(email, 2));

        browser.post("/reset", "token", Letters.token(first), "password", NEW);
        assertThat(browser.get(first).statusCode()).isEqualTo(410);
        assertThat(browser.post("/reset", "token", Letters.token(second), "password", "yet another phrase")
                        .statusCode())
                .isEqualTo(410);

        browser.post("/reset", "email", email);
        String late = Letters.link(letters.wait(email, 4));
        clock.turn(Duration.ofHours(1).plusSeconds(1));
        assertThat(browser.post("/reset", "token", Letters.token(late), "password", NEW)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aBadPasswordIsSaidBesideTheFieldAndTheLinkStillWorks() {
        String link = askForLetter();

        HttpResponse<String> refused = browser.post("/reset", "token", Letters.token(link), "password", "1234567890");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(messages.text(Language.EN, "accounts.password.common"));

        assertThat(browser.post("/reset", "token", Letters.token(link), "password", NEW)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void theAnswerDoesNotTellWhetherTheAddressIsKnown() {
        HttpResponse<String> known = browser.post("/reset", "email", email);
        HttpResponse<String> unknown = browser.post("/reset", "email", "x" + email);

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
        assertThat(unknown.body().replace("x" + email, email)).isEqualTo(known.body());
        letters.wait(email, 1);
        assertThat(catcher.newest(500)).noneMatch(letter -> letter.recipient().equals("x" + email));
    }

    @Test
    void theLetterPassesWhoeverWasSlowedByStrangers() {
        for (int i = 0; i < 7; i++) {
            new Browser(port).post("/sign-in", "email", email, "password", "guess number " + i);
        }
        String link = askForLetter();

        assertThat(browser.post("/reset", "token", Letters.token(link), "password", NEW)
                        .headers()
                        .firstValue("Location"))
                .contains("/app");
        assertThat(new Browser(port)
                        .post("/sign-in", "email", email, "password", NEW)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void lettersToOneAddressHaveALimit() {
        for (int i = 0; i < 4; i++) {
            assertThat(browser.post("/reset", "email", email).statusCode()).isEqualTo(200);
        }

        assertThat(browser.post("/reset", "email", email).statusCode()).isEqualTo(429);
        assertThat(browser.post("/reset", "email", email.toUpperCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void whatIsNoAddressIsSaidBesideTheField() {
        HttpResponse<String> refused = browser.post("/reset", "email", "ann", "language", "bg");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(messages.text(Language.BG, "accounts.email.malformed"))
                .contains("value=\"ann\"");
    }

    private String askForLetter() {
        assertThat(browser.post("/reset", "email", email).body()).contains(email);
        return Letters.link(letters.wait(email, 1));
    }
}
