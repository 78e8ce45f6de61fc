package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.web.Browser;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Verdict;

/** An applicant leaves and comes back: by the letter, by another letter, on another device, signed in. */
class UCComeBackTests extends JoinOverHttp {

    @Test
    void theLetterLeadsBackOnAnotherDeviceAndConfirmsTheAddress() {
        begin(ApplicationKind.PERSON);
        press("later", "work", "city", "Sofia", "description", "Half a sent");
        String token = letters.token(email);
        browser = new Browser(port);

        // A mail scanner follows the link, several times; nothing happens.
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> page = browser.get("/en/join/resume?token=" + token);
            assertThat(page.body())
                    .contains(text("membership.join.resume.confirms"))
                    .contains("Ада Ткач");
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        }

        assertThat(location(browser.post("/en/join/resume", "token", token))).isEqualTo("/en/join/application");
        assertThat(mine().confirmed()).isTrue();
        assertThat(browser.get(step("work")).body()).contains("Half a sent");

        // And it does so as often as it is pressed.
        browser = new Browser(port);
        assertThat(browser.get("/en/join/resume?token=" + token).body()).contains(text("membership.join.resume.opens"));
        assertThat(location(browser.post("/en/join/resume", "token", token))).isEqualTo("/en/join/application");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoWasMadeToGoIsToldSoByTheLettersButton(Language language) {
        PersonId ada = somebody("Ada", email);
        MemberId membership = admissions.admit(
                HOUSE, NewMember.of(MemberId.next(), MemberKind.PERSON, LocalizedText.of(Language.EN, "Ada"), ada));
        admissions.terminate(officer(), membership, "Did not keep the rules.");
        String join = "/" + language.code() + "/join/application";
        begin(language, ApplicationKind.PERSON);
        fill("work", "city", "Sofia", "sectors", "design", "description", "I weave.");
        consentAndSend();
        String why = messages.text(language, "membership.refused.ended-by-house");
        assertThat(browser.get(join).body())
                .as("nobody has proved who they are")
                .doesNotContain(why);

        comeBack();

        assertThat(browser.get(join).body())
                .contains(why)
                .doesNotContain(messages.text(language, "membership.join.read-and-send"));
        assertThat(browser.get(join + "/summary").body())
                .contains(why)
                .doesNotContain(messages.text(language, "membership.join.summary.lacking"))
                .doesNotContain(messages.text(language, "membership.join.summary.send"));
        assertThat(consentAndSend().statusCode()).isEqualTo(422);
        assertThat(mine().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void whoWasDeclinedIsToldThatTheAppealComesFirst() {
        sendAPersonsApplication();
        Asker officer = officer();
        take(officer);
        admissions.decline(officer, mine().id(), mine().version(), "No.");
        browser = new Browser(port);
        begin(ApplicationKind.PERSON);
        fill("work", "city", "Sofia", "sectors", "design", "description", "I weave.");

        comeBack();

        assertThat(standing()).contains(text("membership.refused.declined", 30L));
        assertThat(consentAndSend().body()).contains(text("membership.refused.declined", 30L));
        clock.turn(Duration.ofDays(31));
        assertThat(location(consentAndSend())).endsWith("?note=sent");
        assertThat(mine().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void anOldOrInventedLinkOpensNothing() {
        begin(ApplicationKind.PERSON);
        String token = letters.token(email);
        clock.turn(Duration.ofDays(31));

        for (String link : new String[] {token, "x", "", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"}) {
            HttpResponse<String> page = browser.get("/en/join/resume?token=" + link);
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(page.body())
                    .contains(text("membership.join.link-old.resume"))
                    .contains("href=\"/en/join/link\"")
                    .doesNotContain("<script>alert");
        }
        assertThat(browser.post("/en/join/resume", "token", token).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLostLinkIsSentAgainAndTheAnswerIsTheSameForAnUnknownAddress(Language language) {
        begin(language, ApplicationKind.PERSON);
        String lost = "/" + language.code() + "/join/link";
        browser = new Browser(port);

        HttpResponse<String> known = browser.post(lost, "email", email);
        String other = "stranger-" + Ids.next() + "@example.org";
        HttpResponse<String> unknown = browser.post(lost, "email", other);

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(known.body().replace(email, "…"))
                .contains(messages.text(language, "membership.join.lost.sent-title"))
                .isEqualTo(unknown.body().replace(other, "…"));
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(letters.kinds(email)).containsExactly("begun", "link");
        assertThat(letters.to(other)).isEmpty();
    }

    @Test
    void aMistypedAddressIsRefusedBesideTheFieldAndFloodsAreSlowedDown() {
        HttpResponse<String> mistyped = browser.post("/en/join/link", "email", "ada at example");
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body()).contains(text("accounts.email.malformed")).contains("value=\"ada at example\"");

        for (int i = 0; i < 5; i++) {
            browser.post("/en/join/link", "email", email);
        }
        assertThat(browser.post("/en/join/link", "email", email).statusCode()).isEqualTo(429);
    }

    @Test
    void theLetterIsSentAgainFromThePageItself() {
        begin(ApplicationKind.PERSON);

        assertThat(location(browser.post("/en/join/application/letter"))).endsWith("?note=letter");

        assertThat(letters.kinds(email)).containsExactly("begun", "link");
    }

    @Test
    void aBrowserWithoutAKeyIsLedToTheLostLetter() {
        for (String path : new String[] {"", "/work", "/summary", "/withdraw"}) {
            HttpResponse<String> answer = browser.get("/en/join/application" + path);
            assertThat(answer.statusCode()).isEqualTo(302);
        }
        assertThat(location(browser.get("/en/join/application"))).isEqualTo("/en/join/link");
        assertThat(browser.get("/en/join/application/statute").statusCode()).isEqualTo(404);
        assertThat(browser.post("/en/join/application/withdraw").statusCode()).isEqualTo(404);
    }

    @Test
    void somebodyElsesDeviceForgetsIt() {
        begin(ApplicationKind.PERSON);

        HttpResponse<String> forgotten = browser.post("/en/join/application/forget");

        assertThat(location(forgotten)).isEqualTo("/en/join/link?forgotten");
        assertForgotten(forgotten);
        assertThat(browser.get("/en/join/link?forgotten").body()).contains(text("membership.join.lost.forgotten"));
    }

    @Test
    void whoIsSignedInNeedsNoConfirmationAndFindsTheirApplicationInAnyBrowser() {
        PersonId ada = somebody("Ada", email);
        browser.post("/sign-in", "email", email, "password", "three blue doors");
        assertThat(browser.get("/en/join/person").body())
                .contains("value=\"Ada\"")
                .contains("value=\"" + email + "\"");

        sendFirstPage("person");
        assertThat(mine().confirmed()).isTrue();

        browser = new Browser(port);
        browser.post("/sign-in", "email", email, "password", "three blue doors");
        assertThat(browser.get("/en/join").body()).contains(text("membership.join.own"));
        assertThat(location(browser.post("/en/join"))).isEqualTo("/en/join/application");
        assertThat(mine().email()).isEqualTo(email);
        assertThat(joining.verdict(Asker.of(ada))).isInstanceOf(Verdict.Draft.class);
    }

    @Test
    void aGuestHasNoApplicationOfTheirOwn() {
        assertThat(location(browser.post("/en/join"))).isEqualTo("/en/join");
        assertThat(browser.cookie("kvartal-join")).isEmpty();
    }
}
