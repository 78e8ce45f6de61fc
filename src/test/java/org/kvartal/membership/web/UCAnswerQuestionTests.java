package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.membership.ApplicationState;

/** The office reads an application, asks, declines or approves; the applicant sees where it stands and does their part. */
class UCAnswerQuestionTests extends JoinOverHttp {

    Asker officer;

    @BeforeEach
    void theOfficeOpens() {
        officer = officer();
    }

    @Test
    void aQuestionOpensTheFormAgainAndTheAnswerGoesBackToTheOffice() {
        String name = "Weavers of " + Ids.next();
        sendAnAssociationsApplication(name);
        assertThat(standing()).contains(text("membership.join.standing.sent.title"));
        take(officer);
        assertThat(standing()).contains(text("membership.join.standing.review.title"));
        assertThat(location(browser.get(step("work")))).isEqualTo("/en/join/application");

        admissions.askMore(officer, mine().id(), mine().version(), "Which <b>year</b> were you founded?");

        assertThat(standing())
                .contains(text("membership.join.standing.question.title"))
                .contains("Which &lt;b&gt;year&lt;/b&gt; were you founded?")
                .contains(text("membership.join.turn.you"))
                .contains("href=\"/en/join/application/organisation\"");
        fill("organisation", "names.en", name, "city", "Sofia", "founded", "1999");
        assertThat(browser.get(step("summary")).body())
                .contains("1999")
                .contains(text("membership.join.summary.send-again"));
        assertThat(location(consentAndSend())).endsWith("?note=sent");

        assertThat(mine().state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(standing()).contains(text("membership.what.answered"));
        assertThat(dossier(officer).submissions()).hasSize(2);
    }

    @Test
    void anIncompleteAnswerIsNotSent() {
        sendAPersonsApplication();
        take(officer);
        admissions.askMore(officer, mine().id(), mine().version(), "Where do you work?");

        press("later", "work", "city", "", "sectors", "design", "description", "I weave.");

        HttpResponse<String> answer = consentAndSend();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(text("membership.refused.place-missing"));
        assertThat(mine().state()).isEqualTo(ApplicationState.MORE_INFO);
    }

    @Test
    void aDeclinedApplicantReadsWhyAndAppealsOnce() {
        sendAPersonsApplication();
        take(officer);
        admissions.decline(officer, mine().id(), mine().version(), "We know too little.\nReally.");
        assertThat(standing())
                .contains(text("membership.join.standing.declined.title"))
                .contains("We know too little.")
                .contains(text("membership.join.appeal-text"));

        HttpResponse<String> empty = browser.post("/en/join/application/appeal", "text", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains(text("kernel.refused.missing"));
        assertThat(location(browser.post("/en/join/application/appeal", "text", "Look at my <works>.")))
                .endsWith("?note=appealed");

        assertThat(mine().state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(standing()).contains("Look at my &lt;works&gt;.");
        admissions.decline(officer, mine().id(), mine().version(), "No.");
        assertThat(standing())
                .contains(text("membership.join.standing.declined-finally.title"))
                .doesNotContain(text("membership.join.appeal-text"));
        assertThat(browser.post("/en/join/application/appeal", "text", "Again.").body())
                .contains(text("membership.refused.appeal"));
    }

    @Test
    void anAppealIsTooLateAfterThirtyDays() {
        sendAPersonsApplication();
        take(officer);
        admissions.decline(officer, mine().id(), mine().version(), "We know too little.");
        clock.turn(Duration.ofDays(30).plusMinutes(1));

        assertThat(standing()).doesNotContain(text("membership.join.appeal-text"));
    }

    @Test
    void anApplicantWithdrawsWithOnePressThatIsAskedOnce() {
        sendAPersonsApplication();
        assertThat(standing()).contains("href=\"/en/join/application/withdraw\"");
        assertThat(browser.get("/en/join/application/withdraw").body()).contains(text("membership.join.withdraw.text"));
        assertThat(mine().state()).isEqualTo(ApplicationState.SUBMITTED);

        assertThat(location(browser.post("/en/join/application/withdraw"))).endsWith("?note=withdrawn");

        assertThat(mine().state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(standing())
                .contains(text("membership.join.standing.withdrawn.title"))
                .contains("href=\"/en/join\"");
        assertThat(location(browser.get("/en/join/application/withdraw"))).isEqualTo("/en/join/application");
    }

    @Test
    void whatIsBeingDecidedCannotBeWithdrawn() {
        sendAPersonsApplication();
        take(officer);

        HttpResponse<String> answer = browser.post("/en/join/application/withdraw");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(text("membership.refused.withdraw"));
    }

    @Test
    void anApprovedApplicantIsToldHowToComeInAndTheLetterLetsThemIn() {
        sendAPersonsApplication();
        take(officer);
        admissions.approve(officer, mine().id(), mine().version());
        assertThat(standing())
                .contains(text("membership.join.standing.member.title"))
                .contains("/sign-in?continue=%2Fapp&amp;language=en");
        assertThat(letters.kinds(email)).last().isEqualTo("welcome-person");
        String token = letters.token(email);

        // A mail scanner follows the link, several times; nothing happens.
        for (int i = 0; i < 3; i++) {
            assertThat(browser.get("/en/join/welcome?token=" + token).body())
                    .contains(text("membership.join.welcome.press"))
                    .contains("Ада Ткач");
        }
        assertThat(browser.cookie("kvartal")).isEmpty();

        HttpResponse<String> inside = browser.post("/en/join/welcome", "token", token);
        assertThat(location(inside)).isEqualTo("/app");
        assertForgotten(inside);
        assertThat(browser.get("/sign-in").statusCode()).as("signed in").isEqualTo(302);
        assertThat(browser.get("/en/join").body()).contains(text("membership.join.member"));
        HttpResponse<String> again = browser.post("/en/join/welcome", "token", token);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains(text("membership.join.link-old.welcome"));
    }

    @Test
    void whoOfTheOfficeReadsItIsNotTold() {
        sendAPersonsApplication();
        take(officer);

        assertThat(standing()).contains(text("membership.what.taken")).doesNotContain("Vera Office");
    }

    @Test
    void theStandingIsToldInTheLanguageOfThePage() {
        sendAPersonsApplication();

        for (Language language : Language.values()) {
            assertThat(browser.get("/" + language.code() + "/join/application").body())
                    .contains(messages.text(language, "membership.join.standing.sent.title"))
                    .contains(messages.text(language, "membership.gate.answer"));
        }
    }
}
