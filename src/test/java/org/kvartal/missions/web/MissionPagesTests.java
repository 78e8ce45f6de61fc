package org.kvartal.missions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.web.Browser;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.SlotId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A host answers and a delegation says who travels by their links, without an account; everybody reads what is public of a mission and nothing else. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "missions",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({TurnableClock.Hands.class, CopiedLetters.class, Belonging.class})
class MissionPagesTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @LocalServerPort
    int port;

    @Autowired
    Missions missions;

    @Autowired
    MissionDesk desk;

    @Autowired
    Rosters rosters;

    @Autowired
    Itinerary itinerary;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    TurnableClock clock;

    private final MissionId id = MissionId.next();
    private final SlotId slot = SlotId.next();
    private final DelegationId delegation = DelegationId.next();
    private final String host = "host-" + Ids.next() + "@example.org";
    private final String head = "head-" + Ids.next() + "@example.org";
    private Browser browser;
    private Asker officer;
    private String code;

    @BeforeEach
    void aMissionIsPlanned() {
        browser = new Browser(port);
        officer = Asker.of(belonging.person("Olga Officer", Role.OFFICER));
        code = desk.plan(
                officer,
                id,
                new MissionContent(
                        MissionKind.DELEGATION,
                        new LocalizedText(
                                Language.EN,
                                Map.of(Language.EN, "Looms <b>of</b> three cities", Language.RU, "Станки")),
                        LocalizedText.of(Language.EN, "Three cities in four days."),
                        first(),
                        first().plusDays(3),
                        SOFIA,
                        List.of()));
        itinerary.put(
                officer,
                id,
                slot,
                0,
                new SlotContent(
                        first(),
                        LocalTime.of(10, 0),
                        LocalTime.of(11, 0),
                        SOFIA,
                        null,
                        "Old hall",
                        "See the <i>looms</i>",
                        Set.of(),
                        "by bus",
                        "Bring samples.",
                        new Host("Hana Host", host, Language.EN)));
        itinerary.ask(officer, slot, slot().version());
        rosters.put(
                officer, id, delegation, new DelegationContent("City of Looms", null, "Hana Head", head, Language.EN));
        rosters.invite(officer, delegation);
    }

    private LocalDate first() {
        return LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(20);
    }

    private SlotLine slot() {
        return missions.find(officer, code).orElseThrow().slots().stream()
                .filter(one -> one.id().equals(slot))
                .findFirst()
                .orElseThrow();
    }

    /** The address behind the button of the newest letter. */
    private String link(String address) {
        return String.valueOf(letters.to(address).getLast().button()).replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void aHostReadsOneVisitAndLookingChangesNothing() {
        HttpResponse<String> page = browser.get(link(host));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("See the &lt;i&gt;looms&lt;/i&gt;", "Old hall", "10:00–11:00", "City of Looms")
                .doesNotContain("Bring samples.", "by bus", head, "??");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(slot().host()).isEqualTo(HostState.ASKED);
    }

    @Test
    void aHostAcceptsWithAWord() {
        HttpResponse<String> said = browser.post(link(host), "choice", "accepted", "words", "Ring <b>twice</b>.");

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("Thank you.", "Ring &lt;b&gt;twice&lt;/b&gt;.");
        assertThat(slot().host()).isEqualTo(HostState.ACCEPTED);
        assertThat(slot().said()).isEqualTo("Ring <b>twice</b>.");
    }

    @Test
    void aHostWishesAnotherTimeAndWhatIsWrongStandsBesideItsField() {
        HttpResponse<String> wrong = browser.post(
                link(host),
                "choice",
                "moved",
                "day",
                first().toString(),
                "starts",
                "15:00",
                "ends",
                "14:00",
                "words",
                "After lunch.");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The end lies before the beginning.", "After lunch.", "value=\"15:00\"");

        HttpResponse<String> said = browser.post(
                link(host), "choice", "moved", "day", first().toString(), "starts", "15:00", "ends", "16:00:00");
        assertThat(said.body()).contains("You wish another time:", "15:00–16:00");
        assertThat(slot().wish()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "perhaps", "<script>"})
    void anAnswerIsOneOfThree(String choice) {
        HttpResponse<String> wrong = browser.post(link(host), "choice", choice);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Please choose one of the answers.").doesNotContain("<script>alert");
        assertThat(slot().host()).isEqualTo(HostState.ASKED);
    }

    @Test
    void whoDeclinesSaysWhy() {
        assertThat(browser.post(link(host), "choice", "declined").statusCode()).isEqualTo(422);
        assertThat(browser.post(link(host), "choice", "declined", "words", "We are away.")
                        .statusCode())
                .isEqualTo(200);
        assertThat(slot().host()).isEqualTo(HostState.DECLINED);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLinkPagesSpeakEachLanguage(Language language) {
        String bare = link(host).replaceFirst("\\?.*", "");
        assertThat(browser.get(bare + "?language=" + language.code()).body())
                .contains("lang=\"" + language.code() + "\"")
                .doesNotContain("??");
        String roster = link(head).replaceFirst("\\?.*", "");
        assertThat(browser.get(roster + "?language=" + language.code()).body())
                .contains("lang=\"" + language.code() + "\"")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/host/", "/roster/"})
    void aForeignTokenLeadsNowhere(String page) {
        String other = page.equals("/host/") ? link(head) : link(host);
        String token = other.replaceFirst("^/[a-z]+/", "").replaceFirst("\\?.*", "");

        for (String wrong : List.of(token, "a".repeat(43), "%3Cscript%3E", "..%2f..")) {
            HttpResponse<String> looked = browser.get(page + wrong);
            assertThat(looked.statusCode()).isIn(400, 404, 410);
            assertThat(looked.body()).doesNotContain("Old hall", "City of Looms", "<script>");
            assertThat(browser.post(page + wrong, "choice", "accepted").statusCode())
                    .isIn(400, 404, 410);
        }
        assertThat(slot().host()).isEqualTo(HostState.ASKED);
    }

    @Test
    void anOlderLinkWorksNoMoreOnceTheHostIsAskedAnew() {
        String before = link(host);
        itinerary.ask(officer, slot, slot().version());

        assertThat(browser.get(before).statusCode()).isEqualTo(410);
        assertThat(browser.get(link(host)).statusCode()).isEqualTo(200);
    }

    @Test
    void aDelegationSaysWhoTravelsAndWhomToCallIsNeverShownAgain() {
        HttpResponse<String> saved = browser.post(
                link(head),
                "step",
                "save",
                "rows",
                "2",
                "name.0",
                "Tonya <b>Traveller</b>",
                "part.0",
                "head",
                "email.0",
                "tonya@example.org",
                "document.0",
                "31.12.2030",
                "emergencyName.0",
                "Mother of Tonya",
                "emergencyPhone.0",
                "+359 2 999 999");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body())
                .contains("The roster is saved.", "Tonya &lt;b&gt;Traveller&lt;/b&gt;", "A contact is kept")
                .doesNotContain("Mother of Tonya", "+359 2 999 999");
        assertThat(browser.get(link(head)).body()).doesNotContain("Mother of Tonya", "+359 2 999 999");
        assertThat(rosters.emergencies(officer, id)).hasSize(1);
        assertThat(browser.get(link(host)).body()).doesNotContain("Tonya");
    }

    @Test
    void aRowWithoutANameAndAWrongAddressAreSaidAtTheirFields() {
        HttpResponse<String> nameless =
                browser.post(link(head), "step", "save", "rows", "2", "phone.1", "+359 2 000 000");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("name-1-error", "Please fill this in.", "+359 2 000 000");

        HttpResponse<String> wrong = browser.post(
                link(head), "step", "save", "rows", "3", "name.2", "Tonya Traveller", "email.2", "no address");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("email-2-error", "Tonya Traveller");
        assertThat(rosters.of(officer, delegation)).isEmpty();
    }

    @Test
    void anEmptyRosterIsNotThankedForAndTheHeadStandsThereAlready() {
        assertThat(browser.get(link(head)).body())
                .contains("value=\"Hana Head\"")
                .containsOnlyOnce("<details class=\"group-fields traveller-fields\" open");
        HttpResponse<String> nobody = browser.post(link(head), "step", "save", "rows", "4", "name.0", " ");

        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body())
                .contains("name-0-error", "Name at least one person who travels.")
                .doesNotContain("Thank you.");
    }

    @Test
    void aTelephoneNobodyCanCallIsSaidAtItsField() {
        HttpResponse<String> wrong =
                browser.post(link(head), "step", "save", "rows", "4", "name.0", "Tonya Traveller", "phone.0", "abc");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("phone-0-error", "This is no telephone number.");
    }

    @Test
    void aPassportThatEndsTooSoonIsSaidToWhoeverFillsTheRosterIn() {
        String last = first().plusDays(2).toString();
        HttpResponse<String> saved =
                browser.post(link(head), "step", "save", "rows", "4", "name.0", "Tonya Traveller", "document.0", last);

        assertThat(saved.body())
                .contains(
                        "The roster is saved.",
                        "Tonya Traveller: the document ends before the mission does",
                        "document-0-hint")
                .as("whoever is written down is folded")
                .doesNotContain("<details class=\"group-fields traveller-fields\" open");
    }

    @Test
    void moreRowsComeWithoutSavingAnything() {
        HttpResponse<String> more = browser.post(link(head), "step", "more", "rows", "2", "name.0", "Tonya Traveller");

        assertThat(more.body()).contains("Tonya Traveller", "name=\"name.3\"").doesNotContain("name=\"name.4\"");
        assertThat(rosters.of(officer, delegation)).isEmpty();
        assertThat(browser.post(link(head), "step", "more", "rows", "999999").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyReadsAMissionThatIsNotPublic() {
        assertThat(browser.get("/en/missions/" + code).statusCode()).isEqualTo(404);
        assertThat(browser.get("/en/missions").body()).doesNotContain(code);
        assertThat(browser.get("/api/v1/missions.json").body()).doesNotContain(code);
        assertThat(browser.get("/my/missions/" + code + "/brief.pdf").statusCode())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyReadsWhatIsPublicAndNothingElse(Language language) {
        browser.post(
                link(head),
                "step",
                "save",
                "rows",
                "1",
                "name.0",
                "Tonya Traveller",
                "emergencyPhone.0",
                "+359 2 999 999");
        desk.show(officer, id, missions.find(officer, code).orElseThrow().line().version(), true);
        String page = "/" + language.code() + "/missions";

        assertThat(browser.get(page).body())
                .contains(page + "/" + code)
                .doesNotContain("??", "Tonya", "+359 2 999 999", host, head, "Old hall");
        assertThat(browser.get(page + "/" + code).body())
                .contains("rel=\"canonical\"")
                .doesNotContain("??", "Tonya", "+359 2 999 999", host, head, "Old hall", "looms</i>", "City of Looms");
        assertThat(browser.get("/en/missions/" + code).body()).contains("Looms &lt;b&gt;of&lt;/b&gt; three cities");
        assertThat(browser.get("/api/v1/missions.csv").body()).contains(code).doesNotContain("Tonya", host);
        assertThat(browser.get(page + ".geojson").statusCode()).isEqualTo(200);
    }

    @Test
    void whatABrowserHasIsNotSentAgain() {
        desk.show(officer, id, missions.find(officer, code).orElseThrow().line().version(), true);
        for (String path :
                List.of("/en/missions", "/en/missions/" + code, "/api/v1/missions.json", "/en/missions.geojson")) {
            String etag = browser.get(path).headers().firstValue("ETag").orElseThrow();
            assertThat(browser.get(path, "If-None-Match", etag).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }
}
