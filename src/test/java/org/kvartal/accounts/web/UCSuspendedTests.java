package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Doors;
import org.kvartal.accounts.Suspensions;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** Somebody whose account is suspended tries to come in, in every way there is. */
class UCSuspendedTests extends OverHttp {

    static final Asker HOUSE = Asker.house("test");
    static final String PASSWORD = "three blue doors";

    @Autowired
    Suspensions suspensions;

    @Autowired
    Doors doors;

    @Autowired
    SignIns signIns;

    @Autowired
    Live live;

    String email;
    PersonId ann;

    @BeforeEach
    void annHasAnAccount() {
        email = "ann-" + Ids.next() + "@example.org";
        ann = bring("Ann", email, PASSWORD);
    }

    @Test
    void theRightPasswordIsToldWhyItDoesNotHelp() {
        suspend();

        HttpResponse<String> refused = browser.post("/sign-in", "email", email, "password", PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Your account is suspended").contains(email);
        assertThat(browser.cookie("kvartal")).isEmpty();

        suspensions.lift(HOUSE, ann);
        assertThat(browser.post("/sign-in", "email", email, "password", PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .contains("/app");
    }

    @Test
    void aWrongPasswordIsToldWhatItAlwaysIs() {
        HttpResponse<String> before = browser.post("/sign-in", "email", email, "password", "not the password");
        suspend();
        HttpResponse<String> after = browser.post("/sign-in", "email", email, "password", "not the password");

        assertThat(after.statusCode()).isEqualTo(before.statusCode());
        assertThat(after.body()).isEqualTo(before.body());
    }

    @Test
    void aLetterForANewPasswordDoesNotLetThemIn() {
        browser.post("/reset", "email", email);
        String link = Letters.link(letters.wait(email, 1));
        suspend();

        HttpResponse<String> look = browser.get(link);
        assertThat(look.statusCode()).isEqualTo(403);
        assertThat(look.body()).contains(messages.text(Language.EN, "accounts.suspended.title"));
        HttpResponse<String> set =
                browser.post("/reset", "token", Letters.token(link), "password", "four green windows");
        assertThat(set.statusCode()).isEqualTo(403);
        assertThat(browser.cookie("kvartal")).isEmpty();

        suspensions.lift(HOUSE, ann);
        assertThat(browser.post("/sign-in", "email", email, "password", PASSWORD)
                        .statusCode())
                .as("the password is what it was")
                .isEqualTo(302);
    }

    @Test
    void noInvitationLetsThemIn() {
        suspend();

        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> doors.letIn(ann, new MockHttpServletRequest(), response))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("accounts.sign-in.suspended"));
        assertThat(response.getCookies()).isEmpty();
    }

    @Test
    void thePageThatIsOpenIsRefusedAtItsNextClickAndLosesItsSession() {
        browser.post("/sign-in", "email", email, "password", PASSWORD);
        browser.get("/app/?v-r=init&location=settings&query=");
        assertThat(click()).doesNotContain("sessionExpired");

        suspend();

        assertThat(click()).contains("sessionExpired");
        assertThat(browser.get("/app/settings").headers().firstValue("Location"))
                .contains("/sign-in?continue=%2Fapp%2Fsettings");
    }

    @Test
    void thePageThatNobodyTouchesLosesItsSessionToo() {
        var visitor = new Visitor(Network.of("192.0.2.1"), "", "", Optional.empty());
        SignedIn here =
                signIns.recognise(signIns.start(ann, false, visitor).secret()).orElseThrow();
        MockHttpSession session = new MockHttpSession();
        session.setAttribute("watch", new SessionWatch(session, here.id(), live));

        suspend();

        await().atMost(Duration.ofSeconds(20)).until(session::isInvalid);
    }

    private void suspend() {
        suspensions.suspend(HOUSE, ann, "insulted others");
    }

    private String click() {
        return browser.post("/app/?v-r=uidl&v-uiId=0").body();
    }
}
