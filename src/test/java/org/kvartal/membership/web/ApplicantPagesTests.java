package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.House;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Joining.Begun;
import org.springframework.mock.web.MockHttpServletResponse;

/** The pages of joining are one person's, whatever is typed into them. */
class ApplicantPagesTests extends JoinOverHttp {

    @Test
    void nothingInBetweenKeepsThemAndNoOtherPageLearnsTheirAddress() {
        begin(ApplicationKind.ASSOCIATION);
        String token = letters.token(email);

        for (String path : List.of(
                "/en/join",
                "/en/join/person",
                "/en/join/application",
                step("organisation"),
                step("association"),
                step("summary"),
                "/en/join/application/withdraw",
                "/en/join/resume?token=" + token,
                "/en/join/resume?token=x",
                "/en/join/link",
                "/en/join/welcome?token=x",
                "/en/join/mandate?token=x")) {
            HttpResponse<String> page = browser.get(path);
            if (page.statusCode() != 404) {
                assertThat(page.headers().firstValue("Cache-Control")).as(path).contains("no-store");
                assertThat(page.headers().firstValue("Referrer-Policy"))
                        .as(path)
                        .contains("strict-origin");
            }
            assertThat(page.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
        assertThat(browser.get("/en/join/resume?token=" + token).body())
                .contains("noindex")
                .doesNotContain("rel=\"canonical\"");
    }

    @Test
    void theKeyIsInACookieThatNoScriptReads() {
        HttpResponse<String> begun = sendFirstPage("person");

        assertThat(begun.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("kvartal-join=")
                        .contains("; Path=/")
                        .contains("; Max-Age=2592000")
                        .contains("; HttpOnly")
                        .contains("; SameSite=Lax")
                        .doesNotContain("Secure"));
        HttpCookie key = browser.cookie("kvartal-join").orElseThrow();
        assertThat(browser.get(step("work")).body()).doesNotContain(key.getValue());
        assertThat(browser.get("/en/join/application").body()).doesNotContain(key.getValue());
    }

    @Test
    void underTlsTheCookieIsSecureAndBelongsToThisHostAlone() {
        var response = new MockHttpServletResponse();

        new ApplicantCookie(new House(
                        "Kvartal",
                        "https://kvartal.example.org",
                        Path.of("data"),
                        false,
                        false,
                        ZoneId.of("Europe/Sofia")))
                .set(response, new Begun(ApplicationId.next(), "key"));

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-kvartal-join=key")
                .contains("; Secure")
                .contains("; HttpOnly");
    }

    @Test
    void anInventedKeyOpensNothing() {
        for (String key : List.of("x", "A".repeat(43), "A".repeat(5_000))) {
            browser.plant("kvartal-join", key, "/");

            assertThat(location(browser.get("/en/join/application"))).isEqualTo("/en/join/link");
            assertThat(browser.get("/en/join").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherSitesPageBeginsAndChangesNothing() {
        assertThat(browser.postFrom("cross-site", "/en/join/person", "applicant", "Ada", "email", email)
                        .statusCode())
                .isEqualTo(403);
        begin(ApplicationKind.PERSON);
        for (String act : List.of("/withdraw", "/forget", "/letter", "/work", "/work/kept", "/summary", "/appeal")) {
            assertThat(browser.postFrom("cross-site", "/en/join/application" + act)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(letters.kinds(email)).containsExactly("begun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{7*7}}${7*7}#{7*7}*{7*7}__${7*7}__[[${7*7}]]",
                "'); DROP TABLE application;--",
                "Ада\r\nBcc: everybody@example.org",
                "%0d%0aSet-Cookie: x=1",
                "\u0000\u202e\ufeffабв",
                "𝕿𝖍𝖊 🎨 Ω≈ç√∫ \ud800"
            })
    void whateverIsTypedComesBackAsTextAndRunsNowhere(String hostile) {
        begin(ApplicationKind.ASSOCIATION);
        browser.post(
                step("organisation"),
                "go",
                hostile,
                "sequence",
                hostile,
                "names.en",
                hostile,
                "names.ru",
                hostile,
                "ownName",
                hostile,
                "city",
                hostile,
                "founded",
                hostile,
                "size",
                hostile);
        press("later", "work", "sectors", hostile, "description", hostile, "website", hostile);
        press("later", "you", "applicant", hostile, "position", hostile);

        for (String path : List.of(
                step("organisation") + "?check",
                step("work") + "?check",
                step("you") + "?check",
                step("papers"),
                step("summary"),
                "/en/join/application",
                "/en/join/association")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("4949")
                    .doesNotContain("\u0000");
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> begun = browser.post(
                "/en/join/person", "applicant", hostile, "email", hostile + "@example.org", "language", hostile);
        assertThat(begun.statusCode()).isIn(302, 422);
        assertThat(begun.headers().firstValue("Bcc")).isEmpty();
        assertThat(begun.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(browser.post("/en/join/link", "email", hostile).statusCode()).isEqualTo(422);
        assertThat(browser.get("/en/join/application?note=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSearchTakesWhateverIsTyped() {
        begin(ApplicationKind.REPRESENTATIVE);
        for (String sought : List.of("%25%25", "'", "%3Cscript%3Ealert(1)%3C/script%3E", "%00", "%D0%BF".repeat(300))) {
            HttpResponse<String> page = browser.get(step("association") + "?q=" + sought);
            assertThat(page.statusCode()).as(sought).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script>alert");
        }
        assertThat(fill("association", "association", "9".repeat(40)).statusCode())
                .isEqualTo(422);
        assertThat(fill("association", "association", "-1").statusCode()).isEqualTo(422);
    }

    @Test
    void addressesWithoutALanguageLeadToTheBrowsers() {
        assertThat(location(browser.get("/join", "Accept-Language", "bg"))).isEqualTo("/bg/join");
        assertThat(location(browser.get("/join/resume?token=abc", "Accept-Language", "ru")))
                .isEqualTo("/ru/join/resume?token=abc");
        assertThat(browser.get("/en/join/nobody").statusCode()).isEqualTo(404);
    }
}
