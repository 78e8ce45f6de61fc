package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.web.Browser;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.seminars.AnnouncedSeminars;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.TrainerRole;
import org.kvartal.testing.MainLanguage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody reads what is taught, whoever was registered answers by a link, and whoever holds a certificate checks it. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "seminars",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicSeminarsModuleTests extends SeminarHouse {

    @Autowired
    HouseBook book;

    @LocalServerPort
    int port;

    @Autowired
    AnnouncedSeminars announced;

    private Browser browser;
    private String mail;

    @BeforeEach
    void somebodyOpensABrowser() {
        browser = new Browser(port);
        mail = "kolya-" + Ids.next() + "@example.org";
    }

    private String path(String language, SeminarId id) {
        return "/" + language + "/seminars/" + card(id).slug();
    }

    /** One with a title that nothing else has. */
    private SeminarId announced(String title) {
        SeminarId id = begun(title, 4);
        desk.publish(lead, id, version(id));
        return id;
    }

    // ---- what everybody reads ----

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyReadsWhatIsTaughtAndHowToGetASeat(Language language) {
        SeminarId id = opened(4);
        String code = language.code();

        assertThat(browser.get("/" + code + "/seminars").body())
                .contains(path(code, id), "Bookkeeping for studios", "lang=\"" + code + "\"")
                .doesNotContain("??");
        assertThat(browser.get(path(code, id)).body())
                .contains(
                        "Bookkeeping for studios",
                        "Letterpress hall",
                        "Lena Lead",
                        messages("seminars.public.register", language),
                        "hreflang=\"bg\"",
                        "/app/seminars/" + card(id).slug())
                .doesNotContain("??", "meet.example.org");
    }

    private static String messages(String key, Language language) {
        return Map.of(
                        Language.EN, "Register",
                        Language.RU, "Записаться",
                        Language.BG, "Запишете се")
                .getOrDefault(language, key);
    }

    @Test
    void nobodySeesADraftNorOneThatWasGivenUpAsADraft() {
        String title = "Secret plan " + Ids.next();
        SeminarId draft = begun(title, 4);
        assertThat(browser.get(path("en", draft)).statusCode()).isEqualTo(404);

        desk.cancel(lead, draft, version(draft), "Nobody has time.");

        assertThat(browser.get(path("en", draft)).statusCode()).isEqualTo(404);
        assertThat(browser.get(path("en", draft) + "/calendar.ics").statusCode())
                .isEqualTo(404);
        for (String list : List.of("/en/seminars", "/seminars.atom", "/api/v1/seminars.json", "/api/v1/seminars.csv")) {
            assertThat(browser.get(list).body()).doesNotContain(title);
        }
        assertThat(browser.get("/calendar.ics").body()).doesNotContain(title);
    }

    @Test
    void theProgrammeShowsWhatRunsAtTheSameTime() {
        SeminarId id = announced("Two tracks");
        Day day = day(id);
        desk.plan(
                lead,
                id,
                version(id),
                List.of(day, new Day(DayId.next(), day.date().plusDays(1), day.start(), day.end())),
                List.of(
                        new Part(day.id(), en("<b>Opening</b>"), LocalTime.of(10, 0), LocalTime.of(11, 0), "", ""),
                        new Part(day.id(), en("Inks"), LocalTime.of(11, 0), LocalTime.of(12, 0), "Hall", "Printers"),
                        new Part(
                                day.id(), en("Threads"), LocalTime.of(11, 0), LocalTime.of(12, 0), "Loft", "Binders")));

        assertThat(browser.get(path("en", id)).body())
                .contains("&lt;b&gt;Opening&lt;/b&gt;", "seminar-beside", "Printers", "Binders", "Loft")
                .doesNotContain("<b>Opening");
    }

    @Test
    void thePageIsTheSameForEverybodyAndIsSentOnceUntilItChanges() {
        SeminarId id = opened(2);
        HttpResponse<String> first = browser.get(path("en", id));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(first.body()).contains("2 of 2 free");
        assertThat(browser.get(path("en", id), "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        registered(member, id);

        assertThat(browser.get(path("en", id), "If-None-Match", tag).body()).contains("1 of 2 free");
    }

    @Test
    void searchEnginesReadTheSame() {
        SeminarId id = opened(4);
        String page = browser.get(path("en", id)).body();
        JsonNode event =
                JsonMapper.shared().readTree(page.substring(page.indexOf("ld+json\">") + 9, page.indexOf("</script>")));

        assertThat(event.get("@type").asString()).isEqualTo("EducationEvent");
        assertThat(event.get("startDate").asString())
                .startsWith(card(id).starts().toLocalDate() + "T10:00");
        assertThat(event.get("eventStatus").asString()).endsWith("EventScheduled");
        assertThat(event.get("remainingAttendeeCapacity").asInt()).isEqualTo(4);
        assertThat(page).doesNotContain("meet.example.org");
        assertThat(browser.get("/sitemap.xml").body()).contains("/sitemap/seminars/0.xml");
        assertThat(announced.pages(0, 10_000))
                .extracting(AnnouncedSeminars.Announced::slug)
                .contains(card(id).slug());
    }

    @Test
    void aCancelledOneStaysAndSaysWhy() {
        SeminarId id = opened(4);
        desk.cancel(lead, id, version(id), "The hall is <flooded>.");

        assertThat(browser.get(path("en", id)).body())
                .contains("will not take place", "The hall is &lt;flooded&gt;.", "EventCancelled")
                .doesNotContain("/app/seminars/" + card(id).slug());
        assertThat(browser.get(path("en", id) + "/calendar.ics").body()).contains("STATUS:CANCELLED");
    }

    @Test
    void itsDaysGoIntoOtherCalendarsAndIntoTheHousesOwn() {
        SeminarId id = announced("Into calendars " + Ids.next());

        HttpResponse<String> file = browser.get(path("en", id) + "/calendar.ics");
        assertThat(file.body())
                .contains("BEGIN:VEVENT", "Into calendars", "DTSTART;TZID=Europe/Sofia")
                .containsOnlyOnce("BEGIN:VEVENT");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.get(path("en", id) + "/calendar.ics", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(browser.get("/ru/calendar").body()).contains(path("ru", id));
        assertThat(browser.get("/calendar.ics").body().replace("\r\n ", "")).contains(path("en", id));
    }

    @Test
    void programsReadTheSame() {
        String mark = String.valueOf(Ids.next());
        announced("=Open to programs " + mark);

        assertThat(browser.get("/seminars.atom").body()).contains("<feed", mark);
        HttpResponse<String> json = browser.get("/api/v1/seminars.json");
        assertThat(json.body()).contains(mark, "\"state\":\"published\"", "\"seats\":4");
        String tag = json.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.get("/api/v1/seminars.json", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(browser.get("/api/v1/seminars.csv").body())
                .startsWith("\uFEFFid,state")
                .contains("'=Open to programs " + mark);
        assertThat(browser.get("/api/v1/seminars?over=true").body()).doesNotContain(mark);
    }

    @Test
    void aFeedIsTitledInTheMainLanguageOfTheHouse() {
        String tag = browser.get("/seminars.atom").headers().firstValue("ETag").orElseThrow();

        try (MainLanguage _ = new MainLanguage(Language.RU, jdbc, book)) {
            assertThat(browser.get("/seminars.atom", "If-None-Match", tag).body())
                    .contains(" – Семинары</title>");
        }
    }

    @Test
    void aListIsNarrowedByWordsAndTopic() {
        String mark = "Marbling" + Ids.next();
        announced(mark);
        opened(4);

        assertThat(browser.get("/en/seminars?q=" + mark.toLowerCase(Locale.ROOT))
                        .body())
                .contains(mark, "noindex")
                .doesNotContain("Bookkeeping");
        assertThat(browser.get("/en/seminars?topic=design").body())
                .contains("Bookkeeping")
                .doesNotContain(mark);
        assertThat(browser.get("/en/seminars?q=%3Cscript%3E" + mark).body())
                .contains("No seminar fits", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/seminars/no-such-thing",
                "/en/seminars/%00",
                "/en/seminars?after=x",
                "/en/seminars?before=1-2",
                "/en/seminars?before=999999999999999-00000000-0000-0000-0000-00000000000g",
                "/api/v1/seminars?after=mangled",
                "/place/" + "short" + "/certificate",
                "/api/v1/certificates/ABC"
            })
    void whatIsMangledIsNoPage(String path) {
        assertThat(browser.get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?topic=%27%22", "?series=x", "?q=%25%5F%5C"})
    void whatCannotBeChosenIsLeftOut(String query) {
        assertThat(browser.get("/en/seminars" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void everybodyTakesWhatIsForAllAndNothingElse() {
        SeminarId id = opened(4);
        MaterialId open = MaterialId.next();
        MaterialId own = MaterialId.next();
        materials.point(lead, id, new NewMaterial(open, "For all", MaterialAudience.ALL), "https://example.org/all");
        materials.point(
                lead, id, new NewMaterial(own, "Among us", MaterialAudience.PARTICIPANTS), "https://example.org/own");

        assertThat(browser.get(path("en", id)).body())
                .contains("For all")
                .doesNotContain("Among us", "example.org/all");
        HttpResponse<String> taken = browser.get(path("en", id) + "/materials/" + open);
        assertThat(taken.headers().firstValue("Location")).hasValue("https://example.org/all");
        assertThat(browser.get(path("en", id) + "/materials/" + own).statusCode())
                .isEqualTo(404);
        assertThat(browser.get(path("en", opened(1)) + "/materials/" + open).statusCode())
                .as("of another seminar")
                .isEqualTo(404);
    }

    // ---- behind the link of a letter ----

    private String place(String address) {
        return "/place/" + token(address);
    }

    @Test
    void aColleagueAnswersByTheLinkAndGivesTheSeatUpAgain() {
        SeminarId id = opened(4);
        QuestionId what = QuestionId.next();
        desk.ask(
                lead,
                id,
                version(id),
                List.of(new Question(what, en("What do you bring?"), QuestionKind.TEXT, List.of(), true)));
        RegistrationId registration = colleague(lead, id, mail, null);
        String place = place(mail);

        HttpResponse<String> page = browser.get(place);
        assertThat(page.body())
                .as("in the language of the letter")
                .contains("Вы придёте?", "Коля Коллега", "What do you bring?", "lang=\"ru\"")
                .doesNotContain("??", "meet.example.org", "<svg");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("strict-origin");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(state(registration)).as("looking changes nothing").isEqualTo(RegistrationState.STARTED);

        HttpResponse<String> missing = browser.post(place + "?language=en", "act", "confirm");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("This is needed.", "error-" + what);

        HttpResponse<String> done =
                browser.post(place + "?language=en", "act", "confirm", "answer." + what, "<i>Paper</i>");
        assertThat(done.statusCode()).isEqualTo(303);
        String confirmed =
                browser.get(done.headers().firstValue("Location").orElseThrow()).body();
        assertThat(confirmed)
                .contains("You have a seat", "your answer is noted", "Your ticket", "meet.example.org/room")
                .doesNotContain("??");
        assertThat(state(registration)).isEqualTo(RegistrationState.CONFIRMED);

        assertThat(browser.post(place, "act", "withdraw").statusCode()).isEqualTo(303);
        assertThat(browser.get(place + "?language=bg").body())
                .contains("Не участвате")
                .doesNotContain("meet.example");
        assertThat(state(registration)).isEqualTo(RegistrationState.WITHDRAWN);
    }

    @Test
    void whoeverWaitsReadsWhyAndTakesTheSeatThatBecomesFree() {
        SeminarId id = opened(1);
        RegistrationId first = registered(member, id);
        RegistrationId waiting = colleague(lead, id, mail, null);
        browser.post(place(mail), "act", "confirm");
        assertThat(browser.get(place(mail) + "?language=en").body())
                .contains("You are on the waiting list", "You are number 1", "Leave the waiting list");
        assertThat(browser.post(place(mail), "act", "accept").statusCode())
                .as("nothing is offered yet")
                .isEqualTo(422);

        registrations.withdraw(member, first);

        assertThat(browser.get(place(mail) + "?language=en").body())
                .contains("A seat is free for you", "Take the seat");
        assertThat(browser.post(place(mail), "act", "accept").statusCode()).isEqualTo(303);
        assertThat(state(waiting)).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void anOfferThatIsOverIsTakenByNobody() {
        SeminarId id = opened(1, wishes -> wishes.offerHours(2));
        RegistrationId first = registered(member, id);
        RegistrationId waiting = colleague(lead, id, mail, null);
        browser.post(place(mail), "act", "confirm");
        registrations.withdraw(member, first);
        clock.turn(Duration.ofHours(3));
        times.passOn();

        assertThat(browser.get(place(mail) + "?language=en").body()).contains("Your place has lapsed");
        assertThat(browser.post(place(mail), "act", "accept").statusCode()).isEqualTo(422);
        assertThat(state(waiting)).isEqualTo(RegistrationState.EXPIRED);
    }

    @Test
    void anotherSiteAnswersForNobody() {
        SeminarId id = opened(1);
        RegistrationId registration = colleague(lead, id, mail, null);

        assertThat(browser.postFrom("cross-site", place(mail), "act", "confirm").statusCode())
                .isEqualTo(403);
        assertThat(state(registration)).isEqualTo(RegistrationState.STARTED);
    }

    @Test
    void anOldOrInventedLinkLeadsNowhere() {
        String invented = "/place/" + "x".repeat(43);
        assertThat(browser.get(invented).statusCode()).isEqualTo(410);
        assertThat(browser.get(invented + "?language=ru").body()).contains("больше не работает");
        assertThat(browser.get("/place/%3Cscript%3E").body()).doesNotContain("<script>");
        assertThat(browser.post(invented, "act", "withdraw").statusCode()).isEqualTo(410);
        assertThat(browser.get(invented + "/certificate").statusCode()).isEqualTo(404);

        SeminarId id = opened(1);
        colleague(lead, id, mail, null);
        String place = place(mail);
        clock.turn(Duration.ofDays(200));
        assertThat(browser.get(place).statusCode()).isEqualTo(410);
    }

    @Test
    void aLinkOpensItsOwnSeminarAlone() {
        SeminarId id = opened(1);
        SeminarId other = opened(1);
        MaterialId foreign = MaterialId.next();
        materials.point(
                lead, other, new NewMaterial(foreign, "Theirs", MaterialAudience.ALL), "https://example.org/theirs");
        colleague(lead, id, mail, null);
        String place = place(mail);

        assertThat(browser.get(place + "/materials/" + foreign).statusCode()).isEqualTo(404);
        assertThat(browser.post(place, "act", "judge", "points", "5").statusCode())
                .as("not there, so nothing to say")
                .isEqualTo(422);
        assertThat(browser.post(place, "act", "everything").statusCode()).isEqualTo(200);
        assertThat(browser.post(place, "act", "judge", "points", "5", "day", String.valueOf(Ids.next()))
                        .statusCode())
                .isEqualTo(422);
    }

    /** A guest who was there and has a certificate; gives back the path of their place. */
    private String certified(SeminarId id) {
        RegistrationId registration = colleague(lead, id, mail, null);
        browser.post(place(mail), "act", "confirm");
        running(id);
        checkIn.mark(lead, registration, day(id).id(), Presence.PRESENT);
        finished(id);
        certificates.issue(lead, id, List.of(registration));
        return place(mail);
    }

    @Test
    void aGuestSaysHowItWasAndTakesTheCertificate() {
        SeminarId id = opened(2);
        String place = certified(id);

        assertThat(browser.get(place + "?language=en").body())
                .contains("You have completed the seminar", "How was the seminar?", "Download the certificate")
                .doesNotContain("??");
        HttpResponse<String> unsaid = browser.post(place + "?language=en", "act", "judge", "words", "<u>Good</u>");
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("points-error", "This is needed.", "&lt;u&gt;Good&lt;/u&gt;");
        assertThat(browser.post(place, "act", "judge", "points", "5", "words", "Good")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(place + "?language=en").body()).doesNotContain("How was the seminar?");

        String file = browser.get(place + "/certificate")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> paper = browser.get(file.replaceFirst("https?://[^/]+", ""));
        assertThat(paper.body()).startsWith("%PDF");
    }

    // ---- behind the code of a certificate ----

    private CertificateLine line(SeminarId id) {
        return certificates.of(lead, id).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"en, Valid", "ru, Действует", "bg, Валидно"})
    void everybodyReadsAllThatIsPrinted(String language, String valid) {
        SeminarId id = opened(2, wishes -> wishes.rule(new CertificateRule(80, false, 24)));
        certified(id);
        CertificateLine line = line(id);

        HttpResponse<String> page = browser.get("/verify/" + line.code() + "?language=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(page.body())
                .contains(
                        line.facts().number(),
                        "Коля Коллега",
                        "Bookkeeping for studios",
                        "Letterpress hall",
                        line.facts().house(),
                        "Lena Lead",
                        valid,
                        certificates.verify(line.code()).orElseThrow().hash())
                .doesNotContain("??");
        assertThat(line.facts().validUntil()).isNotNull();
        assertThat(page.body())
                .contains(String.valueOf(
                        Objects.requireNonNull(line.facts().validUntil()).getYear()));
    }

    @Test
    void aPaperWhoseTextWasAlteredDoesNotMatchItsPage() {
        SeminarId id = opened(2);
        certified(id);
        CertificateLine line = line(id);

        String page = browser.get("/verify/" + line.code() + "?language=en").body();

        assertThat(page).contains("Коля Коллега").doesNotContain("Коля Коллегов");
        JsonNode data = JsonMapper.shared()
                .readTree(browser.get("/api/v1/certificates/" + line.code()).body());
        assertThat(data.get("holder").asString()).isEqualTo("Коля Коллега");
        assertThat(data.get("hours").decimalValue()).isEqualByComparingTo(card(id).hours());
        assertThat(data.get("sha256").asString())
                .isEqualTo(certificates.verify(line.code()).orElseThrow().hash());
    }

    @Test
    void aRevokedOneSaysWhyAndAReplacedOneLeadsToTheNew() {
        SeminarId id = opened(2);
        certified(id);
        CertificateLine first = line(id);
        certificates.replace(lead, first.id(), "Nikolay Colleague");
        CertificateLine second = certificates.of(lead, id).stream()
                .filter(line -> !line.id().equals(first.id()))
                .findFirst()
                .orElseThrow();

        assertThat(browser.get("/verify/" + first.code() + "?language=en").body())
                .contains("Replaced", "/verify/" + second.code(), "Коля Коллега");
        assertThat(browser.get("/verify/" + second.code() + "?language=en").body())
                .contains("Valid", "Nikolay Colleague");

        certificates.revoke(officer, second.id(), "Issued to the <wrong> person.");

        assertThat(browser.get("/verify/" + second.code() + "?language=en").body())
                .contains("Revoked on", "Issued to the &lt;wrong&gt; person.")
                .doesNotContain("It was issued here and stands.");
        assertThat(browser.get("/api/v1/certificates/" + second.code()).body()).contains("\"state\":\"revoked\"");
    }

    @Test
    void aCodeIsTypedAsPeopleTypeItAndNothingLeadsFromOneToAnother() {
        SeminarId id = opened(2);
        certified(id);
        String code = line(id).code();
        String spaced = code.toLowerCase(Locale.ROOT).replaceAll("(.{5})", "$1%20");

        assertThat(browser.get("/verify?language=en&code=" + spaced)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/verify/" + code + "?language=en");
        assertThat(browser.get("/verify?language=en&code=short").body()).contains("A code has 26 letters");
        char last = code.charAt(25) == 'A' ? 'B' : 'A';
        HttpResponse<String> guessed = browser.get("/verify/" + code.substring(0, 25) + last + "?language=en");
        assertThat(guessed.statusCode()).isEqualTo(404);
        assertThat(guessed.body()).contains("No certificate has this code").doesNotContain("Коля");
        assertThat(browser.get("/verify/" + line(id).facts().number()).statusCode())
                .as("the number is no key")
                .isEqualTo(404);
        assertThat(browser.get("/verify/%3Cscript%3E").body()).doesNotContain("<script>");
    }

    /** Nobody learns from the answer how near they came. */
    @Test
    void aWrongCodeIsAnsweredLikeOneThatWasNeverGivenOut() {
        SeminarId id = opened(2);
        certified(id);
        String code = line(id).code();
        HttpResponse<String> unknown = browser.get("/verify/" + "A".repeat(26) + "?language=en");
        String data = browser.get("/api/v1/certificates/" + "A".repeat(26)).body();
        assertThat(unknown.statusCode()).isEqualTo(404);
        char last = code.charAt(25) == 'A' ? 'B' : 'A';
        for (String wrong : List.of(
                code.substring(0, 25) + last,
                code.substring(1) + code.charAt(0),
                code.substring(0, 25),
                code + "A",
                line(id).facts().number(),
                line(id).id().toString())) {
            HttpResponse<String> answer = browser.get("/verify/" + wrong + "?language=en");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
            assertThat(answer.body()).as(wrong).isEqualTo(unknown.body());
            HttpResponse<String> read = browser.get("/api/v1/certificates/" + wrong);
            assertThat(read.statusCode()).as(wrong).isEqualTo(404);
            assertThat(read.body().replace(wrong, "A".repeat(26))).as(wrong).isEqualTo(data);
        }
    }

    /** The last: afterwards nobody from here may ask for an hour. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whoeverAsksTooOftenHasToWait() {
        String guess = "/verify/" + "A".repeat(26);
        HttpResponse<String> last = null;
        for (int i = 0; i < 130; i++) {
            last = browser.get(guess);
        }
        assertThat(Objects.requireNonNull(last).statusCode()).isEqualTo(429);
        HttpResponse<String> program = browser.get("/api/v1/certificates/" + "A".repeat(26));
        assertThat(program.statusCode()).as("nor by the way of programs").isEqualTo(429);
        assertThat(program.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void membersOfTheTeamAreNamedWhoTeach() {
        Asker helper = person("Helga Helper", Role.MEMBER);
        SeminarId id = opened(2);
        desk.staff(
                lead,
                id,
                version(id),
                List.of(
                        new Trainer(lead.requirePerson(), "", TrainerRole.LEAD),
                        new Trainer(helper.requirePerson(), "", TrainerRole.HELPER)));

        assertThat(browser.get(path("en", id)).body()).contains("Lena Lead").doesNotContain("Helga Helper");
    }
}
