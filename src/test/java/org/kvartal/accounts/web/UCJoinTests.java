package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.PersonJoined;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.mail.domain.CaughtLetter;

/** Somebody joins: says who they are, looks into their mail, confirms, and is in. */
class UCJoinTests extends OverHttp {

    static final String PASSWORD = "three blue doors";

    String email;

    @BeforeEach
    void somebodyNewOpensABrowser() {
        email = "new-" + Ids.next() + "@example.org";
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fromTheFormToTheWorkspace(Language language) {
        HttpResponse<String> form = browser.get("/" + language.code() + "/sign-up");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("<html lang=\"" + language.code() + "\"")
                .contains(messages.text(language, "accounts.sign-up.lead"));

        HttpResponse<String> sent = signUp(language, "Йоана Петрова", email);
        assertThat(sent.statusCode()).isEqualTo(302);
        String waiting = sent.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(waiting).body())
                .contains(email)
                .as("the house has no mail server, so it leads to where its letters are")
                .contains("href=\"/" + language.code() + "/letters\"");
        assertThat(browser.get(waiting, "X-Forwarded-For", "203.0.113.7").body())
                .doesNotContain("/letters");

        CaughtLetter.Opened letter = letters.wait(email, 1);
        assertThat(letter.letter().subject()).isEqualTo(messages.text(language, "accounts.letter.confirm.subject"));
        String link = Letters.link(letter);

        // A mail scanner follows the link, several times; nothing happens.
        for (int i = 0; i < 3; i++) {
            assertThat(new Browser(port).get(link).body()).contains("Йоана Петрова");
        }
        assertThat(people(email)).isZero();

        HttpResponse<String> confirmed = browser.post("/confirm", "token", Letters.token(link));
        assertThat(confirmed.headers().firstValue("Location")).contains("/app");
        assertThat(people(email)).isEqualTo(1);
        assertThat(browser.cookie("kvartal")).hasValueSatisfying(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getMaxAge()).isNegative();
        });
        assertThat(joined).extracting(PersonJoined::language).contains(language);

        assertThat(browser.get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhatWasTypedStays() {
        HttpResponse<String> answer = browser.post(
                "/ru/sign-up",
                "name",
                "<b>\"Имя\"\u202e",
                "email",
                "не адрес",
                "password",
                "коротко",
                "language",
                "bg");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(messages.text(Language.RU, "accounts.name.characters"))
                .contains(messages.text(Language.RU, "accounts.email.malformed"))
                .contains(messages.text(Language.RU, "accounts.password.too-short", 10))
                .contains("value=\"не адрес\"")
                .contains("value=\"&lt;b&gt;&quot;Имя&quot;")
                .doesNotContain("коротко");
    }

    @Test
    void aKnownAddressAndANewOneGetTheSameAnswer() {
        String known = known();

        HttpResponse<String> forNew = signUp(Language.EN, "Ann", email);
        HttpResponse<String> forKnown = signUp(Language.EN, "Ann", known);

        assertThat(forKnown.statusCode()).isEqualTo(forNew.statusCode());
        assertThat(forKnown.headers().map().keySet())
                .isEqualTo(forNew.headers().map().keySet());
        String pageOfNew = page(forNew).replace(email, "…");
        String pageOfKnown = page(forKnown).replace(known, "…");
        assertThat(withoutId(pageOfKnown)).isEqualTo(withoutId(pageOfNew));

        assertThat(letters.wait(known, 1).letter().subject())
                .isEqualTo(messages.text(Language.EN, "accounts.letter.known.subject"));
        assertThat(letters.wait(known, 1).text()).doesNotContain("token=");
        assertThat(people(known)).isEqualTo(1);
    }

    @Test
    void bothTakeAboutTheSameTime() {
        String known = known();
        signUp(Language.EN, "Ann", email);
        List<Long> forNew = new ArrayList<>();
        List<Long> forKnown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            forNew.add(time(() -> signUp(Language.EN, "Ann", "new-" + Ids.next() + "@example.org")));
            forKnown.add(time(() -> signUp(Language.EN, "Ann", known)));
        }

        // The hash of the password dwarfs the rest: without it one of them would take a tenth of the other.
        long shorter = Math.min(median(forNew), median(forKnown));
        long longer = Math.max(median(forNew), median(forKnown));
        assertThat(longer).isLessThan(4 * shorter);
    }

    @Test
    void theLetterIsSentAgainToTheSameAddressUntilItIsTooOften() {
        String waiting = signUp(Language.EN, "Ann", email)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String id = waiting.substring(waiting.indexOf("id=") + 3);

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> again = browser.post("/en/sign-up/sent", "id", id);
            assertThat(again.statusCode()).isEqualTo(302);
        }
        HttpResponse<String> tooOften = browser.post("/en/sign-up/sent", "id", id);
        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.headers().firstValue("Retry-After")).isPresent();
        assertThat(tooOften.body()).contains("minutes");

        // Every one of the letters works until one is used.
        String link = Letters.link(letters.wait(email, 4));
        assertThat(browser.post("/confirm", "token", Letters.token(link))
                        .headers()
                        .firstValue("Location"))
                .contains("/app");
        assertThat(browser.get("/en/sign-up/sent?id=" + id).body())
                .contains(messages.text(Language.EN, "accounts.sent.gone"));
    }

    @Test
    void aLinkWorksFor48Hours() {
        signUp(Language.EN, "Ann", email);
        String token = Letters.token(Letters.link(letters.wait(email, 1)));
        clock.turn(Duration.ofDays(2).plusSeconds(1));

        assertThat(browser.post("/confirm", "token", token).statusCode()).isEqualTo(410);
        assertThat(people(email)).isZero();
    }

    @Test
    void whoSignsUpWithSomebodyElsesAddressLeavesNoPasswordThere() {
        signUp(Language.EN, "Mallory", email);
        letters.wait(email, 1);
        browser.post(
                "/en/sign-up", "name", "Ann", "email", email, "password", "the owner's own words", "language", "en");
        String owners = Letters.token(Letters.link(letters.wait(email, 2)));
        browser.post("/confirm", "token", owners);

        Browser mallory = new Browser(port);
        assertThat(mallory.post("/sign-in", "email", email, "password", PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Browser(port)
                        .post("/sign-in", "email", email, "password", "the owner's own words")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoSignsInBeforeConfirmingIsToldToLookIntoTheMail() {
        signUp(Language.EN, "Ann", email);

        assertThat(browser.post("/sign-in", "email", email, "password", PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/sign-up/sent?id="));
        assertThat(browser.cookie("kvartal")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "{{7*7}}${7*7}#{7*7}",
                "'); DROP TABLE sign_up;--",
                "𝕿𝖍𝖊 🎨",
                "Ω≈ç√∫"
            })
    void aNameComesBackAsItWasTypedAndRunsNowhere(String name) {
        String waiting = signUp(Language.EN, name, email)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(browser.get(waiting).statusCode()).isEqualTo(200);

        CaughtLetter.Opened letter = letters.wait(email, 1);
        // A letter greets nobody by what could be an advertisement or markup.
        assertThat(letter.text()).startsWith(name.contains("<") ? "Hello!" : "Hello");
        assertThat(letter.text().contains(name)).isEqualTo(!name.contains("<"));
        assertThat(letter.html()).doesNotContain("<script");
        String page = browser.get(Letters.link(letter)).body();
        assertThat(page).doesNotContain("<script>alert").doesNotContain("4949");
    }

    @Test
    void anAddressWithoutALanguageLeadsToTheBrowsers() {
        HttpResponse<String> answer = browser.get("/sign-up", "Accept-Language", "bg");

        assertThat(answer.headers().firstValue("Location")).contains("/bg/sign-up");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void aSlashAtTheEndAndALanguageBeforeAreForgiven() {
        assertThat(browser.get("/bg/sign-up/?x=1").headers().firstValue("Location"))
                .contains("/bg/sign-up?x=1");
        assertThat(browser.get("/ru/").headers().firstValue("Location")).contains("/ru");
        assertThat(browser.get("/ru/sign-in").headers().firstValue("Location")).contains("/sign-in?language=ru");
    }

    @Test
    void nobodyCanReadWhatASignUpWaitsFor() {
        signUp(Language.EN, "Ann", email);

        assertThat(browser.get("/en/sign-up/sent?id=" + Ids.next()).body()).doesNotContain("@example.org");
        assertThat(browser.get("/en/sign-up/sent?id=1").statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("SELECT sign_up::text FROM sign_up WHERE address = :email")
                        .param("email", email)
                        .query(String.class)
                        .single())
                .doesNotContain(PASSWORD)
                .contains("{argon2}");
    }

    private HttpResponse<String> signUp(Language language, String name, String address) {
        return browser.post(
                "/" + language.code() + "/sign-up",
                "name",
                name,
                "email",
                address,
                "password",
                PASSWORD,
                "language",
                language.code(),
                "zone",
                "Asia/Almaty");
    }

    private String page(HttpResponse<String> redirect) {
        return browser.get(redirect.headers().firstValue("Location").orElseThrow())
                .body();
    }

    private String known() {
        String address = "known-" + Ids.next() + "@example.org";
        bring("Known", address, "another long phrase");
        return address;
    }

    private int people(String address) {
        return jdbc.sql("SELECT count(*) FROM account WHERE address_folded = lower(:address)")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private static String withoutId(String page) {
        return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }

    private static long time(Runnable work) {
        Instant before = Instant.now();
        work.run();
        return Duration.between(before, Instant.now()).toNanos();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
