package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Suspensions;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is invited to represent an association, reads who invites them and what it means, and says yes or no. */
class UCTakeUpMandateTests extends JoinOverHttp {

    @Autowired
    Correspondence correspondence;

    @Autowired
    Suspensions suspensions;

    MemberId association;
    String name;
    Asker primary;

    @BeforeEach
    void anAssociationHasAPrimaryRepresentative() {
        name = "Weavers & <Co> " + Ids.next();
        association = admit(MemberKind.ASSOCIATION, name);
        primary = represent(association, RepresentationKind.PRIMARY);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void yesTakesItUpAndLetsIn(Language language) {
        String token = invite(language, RepresentationKind.DEPUTY, null, null);
        String page = browser.get("/" + language.code() + "/join/mandate?token=" + token)
                .body();
        String escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(page)
                .contains(messages.text(language, "membership.join.mandate.by", "Petra Prime", escaped))
                .contains(messages.text(language, "membership.representation.deputy"))
                .contains(messages.text(language, "membership.join.field.wish-deputy-hint"))
                .contains(messages.text(language, "membership.join.mandate.open"));
        assertThat(line().state()).isEqualTo(MandateState.INVITED);

        HttpResponse<String> accepted =
                browser.post("/" + language.code() + "/join/mandate", "token", token, "answer", "yes");

        assertThat(location(accepted)).isEqualTo("/app");
        assertThat(browser.get("/sign-in").statusCode()).as("signed in").isEqualTo(302);
        PersonId person = correspondence.personAt(email).orElseThrow();
        assertThat(mandates.of(person)).extracting(card -> card.id()).containsExactly(association);
        assertThat(browser.post("/en/join/mandate", "token", token, "answer", "yes")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void noIsTakenForAnAnswer() {
        String token = invite(Language.EN, RepresentationKind.DELEGATE, null, null);

        HttpResponse<String> refused = browser.post("/en/join/mandate", "token", token, "answer", "no");

        assertThat(refused.body()).contains(text("membership.join.mandate.refused-title"));
        assertThat(browser.cookie("kvartal")).isEmpty();
        assertThat(line().state()).isEqualTo(MandateState.ENDED);
        assertThat(browser.get("/en/join/mandate?token=" + token).statusCode()).isEqualTo(410);
    }

    @Test
    void aTermIsToldWithItsDays() {
        LocalDate from = LocalDate.of(2030, 3, 1);
        String token = invite(Language.EN, RepresentationKind.DELEGATE, from, from.plusMonths(1));

        assertThat(browser.get("/en/join/mandate?token=" + token).body())
                .contains(text("membership.join.mandate.between", "1 March 2030", "1 April 2030"));
    }

    @Test
    void anExpiredOrWithdrawnInvitationSaysWhomToAsk() {
        String expired = invite(Language.EN, RepresentationKind.DEPUTY, null, null);
        clock.turn(Duration.ofDays(31));
        assertOld(expired);

        email = "another-" + Ids.next() + "@example.org";
        String withdrawn = invite(Language.EN, RepresentationKind.DEPUTY, null, null);
        mandates.end(primary, line().id(), "It was a mistake.");
        assertOld(withdrawn);
    }

    @Test
    void whoIsSuspendedIsToldSoAndNotLetIn() {
        PersonId person = somebody("Sasha", email);
        suspensions.suspend(officer(), person, "A quarrel.");
        String token = invite(Language.EN, RepresentationKind.DEPUTY, null, null);

        HttpResponse<String> answer = browser.post("/en/join/mandate", "token", token, "answer", "yes");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(text("membership.join.kept-out.title"));
        assertThat(browser.cookie("kvartal")).isEmpty();
    }

    private void assertOld(String token) {
        HttpResponse<String> looked = browser.get("/en/join/mandate?token=" + token);
        assertThat(looked.statusCode()).isEqualTo(410);
        assertThat(looked.body()).contains(text("membership.join.link-old.mandate"));
        for (String answer : List.of("yes", "no")) {
            assertThat(browser.post("/en/join/mandate", "token", token, "answer", answer)
                            .statusCode())
                    .isEqualTo(410);
        }
        assertThat(browser.cookie("kvartal")).isEmpty();
    }

    private String invite(
            Language language, RepresentationKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
        mandates.invite(
                primary, new NewMandate(MandateId.next(), association, "Ivo New", email, language, kind, from, to));
        return letters.token(email);
    }

    private MandateLine line() {
        return mandates.ofAssociation(primary, association).stream()
                .filter(line -> line.name().equals("Ivo New"))
                .findFirst()
                .orElseThrow();
    }
}
