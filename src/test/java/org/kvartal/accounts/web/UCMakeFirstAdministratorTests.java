package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.FirstAdministrator;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever started a new house makes its first administrator. */
class UCMakeFirstAdministratorTests extends OverHttp {

    @Autowired
    FirstAdministrator first;

    @Autowired
    Permissions permissions;

    @Test
    void thePrintedLinkMakesOneAdministratorAndNoSecond() {
        String earlier = printed();
        String link = printed();
        assertThat(browser.get(earlier).statusCode())
                .as("each start prints another")
                .isEqualTo(410);
        assertThat(browser.get("/first-administrator?token=guessed").statusCode())
                .isEqualTo(410);
        assertThat(browser.get(link).body()).contains(messages.text(Language.EN, "accounts.first.lead"));

        String email = "first-" + Ids.next() + "@example.org";
        HttpResponse<String> refused = make(link, email, "short");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(email);

        HttpResponse<String> made = make(link, email, "three blue doors");
        assertThat(made.headers().firstValue("Location")).contains("/app");
        assertThat(permissions.roles(Asker.of(person(email)), Scope.PLATFORM))
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.OFFICER);

        assertThat(make(link, "second-" + email, "three blue doors").statusCode())
                .isEqualTo(410);
        assertThat(first.lines()).as("nothing is printed any more").isEmpty();
    }

    private String printed() {
        URI address = URI.create(first.lines().getLast());
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private HttpResponse<String> make(String link, String email, String password) {
        return browser.post(
                "/first-administrator",
                "token",
                Letters.token(link),
                "name",
                "First",
                "email",
                email,
                "password",
                password,
                "language",
                "en");
    }

    private PersonId person(String email) {
        return jdbc.sql("SELECT person FROM account WHERE address = :email")
                .param("email", email)
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .single();
    }
}
