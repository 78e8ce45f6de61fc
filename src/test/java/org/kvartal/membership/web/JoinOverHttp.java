package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.web.Browser;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** The membership module behind a real web server, as a browser without scripts meets it. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "membership",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({TurnableClock.Hands.class, CopiedLetters.class})
abstract class JoinOverHttp {

    static final Asker HOUSE = Asker.house("test");

    @LocalServerPort
    int port;

    @Autowired
    Joining joining;

    @Autowired
    Admissions admissions;

    @Autowired
    Members members;

    @Autowired
    Mandates mandates;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    CopiedLetters letters;

    @Autowired
    Messages messages;

    @Autowired
    TurnableClock clock;

    Browser browser;
    String email;

    @BeforeEach
    void somebodyNewOpensABrowser() {
        browser = new Browser(port);
        email = "applicant-" + Ids.next() + "@example.org";
    }

    // ---- what an applicant does

    /** Sends the first page of a choice. No more than sixty times in all: that is what one network may begin in an hour. */
    HttpResponse<String> sendFirstPage(Language language, String choice, String... more) {
        List<String> fields = new ArrayList<>(
                List.of("applicant", "Ада Ткач", "position", "chair", "email", email, "language", language.code()));
        fields.addAll(List.of(more));
        return browser.post("/" + language.code() + "/join/" + choice, fields.toArray(String[]::new));
    }

    HttpResponse<String> sendFirstPage(String choice) {
        return sendFirstPage(Language.EN, choice);
    }

    /** Has the key of an application that was begun before. */
    void begin(Language language, ApplicationKind kind) {
        Joining.Begun begun = joining.begin(
                Asker.guest(), new NewApplication(ApplicationId.next(), kind, "Ада Ткач", email, language), "");
        browser.plant("kvartal-join", begun.key(), "/");
        if (kind.organisation()) {
            press("later", "you", "position", "chair");
        }
    }

    void begin(ApplicationKind kind) {
        begin(Language.EN, kind);
    }

    /** Sends a step of the form and goes on. */
    HttpResponse<String> fill(String step, String... fields) {
        return press("next", step, fields);
    }

    HttpResponse<String> press(String button, String step, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("go", button));
        return browser.post(step(step), all.toArray(String[]::new));
    }

    static String step(String step) {
        return "/en/join/application/" + step;
    }

    HttpResponse<String> attach(String name, byte[] content) {
        return browser.upload(step("papers"), "statute", name, content, "go", "next");
    }

    HttpResponse<String> consentAndSend() {
        return browser.post("/en/join/application/summary", "consent", "true");
    }

    /** Presses the button behind the newest letter, in this browser. */
    HttpResponse<String> comeBack() {
        return browser.post("/en/join/resume", "token", letters.token(email));
    }

    /** Where it stands. */
    String standing() {
        return browser.get("/en/join/application").body();
    }

    /** A person's application, filled in, confirmed and sent. */
    void sendAPersonsApplication() {
        begin(ApplicationKind.PERSON);
        fill("work", "city", "Sofia", "sectors", "design", "description", "I weave.");
        comeBack();
        consentAndSend();
    }

    /** An association's, with its statute. */
    void sendAnAssociationsApplication(String name) {
        begin(ApplicationKind.ASSOCIATION);
        fill("organisation", "names.en", name, "city", "Sofia");
        fill("work", "sectors", "craft", "description", "We weave together.");
        attach("statute.png", Samples.png(20, 20));
        comeBack();
        consentAndSend();
    }

    // ---- what the office does

    Asker officer() {
        PersonId person = somebody("Vera Office", "officer-" + Ids.next() + "@example.org");
        grants.give(HOUSE, new Grant(person, Role.OFFICER, Scope.PLATFORM, clock.instant(), null));
        return Asker.of(person);
    }

    PersonId somebody(String name, String address) {
        PersonId person = PersonId.next();
        arrivals.bring(
                HOUSE,
                new Arrivals.Newcomer(
                        person,
                        name,
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        new Arrivals.SignIn(address, "three blue doors")));
        return person;
    }

    /** The application of this browser, as the office sees it. */
    Dossier dossier(Asker officer) {
        return admissions.open(officer, mine().number()).orElseThrow();
    }

    /** The same as its applicant sees it. */
    Joining.ApplicationPage mine() {
        return joining.look(browser.cookie("kvartal-join").orElseThrow().getValue())
                .orElseThrow();
    }

    void take(Asker officer) {
        admissions.take(officer, mine().id(), mine().version());
    }

    MemberId admit(MemberKind kind, String name) {
        return admissions.admit(HOUSE, NewMember.of(MemberId.next(), kind, LocalizedText.of(Language.EN, name), null));
    }

    /** A person who represents it from now on. */
    Asker represent(MemberId association, RepresentationKind kind) {
        PersonId person = somebody("Petra Prime", "petra-" + Ids.next() + "@example.org");
        mandates.give(HOUSE, new GivenMandate(MandateId.next(), association, person, kind, null, null));
        return Asker.of(person);
    }

    long number(MemberId member) {
        return members.find(HOUSE, member).orElseThrow().number();
    }

    // ---- what is seen

    String text(String key, Object... arguments) {
        return messages.text(Language.EN, key, arguments);
    }

    /** The browser is told to keep no key any more. */
    static void assertForgotten(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("kvartal-join=;").contains("Max-Age=0"));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
