package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.TrialAccounts;
import org.kvartal.kernel.Language;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Accounts whose passwords everybody knows open the house to whoever sits at its own computer, and to nobody on a network. */
@Import(UCTrialAccountsTests.Trial.class)
@TestPropertySource(properties = {"kvartal.demo=true", "kvartal.base-url=http://localhost"})
class UCTrialAccountsTests extends OverHttp {

    private static final String EMAIL = "trial@example.org";
    private static final String PASSWORD = "plum-jam-atelier";
    private static boolean brought;
    private static boolean offered = true;

    @TestConfiguration(proxyBeanMethods = false)
    static class Trial implements TrialAccounts {

        @Override
        public boolean offered() {
            return offered;
        }

        @Override
        public List<TrialAccount> accounts() {
            return List.of(new TrialAccount(Role.MEMBER, "Vera Trial", Language.EN, EMAIL, PASSWORD));
        }
    }

    @BeforeEach
    void theAccountIsThere() {
        if (!brought) {
            bring("Vera Trial", EMAIL, PASSWORD);
            brought = true;
        }
    }

    @Test
    void atTheComputerItselfAPressSignsIn() {
        assertThat(browser.get("/sign-in?language=en").body())
                .contains("Try the house as")
                .contains("A demonstration");

        browser.post("/sign-in", "email", EMAIL, "password", PASSWORD);

        assertThat(browser.cookie("kvartal")).isPresent();
    }

    @Test
    void throughAProxyThePageSaysWhyNobodyIsLetIn() {
        String page = browser.get("/sign-in?language=en", "X-Forwarded-For", "192.0.2.9")
                .body();
        assertThat(page)
                .doesNotContain("Try the house as")
                .doesNotContain(PASSWORD)
                .contains("only at the computer on which the house runs");

        for (String typed : List.of(EMAIL, "  TRIAL@example.org ")) {
            HttpResponse<String> answer = browser.postWith(
                    List.of("Sec-Fetch-Site", "same-origin", "X-Forwarded-For", "192.0.2.9"),
                    "/sign-in",
                    "email",
                    typed,
                    "password",
                    PASSWORD,
                    "language",
                    "en");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("only at the computer on which the house runs");
            assertThat(browser.cookie("kvartal")).isEmpty();
        }
    }

    @Test
    void whoeverElseHasAnAccountComesInThroughAProxy() {
        bring("Ann", "ann-trial@example.org", "three blue doors");

        browser.postWith(
                List.of("Sec-Fetch-Site", "same-origin", "X-Forwarded-For", "192.0.2.9"),
                "/sign-in",
                "email",
                "ann-trial@example.org",
                "password",
                "three blue doors");

        assertThat(browser.cookie("kvartal")).isPresent();
    }

    @Test
    void aHouseThatIsNoDemonstrationKnowsThemTooAndOffersNone() {
        offered = false;
        try {
            assertThat(browser.get("/sign-in?language=en").body()).doesNotContain("Try the house as");
            assertThat(browser.get("/sign-in?language=en", "X-Forwarded-For", "192.0.2.9")
                            .body())
                    .doesNotContain("only at the computer on which the house runs");

            HttpResponse<String> answer = browser.postWith(
                    List.of("Sec-Fetch-Site", "same-origin", "X-Forwarded-For", "192.0.2.9"),
                    "/sign-in",
                    "email",
                    EMAIL,
                    "password",
                    PASSWORD,
                    "language",
                    "en");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(browser.cookie("kvartal")).isEmpty();
        } finally {
            offered = true;
        }
    }
}
