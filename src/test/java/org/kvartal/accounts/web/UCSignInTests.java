package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** Somebody known signs in, works, signs out; and strangers get nowhere. */
class UCSignInTests extends OverHttp {

    static final String PASSWORD = "three blue doors";

    String email;
    PersonId ann;

    @BeforeEach
    void annHasAnAccount() {
        email = "ann-" + Ids.next() + "@example.org";
        ann = bring("Ann", email, PASSWORD);
    }

    @Test
    void signingInLeadsToWhereOneWantedToGo() {
        HttpResponse<String> refused = browser.get("/app/threads/12/3?sort=new");
        assertThat(refused.statusCode()).isEqualTo(302);
        String signIn = refused.headers().firstValue("Location").orElseThrow();
        assertThat(signIn).isEqualTo("/sign-in?continue=%2Fapp%2Fthreads%2F12%2F3%3Fsort%3Dnew");
        assertThat(browser.get(signIn).body())
                .contains("name=\"continue\" value=\"/app/threads/12/3?sort=new\"")
                .contains(messages.text(Language.EN, "accounts.sign-in.first"));

        HttpResponse<String> done = browser.post(
                "/sign-in", "email", email, "password", PASSWORD, "continue", "/app/threads/12/3?sort=new");
        assertThat(done.headers().firstValue("Location")).contains("/app/threads/12/3?sort=new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/app/../..//evil.example",
                "/app//evil.example",
                "/app@evil.example",
                "javascript:alert(1)",
                "/app\r\nSet-Cookie: kvartal=x",
                "/app%0d%0aSet-Cookie:x",
                "/apparently",
                "/sign-out"
            })
    void nobodyIsLedToAnotherSite(String wanted) {
        HttpResponse<String> done = browser.post("/sign-in", "email", email, "password", PASSWORD, "continue", wanted);

        assertThat(done.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).isIn("/app", "/app%0d%0aSet-Cookie:x"));
        assertThat(done.headers().allValues("Set-Cookie")).hasSize(2);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSitesAndLastsOnlyIfWanted() {
        List<String> set = browser.post("/sign-in", "email", email, "password", PASSWORD)
                .headers()
                .allValues("Set-Cookie");
        assertThat(set)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("kvartal=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("Max-Age"));

        List<String> remembered = new Browser(port)
                .post("/sign-in", "email", email, "password", PASSWORD, "remember", "true")
                .headers()
                .allValues("Set-Cookie");
        assertThat(remembered)
                .anySatisfy(cookie -> assertThat(cookie).startsWith("kvartal=").contains("Max-Age=2592000"));
    }

    @Test
    void theHouseKeepsTheHashOfTheCookieOnly() {
        signIn(browser);

        assertThat(jdbc.sql(
                                "SELECT encode(token_hash, 'hex') || browser || system || network FROM sign_in WHERE person = :ann")
                        .param("ann", ann.value())
                        .query(String.class)
                        .single())
                .doesNotContain(browser.cookie("kvartal").orElseThrow().getValue())
                .endsWith("FirefoxLinux127.0.0.*");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        HttpResponse<String> wrong = browser.post("/sign-in", "email", email, "password", "not the password");
        HttpResponse<String> unknown =
                new Browser(port).post("/sign-in", "email", "x" + email, "password", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body().replace("x" + email, email)).isEqualTo(wrong.body());
        assertThat(wrong.body())
                .contains(messages.text(Language.EN, "accounts.sign-in.wrong"))
                .contains(email)
                .doesNotContain("not the password");
    }

    @Test
    void norDoesASignUpTellWhetherTheAddressWasKnownBefore() {
        for (String address : List.of(email, "x" + email)) {
            Browser mallorys = new Browser(port);
            mallorys.post("/en/sign-up", "name", "Mallory", "email", address, "password", "not hers at all");
            HttpResponse<String> answer = mallorys.post("/sign-in", "email", address, "password", "not hers at all");

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/en/sign-up/sent?id=");
            assertThat(mallorys.cookie("kvartal")).isEmpty();
        }
        signIn(browser);
    }

    @Test
    void bothTakeTheSameTime() {
        long known = time(email);
        long unknown = time("x" + email);

        assertThat(Math.max(known, unknown)).isLessThan(4 * Math.min(known, unknown));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void guessingIsSlowedWhetherOrNotTheAddressIsKnown(boolean known) {
        String address = known ? email : "x" + email;
        for (int i = 0; i < 5; i++) {
            assertThat(guess(browser, address).statusCode()).isEqualTo(422);
        }

        HttpResponse<String> slowed = guess(browser, address);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.body()).contains("Wait ").contains("second");
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();

        clock.turn(Duration.ofSeconds(6));
        assertThat(guess(browser, address).statusCode()).isEqualTo(422);
        clock.turn(Duration.ofSeconds(6));
        assertThat(guess(browser, address).statusCode()).as("twice as long").isEqualTo(429);
    }

    @Test
    void nobodyCanLockTheOwnerOutOfABrowserTheyKnow() {
        signIn(browser);
        browser.post("/sign-out");
        guessUntilSlowed(new Browser(port));

        assertThat(browser.post("/sign-in", "email", email, "password", PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .contains("/app");
    }

    @Test
    void whoSharesTheBrowserIsSlowedAllTheSame() {
        String bobs = "bob-" + Ids.next() + "@example.org";
        bring("Bob", bobs, PASSWORD);
        signIn(browser);
        browser.post("/sign-out");
        for (int i = 0; i < 5; i++) {
            guess(browser, email);
            browser.post("/sign-in", "email", bobs, "password", PASSWORD);
            browser.post("/sign-out");
        }

        assertThat(guess(browser, email).statusCode()).isEqualTo(429);
    }

    @Test
    void norForGoodAnywhere() {
        guessUntilSlowed(browser);
        for (int i = 0; i < 12; i++) {
            clock.turn(Duration.ofMinutes(15));
            guess(browser, email);
        }

        clock.turn(Duration.ofMinutes(15));
        signIn(new Browser(port));
    }

    @Test
    void manyGuessesAtTheSameMomentAreCountedEach() throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(_ ->
                            threads.submit(() -> guess(new Browser(port), email).statusCode()))
                    .toList();
            int looked = 0;
            for (var answer : answers) {
                looked += answer.get() == 422 ? 1 : 0;
            }
            assertThat(looked).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void signingOutEndsTheSignInAndTheCookieWithIt() {
        signIn(browser);
        String cookie = browser.cookie("kvartal").orElseThrow().getValue();

        assertThat(browser.post("/sign-out").statusCode()).isEqualTo(302);

        assertThat(browser.cookie("kvartal")).isEmpty();
        browser.plant("kvartal", cookie, "/");
        assertThat(browser.get("/app").headers().firstValue("Location"))
                .as("an open page that loads again does not get in the way")
                .contains("/en");
        browser.forgetCookie("kvartal-left");
        assertThat(browser.get("/app").headers().firstValue("Location")).contains("/sign-in");
    }

    @Test
    void aGetSignsNobodyOut() {
        signIn(browser);

        assertThat(browser.get("/sign-out").statusCode()).isIn(404, 405);
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void anIdleSignInEndsAfter12HoursAndUseProlongsIt() {
        signIn(browser);
        for (int i = 0; i < 3; i++) {
            clock.turn(Duration.ofHours(11));
            assertThat(isSignedIn(browser)).isTrue();
        }
        clock.turn(Duration.ofHours(12).plusSeconds(1));
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void aRememberedOneLasts30DaysAndNoLonger() {
        browser.post("/sign-in", "email", email, "password", PASSWORD, "remember", "true");
        clock.turn(Duration.ofDays(29));
        assertThat(isSignedIn(browser)).isTrue();
        clock.turn(Duration.ofDays(1).plusMinutes(1));
        assertThat(isSignedIn(browser)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "' OR 1=1 --"})
    void whatWasNeverGivenOutSignsNobodyIn(String forged) {
        assertThat(new Browser(port).get("/app", "Cookie", "kvartal=" + forged).statusCode())
                .isIn(302, 400);
    }

    @Test
    void anEndlessPasswordCostsNothing() {
        assertThat(browser.post("/sign-in", "email", email, "password", "a".repeat(1_000_000))
                        .statusCode())
                .isEqualTo(422);
    }

    private void signIn(Browser in) {
        assertThat(in.post("/sign-in", "email", email, "password", PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .contains("/app");
    }

    /** Whether the sign-in page sends on at once. */
    private static boolean isSignedIn(Browser in) {
        return in.get("/sign-in").statusCode() == 302;
    }

    private HttpResponse<String> guess(Browser from, String address) {
        return from.post("/sign-in", "email", address, "password", "not the password");
    }

    private void guessUntilSlowed(Browser from) {
        for (int i = 0; i < 6; i++) {
            guess(from, email);
        }
        assertThat(guess(from, email).statusCode()).isEqualTo(429);
    }

    private long time(String address) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long before = System.nanoTime();
            guess(browser, address);
            best = Math.min(best, System.nanoTime() - before);
        }
        return best;
    }
}
