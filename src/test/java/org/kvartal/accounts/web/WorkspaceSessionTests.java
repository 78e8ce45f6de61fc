package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** A session of the workspace is worth nothing without the sign-in that began it. */
class WorkspaceSessionTests extends OverHttp {

    static final String PASSWORD = "three blue doors";
    static final String SESSION = "kvartal-session";

    @Autowired
    SignOuts signOuts;

    String email;
    PersonId ann;

    @BeforeEach
    void annWorksInHerBrowser() {
        email = "ann-" + Ids.next() + "@example.org";
        ann = bring("Ann", email, PASSWORD);
        signIn(browser, email);
        begin(browser);
    }

    @Test
    void theSessionCookieGoesToTheWorkspaceAlone() {
        assertThat(browser.cookie(SESSION)).hasValueSatisfying(cookie -> {
            assertThat(cookie.getPath()).isEqualTo("/app");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        assertThat(click(browser)).doesNotContain("sessionExpired");
    }

    /** A page asks for several things at once: none of them may find its session renamed by another. */
    @Test
    void theSessionKeepsItsNameFromClickToClick() {
        String before = browser.cookie(SESSION).orElseThrow().getValue();

        assertThat(browser.get("/app/settings").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith(SESSION + "="));
        assertThat(click(browser)).doesNotContain("sessionExpired");
        assertThat(browser.cookie(SESSION).orElseThrow().getValue()).isEqualTo(before);
    }

    @Test
    void aSessionThatSomebodyPlantedIsThrownAway() {
        String planted = browser.cookie(SESSION).orElseThrow().getValue();
        String victims = "bob-" + Ids.next() + "@example.org";
        bring("Bob", victims, PASSWORD);
        Browser bobs = new Browser(port);
        bobs.plant(SESSION, planted, "/app");
        signIn(bobs, victims);

        assertThat(begin(bobs).headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith(SESSION + "="))
                .noneMatch(cookie -> cookie.contains(planted));
        assertThat(click(browser)).as("it is gone for whoever planted it").contains("sessionExpired");
    }

    @Test
    void aStolenSessionIsWorthNothingWithoutTheSignIn() {
        Browser thiefs = new Browser(port);
        thiefs.plant(SESSION, browser.cookie(SESSION).orElseThrow().getValue(), "/app");

        assertThat(click(thiefs)).contains("sessionExpired");
        assertThat(thiefs.get("/app").headers().firstValue("Location")).contains("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/VAADIN/static/x", "/app/VAADIN/build/x"})
    void norAtAnAddressOfAScript(String path) {
        Browser thiefs = new Browser(port);
        thiefs.plant(SESSION, browser.cookie(SESSION).orElseThrow().getValue(), "/app");

        assertThat(thiefs.post(path + "?v-r=uidl&v-uiId=0").body())
                .contains("sessionExpired")
                .doesNotContain("syncId");
        assertThat(click(browser)).as("the owner works on").doesNotContain("sessionExpired");
    }

    @Test
    void signingInAnewBeginsANewSession() {
        String before = browser.cookie(SESSION).orElseThrow().getValue();
        signIn(browser, email);
        begin(browser);

        assertThat(browser.cookie(SESSION).orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void signedOutElsewhereTheNextClickIsRefusedAndLeadsToTheSignInPage() {
        Browser phone = new Browser(port);
        signIn(phone, email);
        signOuts.endOthers(Asker.of(ann), null);

        assertThat(click(browser)).contains("sessionExpired");
        HttpResponse<String> again = browser.get("/app/settings");
        assertThat(again.headers().firstValue("Location")).contains("/sign-in?continue=%2Fapp%2Fsettings");
        assertThat(phone.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatLiesOpenIsNoVisitAndAClickIsOne() {
        begin(browser);
        clock.turn(Duration.ofHours(1));
        Instant before = seen();
        assertThat(before).isBefore(clock.instant().minusSeconds(3000));

        browser.post("/app/?v-r=heartbeat&v-uiId=0");
        assertThat(seen()).isEqualTo(before);
        MockHttpServletRequest push = new MockHttpServletRequest("GET", "/VAADIN/push");
        push.setQueryString("v-r=push&v-uiId=0&v-pushId=1");
        assertThat(Workspace.BY_ITSELF.matches(push)).isTrue();

        click(browser);
        assertThat(seen()).isAfter(clock.instant().minusSeconds(60));
    }

    private Instant seen() {
        return jdbc.sql("SELECT max(seen_at) AS seen FROM sign_in WHERE person = ?")
                .param(ann.value())
                .query((row, _) -> Columns.moment(row, "seen"))
                .single();
    }

    private void signIn(Browser in, String address) {
        assertThat(in.post("/sign-in", "email", address, "password", PASSWORD).statusCode())
                .isEqualTo(302);
    }

    /** What the first page of the workspace asks for: a session and what to show. */
    private static HttpResponse<String> begin(Browser in) {
        HttpResponse<String> begun = in.get("/app/?v-r=init&location=settings&query=");
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(in.cookie(SESSION)).isPresent();
        return begun;
    }

    private static String click(Browser in) {
        return in.post("/app/?v-r=uidl&v-uiId=0").body();
    }
}
