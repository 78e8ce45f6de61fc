package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Suspensions;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MemberCard;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody whom the office has brought in gets a letter, sees what waits for them, and presses the one button. */
class UCComeByInvitationTests extends JoinOverHttp {

    @Autowired
    Imports imports;

    @Autowired
    ImportInvitations invitations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Suspensions suspensions;

    Asker officer;
    String name;

    @BeforeEach
    void anOfficerHasATable() {
        officer = officer();
        name = "Weavers & <Co> " + Ids.next();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void onePressLetsInAndTakesUpTheMandate(Language language) {
        String token = invited(
                "associations",
                "id,name,representative,email,language",
                "A" + Ids.next() + "," + name + ",Ада Ткач," + email + "," + language.code());
        String prefix = "/" + language.code();

        // As a program does that looks at every link of a letter, as often as it likes.
        browser.get(prefix + "/join/invitation?token=" + token);
        HttpResponse<String> page = browser.get(prefix + "/join/invitation?token=" + token);
        assertThat(correspondence.personAt(email)).isEmpty();
        assertThat(page.body())
                .contains(messages.text(language, "membership.join.invitation.title", "Ада Ткач"))
                .contains(messages.text(language, "membership.join.invitation.representative", 1))
                .contains(messages.text(language, "membership.representation.primary"))
                .contains(name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .containsOnlyOnce("type=\"submit\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");

        HttpResponse<String> pressed = browser.post(prefix + "/join/invitation", "token", token);

        assertThat(location(pressed)).isEqualTo("/app");
        assertThat(browser.get("/sign-in").statusCode()).as("signed in").isEqualTo(302);
        PersonId person = correspondence.personAt(email).orElseThrow();
        assertThat(mandates.of(person))
                .extracting(MemberCard::name)
                .extracting(text -> text.in(Language.EN))
                .containsExactly(name);
        assertOld(token);
    }

    @Test
    void aMemberIsToldThatTheyAreOne() {
        String token = invited("people", "id,name,email", "P" + Ids.next() + ",Clara Felt," + email);

        assertThat(browser.get("/en/join/invitation?token=" + token).body())
                .contains(text("membership.join.invitation.member"))
                .contains(text("membership.join.invitation.come"));
        assertThat(location(browser.post("/en/join/invitation", "token", token)))
                .isEqualTo("/app");
    }

    @Test
    void anOldOrInventedLinkSaysWhatToDo() {
        String token = invited("people", "id,name,email", "P" + Ids.next() + ",Clara Felt," + email);
        clock.turn(Duration.ofDays(31));

        assertOld(token);
        assertOld("invented");
        assertOld("");
    }

    @Test
    void whoIsSuspendedIsNotLetIn() {
        PersonId person = somebody("Sasha", email);
        suspensions.suspend(officer, person, "A quarrel.");
        String token = invited(
                "associations", "id,name,representative,email", "A" + Ids.next() + "," + name + ",Sasha," + email);

        HttpResponse<String> answer = browser.post("/en/join/invitation", "token", token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.cookie("kvartal")).isEmpty();
    }

    private void assertOld(String token) {
        HttpResponse<String> looked = browser.get("/en/join/invitation?token=" + token);
        assertThat(looked.statusCode()).isEqualTo(410);
        assertThat(looked.body()).contains(text("membership.join.link-old.invitation"));
        assertThat(browser.post("/en/join/invitation", "token", token).statusCode())
                .isEqualTo(410);
    }

    private String invited(String kind, String heading, String row) {
        ImportId id = ImportId.next();
        byte[] table = (heading + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        imports.take(officer, new NewImport(id, kind, "table.csv", Language.EN, new ByteArrayInputStream(table)));
        rests(id);
        imports.bringIn(officer, id);
        rests(id);
        invitations.send(officer, id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !invitations.round(officer, id).orElseThrow().atWork());
        return letters.token(email);
    }

    private void rests(ImportId id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !imports.find(officer, id).orElseThrow().state().atWork());
    }
}
