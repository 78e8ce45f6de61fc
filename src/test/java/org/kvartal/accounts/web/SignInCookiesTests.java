package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Secret;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the house sends and takes under TLS; without it the tests that sign in see the plain names. */
class SignInCookiesTests {

    static final String VALUE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    final House house =
            new House("Kvartal", "https://kvartal.example", Path.of("data"), false, false, ZoneId.of("Europe/Sofia"));
    final SignInCookies cookies = new SignInCookies(house);

    @Test
    void underTlsNoNeighbouringHostCanSetThemAndNoPlainRequestCarriesThem() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Secret secret = Secret.of(VALUE).orElseThrow();

        cookies.set(response, new SignIns.Started(PersonId.next(), secret, secret, true));

        assertThat(response.getHeaders("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-kvartal")
                        .contains("; Secure")
                        .contains("; HttpOnly")
                        .contains("; SameSite=Lax")
                        .contains("; Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void aCookieWithoutThePrefixIsNotRead() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("kvartal", VALUE));

        assertThat(cookies.signIn(request)).isEmpty();
    }

    @Test
    void pagesUnderTlsLoadNothingWithoutIt() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ContentPolicy(house).writeHeaders(new MockHttpServletRequest("GET", "/en"), response);

        assertThat(response.getHeader("Content-Security-Policy")).endsWith("; upgrade-insecure-requests");
    }
}
