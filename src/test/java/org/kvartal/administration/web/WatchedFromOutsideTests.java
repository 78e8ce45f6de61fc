package org.kvartal.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.web.Browser;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A proxy asks whether the house may be sent visitors, and a program that watches reads its figures; a stranger learns nothing. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "administration",
        extraIncludes = {"site", "shell"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "vaadin.productionMode=true",
            "kvartal.metrics.token=plain-eyes-of-the-watch",
            "server.forward-headers-strategy=native"
        })
class WatchedFromOutsideTests {

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void aBrowserIsOpened() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void whetherTheHouseIsWellIsToldInOneWord(String path) {
        HttpResponse<String> answer = browser.get(path, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("details", "database", "components");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health/database",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/metrics",
                "/actuator/heapdump",
                "/actuator/loggers"
            })
    void nothingElseIsThere(String path) {
        assertThat(browser.get(path, "Accept", "application/json").statusCode()).isEqualTo(404);
    }

    @Test
    void theFiguresAreThereForWhoeverShowsTheToken() {
        HttpResponse<String> answer =
                browser.get("/actuator/prometheus", "Authorization", "Bearer plain-eyes-of-the-watch");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body())
                .contains("kvartal_letters_given_up 0.0")
                .contains("kvartal_jobs_failed")
                .contains("hikaricp_connections")
                .contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer plain-eyes-of-the-watc",
                "Bearer plain-eyes-of-the-watch!",
                "Bearer ",
                "Basic plain-eyes-of-the-watch",
                "plain-eyes-of-the-watch"
            })
    void norForWhoeverShowsAnother(String shown) {
        HttpResponse<String> answer = browser.get("/actuator/prometheus", "Authorization", shown);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("kvartal_");
    }

    @Test
    void norForWhoeverShowsNone() {
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(browser.get("/actuator/prometheus/").statusCode()).isIn(401, 404);
    }

    @Test
    void aProxyGivesTheNumberOfARequestWhereItMakesSense() {
        assertThat(number("given-by-the-proxy.17")).isEqualTo("given-by-the-proxy.17");
        assertThat(number("short")).isNotEqualTo("short");
        assertThat(number("a b c d e f g h")).doesNotContain(" ");
        assertThat(number("x".repeat(65))).hasSizeLessThan(65);
        assertThat(number("<script>alert(1)</script>")).doesNotContain("<");
    }

    private String number(String given) {
        return browser.get("/en", "X-Request-Id", given)
                .headers()
                .firstValue("X-Request-Id")
                .orElse("");
    }
}
