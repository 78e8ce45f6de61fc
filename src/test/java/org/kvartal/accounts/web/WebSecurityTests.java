package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Ids;

/** What holds for every request, whoever sends it. */
class WebSecurityTests extends OverHttp {

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/sign-up", "/sign-in", "/look/base.css", "/no-such-page", "/robots.txt"})
    void publicPagesCarryStrictHeadersAndNoSession(String path) {
        HttpResponse<String> answer = browser.get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void pagesWithFormsAreKeptByNobodyAndCarryNoScriptOfTheirOwn() {
        for (String path : List.of("/en/sign-up", "/sign-in", "/reset", "/confirm?token=x", "/reset?token=x")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
            assertThat(page.body())
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContain("style=");
        }
    }

    @ParameterizedTest
    @CsvSource({"cross-site", "same-site"})
    void aFormOfAnotherSiteChangesNothing(String site) {
        String email = "ann-" + Ids.next() + "@example.org";
        bring("Ann", email, "three blue doors");

        assertThat(browser.postFrom(site, "/sign-in", "email", email, "password", "three blue doors")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.cookie("kvartal")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, 403",
        "null, 403",
        "http://localhost.evil.example, 403",
        "http://localhost:1, 403",
        "HTTP://LOCALHOST:{port}, 422",
        "http://localhost:{port}, 422"
    })
    void anOlderBrowserSaysItWithOrigin(String origin, int status) {
        assertThat(browser.postWith(
                                List.of("Origin", origin.replace("{port}", String.valueOf(port))),
                                "/sign-in",
                                "email",
                                "x",
                                "password",
                                "y")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void whatIsNoBrowserCarriesNobodysCookiesAndMaySend() {
        assertThat(browser.postWith(List.of(), "/sign-in", "email", "x", "password", "y")
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app", "/app/", "/app/settings", "/app/no-such-view", "/my/anything", "/app/%2e%2e/en"})
    void theWorkspaceOpensToNobodyWhoIsNotSignedIn(String path) {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isIn(302, 400);
        if (answer.statusCode() == 302) {
            assertThat(header(answer, "Location")).startsWith("/sign-in");
        }
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/?v-r=init",
                "/app?v-r=init&location=",
                "/app/?x=1&v-r=init",
                "/app/VAADIN/dynamic/resource/1/x/y"
            })
    void aStrangerCanStartNoSession(String path) {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isIn(302, 401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/VAADIN/build/no-such-script",
                "/app/VAADIN/static/x?v-r=init&location=",
                "/app/VAADIN/static/x?v-r=push",
                "/app/?%76-r=init&location=&query=&v-r=uidl",
                "/app/?v-r&v-r=uidl"
            })
    void norWhereFlowIsReachedWithoutASignIn(String path) {
        for (HttpResponse<String> answer : List.of(browser.get(path), browser.post(path))) {
            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(answer.body()).doesNotContain("Vaadin-Security-Key");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aClickInAPageWhoseSessionHasEndedIsToldToLoadAgain() {
        browser.plant("kvartal-session", "0123456789ABCDEF0123456789ABCDEF", "/app");
        HttpResponse<String> answer = browser.post("/app/?v-r=uidl&v-uiId=0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("sessionExpired");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app;x=1",
                "/app;/x",
                "/%61pp",
                "/sign-in?x=%",
                "/sign-in?language=%zz",
                "/sign-in?continue=%ff%fe",
                "/confirm?token=%"
            })
    void anAddressThatMakesNoSenseIsRefusedWithoutAFailure(String address) throws IOException {
        assertThat(status("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, 7, 400",
        "application/x-www-form-urlencoded, 3000000, 413",
        "multipart/form-data; boundary=x, 7, 422"
    })
    void noMoreThanAFormThatMakesNone(String type, int length, int status) throws IOException {
        assertThat(status("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length)))
                .isEqualTo(status);
    }

    /** Sends what no browser would. */
    private int status(String request) throws IOException {
        try (Socket line = new Socket("localhost", port)) {
            line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String first = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(first.split(" ")[1]);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
