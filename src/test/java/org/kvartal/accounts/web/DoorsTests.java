package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Doors;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A module lets somebody in who came by a link from their mail. */
class DoorsTests extends OverHttp {

    @Autowired
    Doors doors;

    PersonId ann;

    @BeforeEach
    void annIsKnown() {
        ann = bring("Ann", "ann-" + Ids.next() + "@example.org", "three blue doors");
    }

    @Test
    void whoeverIsLetInIsSignedIn() {
        browser.plant("kvartal", letIn(ann, null), "/");

        assertThat(browser.get("/sign-in").headers().firstValue("Location")).contains("/app");
    }

    @Test
    void whoeverWasSignedInWithThisBrowserIsNotAnyMore() {
        String bobs = letIn(bring("Bob", "bob-" + Ids.next() + "@example.org", "three blue doors"), null);

        String anns = letIn(ann, bobs);

        browser.plant("kvartal", bobs, "/");
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
        browser.plant("kvartal", anns, "/");
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyIsLetInWhomTheHouseDoesNotKnow() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> letIn(PersonId.next(), null));
    }

    /** The value of the cookie that the browser is given. */
    private String letIn(PersonId person, @Nullable String before) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (before != null) {
            request.setCookies(new Cookie("kvartal", before));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        doors.letIn(person, request, response);
        return Objects.requireNonNull(response.getCookie("kvartal")).getValue();
    }
}
