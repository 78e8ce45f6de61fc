package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Visible;

/** Somebody applies: chooses as what, says who they are, fills in a few pages, reads them through and sends them. */
class UCApplyTests extends JoinOverHttp {

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFirstPageOffersThreeChoicesAPartnershipAndTheWayToTalk(Language language) {
        HttpResponse<String> page = browser.get("/" + language.code() + "/join");

        assertThat(page.statusCode()).isEqualTo(200);
        for (String choice : List.of("person", "association", "representative", "partner")) {
            assertThat(page.body())
                    .contains(messages.text(language, "membership.join.choice." + choice))
                    .contains("href=\"/" + language.code() + "/join/" + choice + "\"");
        }
        assertThat(page.body())
                .contains("href=\"/" + language.code() + "/sign-up\"")
                .contains("href=\"/" + language.code() + "/join/link\"");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPersonAppliesInTheirOwnLanguage(Language language) {
        String join = "/" + language.code() + "/join";
        assertThat(browser.get(join + "/person").body())
                .contains(messages.text(language, "membership.join.begin.lead"));

        assertThat(location(sendFirstPage(language, "person"))).isEqualTo(join + "/application/work");
        assertThat(letters.kinds(email)).containsExactly("begun");
        assertThat(letters.to(email).getFirst().to().language()).isEqualTo(language);

        String work = browser.get(join + "/application/work").body();
        assertThat(work)
                .contains("<html lang=\"" + language.code() + "\"")
                .contains(messages.text(language, "membership.join.way", 2, 3));
        HttpResponse<String> filled = browser.post(
                join + "/application/work",
                "city",
                switch (language) {
                    case EN -> "Plovdiv";
                    case RU -> "пловдив";
                    case BG -> "Пловдив ";
                },
                "sectors",
                "craft",
                "sectors",
                "publishing",
                "description",
                "Ръчен печат.\r\nИ училище.",
                "website",
                "example.org",
                "go",
                "next");
        assertThat(location(filled)).isEqualTo(join + "/application/summary");

        assertThat(mine().kind()).isEqualTo(ApplicationKind.PERSON);
        ApplicationForm form = mine().form();
        assertThat(form.place()).isEqualTo("plovdiv");
        assertThat(form.city()).isEmpty();
        assertThat(form.sectors()).containsExactly("craft", "publishing");
        assertThat(form.description()).isEqualTo("Ръчен печат.\nИ училище.");

        String summary = browser.get(join + "/application/summary").body();
        assertThat(summary)
                .contains("Ада Ткач")
                .contains(email)
                .contains(messages.text(language, "membership.join.summary.unconfirmed", email));
        HttpResponse<String> sent = browser.post(join + "/application/summary", "consent", "true");
        assertThat(location(sent)).isEqualTo(join + "/application?note=sent");
        assertThat(browser.get(join + "/application").body())
                .contains(messages.text(language, "membership.join.standing.confirm.title"));
        assertThat(mine().state()).isEqualTo(ApplicationState.DRAFT);

        browser.post(join + "/resume", "token", letters.token(email));
        assertThat(browser.get(join + "/application").body())
                .contains(messages.text(language, "membership.join.standing.sent.title"));
        assertThat(mine().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void anAssociationAppliesWithNamesInTwoLanguagesAndItsStatute() {
        assertThat(location(sendFirstPage("association"))).isEqualTo(step("organisation"));
        assertThat(location(fill(
                        "organisation",
                        "names.en",
                        "Society of Hand Presses",
                        "names.bg",
                        "Дружество на ръчните преси",
                        "city",
                        "Тетевен",
                        "founded",
                        "1999",
                        "size",
                        "40")))
                .isEqualTo(step("work"));
        assertThat(location(fill("work", "sectors", "craft", "description", "We print.")))
                .isEqualTo(step("papers"));
        assertThat(location(browser.upload(
                        step("papers"),
                        "statute",
                        "Устав.pdf",
                        Samples.pdf(),
                        "registrationScheme",
                        "BG-EIK",
                        "registrationNumber",
                        "175 000 123",
                        "go",
                        "next")))
                .isEqualTo(step("summary"));

        assertThat(browser.get(step("summary")).body())
                .contains("Society of Hand Presses")
                .contains("Дружество на ръчните преси")
                .contains("Тетевен")
                .contains("Устав.pdf")
                .contains("BG-EIK 175 000 123");
        assertThat(mine().form().names())
                .isEqualTo(Map.of(Language.EN, "Society of Hand Presses", Language.BG, "Дружество на ръчните преси"));
        assertThat(mine().form().position()).isEqualTo("chair");
        comeBack();
        assertThat(location(consentAndSend())).endsWith("?note=sent");
        assertThat(mine().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource({"AUTHORITY", "AGENCY"})
    void aPartnerSaysWhichItIsAndNeedsNoStatute(ApplicationKind kind) {
        assertThat(sendFirstPage("partner").body()).contains(text("membership.refused.choose"));

        assertThat(location(sendFirstPage(Language.EN, "partner", "kind", kind.name())))
                .isEqualTo(step("organisation"));
        fill("organisation", "names.en", "City of Teteven", "city", "Teteven");
        assertThat(location(fill("work", "sectors", "heritage", "description", "We keep the mills.")))
                .isEqualTo(step("summary"));
        comeBack();
        consentAndSend();

        assertThat(mine().kind()).isEqualTo(kind);
        assertThat(mine().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void myAssociationIsAlreadyHere() {
        String name = "Weavers of " + Ids.next();
        MemberId association = admit(MemberKind.ASSOCIATION, name);
        represent(association, RepresentationKind.PRIMARY);
        long number = number(association);

        assertThat(location(sendFirstPage("representative"))).isEqualTo(step("association"));
        assertThat(browser.get(step("association") + "?q=zzzxqj").body())
                .contains(text("membership.join.search-none", "zzzxqj"))
                .contains("/en/join/association");
        String found = browser.get(step("association") + "?q=" + name.replace(" ", "%20"))
                .body();
        assertThat(found).contains(name).contains(text("membership.join.search-number", number));

        assertThat(fill("association").body()).contains(text("membership.refused.association"));
        assertThat(location(fill("association", "association", String.valueOf(number))))
                .isEqualTo(step("role"));
        assertThat(location(fill("role", "position", "secretary", "wish", "DEPUTY")))
                .isEqualTo(step("summary"));
        assertThat(browser.get(step("summary")).body())
                .contains(name)
                .contains(text("membership.representation.deputy"));
        comeBack();
        consentAndSend();

        assertThat(mine().form().wish()).isEqualTo(RepresentationKind.DEPUTY);
        assertThat(standing())
                .contains(text("membership.join.standing.asked.title"))
                .contains(text("membership.join.turn.association", name));
    }

    @Test
    void anAssociationIsFoundBehindManyPeopleOfThatName() {
        String name = "Weaver" + Ids.next().toString().substring(24);
        for (int i = 0; i < 14; i++) {
            PersonId person = somebody(name, "person-" + Ids.next() + "@example.org");
            MemberId id = admissions.admit(
                    HOUSE,
                    NewMember.of(MemberId.next(), MemberKind.PERSON, LocalizedText.of(Language.EN, name), person));
            members.show(
                    HOUSE,
                    id,
                    new Shown(Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC));
        }
        long number = number(admit(MemberKind.ASSOCIATION, name + " Union"));
        begin(ApplicationKind.REPRESENTATIVE);

        assertThat(browser.get(step("association") + "?q=" + name).body())
                .contains(text("membership.join.search-number", number))
                .doesNotContain(text("membership.join.search-none", name));
    }

    @Test
    void theOfficeAnswersForAnAssociationThatNobodyRepresents() {
        long number = number(admit(MemberKind.ASSOCIATION, "Weavers of " + Ids.next()));
        sendFirstPage("representative");
        fill("association", "association", String.valueOf(number));
        fill("role", "position", "secretary", "wish", "PRIMARY");
        comeBack();
        consentAndSend();

        assertThat(standing())
                .contains(text("membership.join.standing.sent.title"))
                .contains(text("membership.join.ahead.answer"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhatWasTypedStays() {
        HttpResponse<String> answer = browser.post(
                "/en/join/association", "applicant", "", "position", "<b>chair</b>", "email", "", "language", "ru");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(text("site.mend", 2))
                .contains(text("kernel.refused.missing"))
                .contains(text("accounts.email.missing"))
                .contains("value=\"&lt;b&gt;chair&lt;/b&gt;\"")
                .contains("<option value=\"ru\" lang=\"ru\" selected=\"selected\">");
        assertThat(browser.cookie("kvartal-join")).isEmpty();
    }

    @Test
    void aStepIsCompleteByItselfAndKeepsWhatIsWrong() {
        sendFirstPage("person");

        HttpResponse<String> answer = fill("work", "city", "", "website", "not an address", "description", "I weave.");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(text("membership.refused.place-missing"))
                .contains(text("membership.refused.sectors-missing"))
                .contains(text("kernel.refused.web-address"))
                .contains("value=\"not an address\"")
                .contains(">I weave.</textarea>");
        assertThat(mine().form().website()).isEqualTo("not an address");
    }

    @ParameterizedTest
    @CsvSource({"back, /en/join/application/you", "later, /en/join/application?note=kept"})
    void whatIsNotCompleteIsKeptOnTheWayBackAndForLater(String button, String leadsTo) {
        sendFirstPage("association");

        assertThat(location(press(button, "organisation", "names.en", "Half a na")))
                .isEqualTo(leadsTo);

        assertThat(mine().form().names()).containsEntry(Language.EN, "Half a na");
        assertThat(browser.get("/en/join/application?note=kept").body())
                .contains(text("membership.join.note.kept", email, 30));
    }

    @Test
    void theSummaryTellsWhatLacksLeadsThereAndWantsTheConsent() {
        sendFirstPage("association");
        fill("organisation", "names.en", "Weavers", "city", "Sofia");

        String summary = browser.get(step("summary")).body();
        assertThat(summary)
                .contains(text("membership.refused.sectors-missing"))
                .contains(text("membership.refused.statute-missing"))
                .contains("href=\"/en/join/application/work?check\"");
        assertThat(browser.get(step("work") + "?check").body()).contains(text("membership.refused.sectors-missing"));
        assertThat(browser.post(step("summary")).body()).contains(text("membership.join.consent-missing"));
        assertThat(consentAndSend().statusCode()).isEqualTo(422);
        assertThat(mine().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void aFormThatIsSentTwiceBeginsOneApplication() {
        String id = ApplicationId.next().toString();
        sendFirstPage(Language.EN, "person", "id", id);
        String first = browser.cookie("kvartal-join").orElseThrow().getValue();
        browser.forgetCookie("kvartal-join");

        // The second answer of a double press: the browser has never seen the first.
        assertThat(location(sendFirstPage(Language.EN, "person", "id", id))).isEqualTo(step("work"));

        assertThat(browser.cookie("kvartal-join").orElseThrow().getValue()).isEqualTo(first);
        assertThat(letters.kinds(email)).containsExactly("begun");
        assertThat(mine().id()).hasToString(id);
    }

    @Test
    void somebodyElsesIdBeginsNothing() {
        String id = ApplicationId.next().toString();
        sendFirstPage(Language.EN, "person", "id", id);
        browser.forgetCookie("kvartal-join");
        email = "mallory-" + Ids.next() + "@example.org";

        assertThat(location(sendFirstPage(Language.EN, "person", "id", id))).isEqualTo("/en/join/link");

        assertThat(browser.cookie("kvartal-join")).isEmpty();
        assertThat(letters.to(email)).isEmpty();
    }

    @Test
    void tooManyLettersToOneAddressAreSlowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(sendFirstPage("person").statusCode()).isEqualTo(302);
        }

        HttpResponse<String> tooOften = sendFirstPage("person");

        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.headers().firstValue("Retry-After")).isPresent();
        assertThat(tooOften.body()).contains("tried too often").contains(email);
    }

    @Test
    void whoHasBegunIsLedBackFromTheFirstPages() {
        sendFirstPage("person");

        assertThat(browser.get("/en/join").body()).contains(text("membership.join.begun"));
        assertThat(browser.get("/en/join/person").body()).contains(text("membership.join.begun"));
        assertThat(browser.get("/en/join/association").body()).doesNotContain(text("membership.join.begun"));
    }
}
