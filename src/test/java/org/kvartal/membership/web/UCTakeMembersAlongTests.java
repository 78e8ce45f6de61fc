package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberKind;

/** Somebody who belongs takes the list of members along as a table. */
class UCTakeMembersAlongTests extends JoinOverHttp {

    String own;

    @BeforeEach
    void thereAreMembers() {
        own = Ids.next().toString();
        admit(MemberKind.ASSOCIATION, "=1+1 Weavers " + own);
        admit(MemberKind.AUTHORITY, "Office, for \"quotes\" " + own);
    }

    @Test
    void aMemberGetsWhatTheListShowsAndNoFormulaCalculates() {
        signIn(Role.MEMBER);

        HttpResponse<String> file = browser.get("/my/members.csv?name=" + own);

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"members.csv\"");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("\uFEFF\"Number\",\"Name (English)\"");
        assertThat(file.body())
                .contains("\"'=1+1 Weavers " + own + "\"")
                .contains("\"Office, for \"\"quotes\"\" " + own + "\"")
                .contains("\"Authority\"");
        assertThat(browser.get("/my/members.csv?kind=authority&name=" + own)
                        .body()
                        .lines())
                .hasSize(2);
        assertThat(browser.get("/my/members.csv?name=Nobody" + own).body().lines())
                .hasSize(1);
    }

    @Test
    void whoDoesNotBelongGetsNothing() {
        assertThat(browser.get("/my/members.csv").statusCode()).isEqualTo(302);

        signIn(null);

        HttpResponse<String> refused = browser.get("/my/members.csv?name=" + own);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("Weavers");
    }

    private void signIn(@Nullable Role role) {
        PersonId person = somebody("Mia", email);
        if (role != null) {
            grants.give(HOUSE, new Grant(person, role, Scope.PLATFORM, clock.instant(), null));
        }
        browser.post("/sign-in", "email", email, "password", "three blue doors");
    }
}
