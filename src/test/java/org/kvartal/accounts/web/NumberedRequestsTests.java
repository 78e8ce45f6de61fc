package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.RequestNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each request has a number that people can quote, and the log tells nothing of them but that. */
@ExtendWith(OutputCaptureExtension.class)
@Import(NumberedRequestsTests.BrokenPage.class)
class NumberedRequestsTests extends OverHttp {

    @RestController
    static class BrokenPage {

        private static final Logger log = LoggerFactory.getLogger("org.kvartal.BrokenPage");

        @GetMapping("/broken")
        String broken() {
            log.warn("about to break");
            throw new IllegalStateException("out of order");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/sign-in", "/no-such-page", "/look/base.css", "/app"})
    void everyAnswerTellsItsNumber(String path) {
        String one = number(browser.get(path));
        String other = number(browser.get(path));

        assertThat(one).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}").isNotEqualTo(other);
    }

    @Test
    void nobodyGivesANumberWhereNoProxyStands() {
        assertThat(number(browser.get("/en", RequestNumber.HEADER, "chosen-by-a-stranger")))
                .isNotEqualTo("chosen-by-a-stranger");
    }

    @Test
    void whatFailsIsToldUnderTheNumberOnThePageAndInTheLog(CapturedOutput log) {
        HttpResponse<String> answer = browser.get("/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Number of this incident: " + number(answer));
        assertThat(log.getOut().lines())
                .anyMatch(line -> line.contains(number(answer)) && line.contains("about to break"))
                .anyMatch(line -> line.contains(number(answer)) && line.contains("out of order"));
    }

    @Test
    void theLogKnowsNobody(CapturedOutput log) {
        String email = "vera.secretova-" + Ids.next() + "@example.org";
        String token = "Zq" + Ids.next().toString().replace("-", "");
        bring("Vera Secretova", email, "three blue doors");

        browser.get("/broken?email=" + email + "&name=Vera+Secretova&token=" + token);
        browser.get("/confirm?token=" + token);
        browser.get("/en/no-such-page/" + token + "?mail=" + email);
        browser.get("/" + email);
        browser.post("/sign-in", "email", email, "password", "not-her-password-" + token);
        browser.post("/sign-in", "email", email, "password", "three blue doors");
        browser.post("/en/sign-up", "email", email, "name", "Vera Secretova", "password", token);
        browser.post("/reset", "email", email);
        browser.post("/reset?token=" + token, "password", token);
        browser.postFrom("cross-site", "/reset/" + token, "email", email);
        browser.post("/en/threads/" + token, "name", "Vera Secretova");
        browser.get("/app/settings/" + token);

        assertThat(log.getAll()).contains("out of order").contains("came from another site");
        assertThat(log.getAll())
                .doesNotContain("secretova")
                .doesNotContain("Secretova")
                .doesNotContain(token)
                .doesNotContain("three blue doors");
    }

    private static String number(HttpResponse<String> answer) {
        return answer.headers().firstValue(RequestNumber.HEADER).orElse("");
    }
}
