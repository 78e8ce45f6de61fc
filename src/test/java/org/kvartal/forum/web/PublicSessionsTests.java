package org.kvartal.forum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
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
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Forums;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody reads when the Forum meets and what it talks about; whoever was invited answers from the letter, without signing in. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "forum",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({TurnableClock.Hands.class, CopiedLetters.class, Belonging.class})
class PublicSessionsTests {

    private static final Asker HOUSE = Asker.house("test");

    @LocalServerPort
    int port;

    @Autowired
    SeriesBook series;

    @Autowired
    Sessions sessions;

    @Autowired
    Convening convening;

    @Autowired
    Agenda agenda;

    @Autowired
    Invitations invitations;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    Messages messages;

    @Autowired
    TurnableClock clock;

    private final SeriesId id = SeriesId.next();
    private final String name = "Forum <" + id + ">";
    private Browser browser;
    private PersonId mila;

    @BeforeEach
    void aSessionIsPrepared() {
        browser = new Browser(port);
        mila = belonging.person("Mila Member", Role.MEMBER);
        series.make(HOUSE, new NewSeries(id, Forums.weekly(name, clock.instant()), Set.of()));
        add("A hall <b>for</b> looms", ItemVisibility.COMMON);
        add("Among us", ItemVisibility.INTERNAL);
    }

    @Test
    void nobodySeesADraft() {
        assertThat(browser.get("/en/sessions").body()).doesNotContain(session().code());
        assertThat(browser.get("/en/sessions/" + session().code()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOpenSessionIsReadInEachLanguage(Language language) {
        SessionCard session = opened(false);

        String list = browser.get("/" + language.code() + "/sessions").body();
        assertThat(list).contains("/" + language.code() + "/sessions/" + session.code());
        String page = browser.get("/" + language.code() + "/sessions/" + session.code())
                .body();
        assertThat(page)
                .contains("A hall &lt;b&gt;for&lt;/b&gt; looms")
                .contains("Why <strong>now</strong>.")
                .contains("Letterpress hall")
                .contains(messages.text(language, "forum.kind.discuss"))
                .doesNotContain("Among us")
                .doesNotContain("call.example.org")
                .doesNotContain("??")
                .contains("rel=\"canonical\"");
    }

    @Test
    void searchEnginesReadAnEvent() {
        SessionCard session = opened(false);

        String page = browser.get("/en/sessions/" + session.code()).body();
        JsonNode event =
                JsonMapper.shared().readTree(page.substring(page.indexOf("ld+json\">") + 9, page.indexOf("</script>")));

        assertThat(event.get("@type").asString()).isEqualTo("Event");
        assertThat(event.get("name").asString()).isEqualTo(name);
        assertThat(event.get("startDate").asString())
                .startsWith(session.starts().toLocalDate() + "T18:00");
        assertThat(event.get("eventStatus").asString()).endsWith("EventScheduled");
        assertThat(event.get("eventAttendanceMode").asString()).endsWith("MixedEventAttendanceMode");
    }

    @Test
    void thePageIsTheSameForEverybodyAndIsSentOnceUntilItChanges() {
        SessionCard session = opened(false);
        String path = "/en/sessions/" + session.code();
        HttpResponse<String> first = browser.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(browser.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);

        add("Another matter", ItemVisibility.COMMON);

        assertThat(browser.get(path, "If-None-Match", tag).body()).contains("Another matter");
    }

    @Test
    void aCancelledSessionStaysAndSaysSo() {
        SessionCard session = opened(false);
        convening.cancel(HOUSE, session.id(), session.version(), "The hall is <flooded>.");

        String page = browser.get("/en/sessions/" + session.code()).body();

        assertThat(page)
                .contains("Cancelled", "The hall is &lt;flooded&gt;.", "EventCancelled")
                .doesNotContain("for&lt;/b&gt; looms");
        assertThat(browser.get("/en/sessions").body()).contains("Cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-2026-3", "S-0000-00", "S-9999-99", "s-2026-01", "S-2026-01'", "%00"})
    void aMangledCodeIsNoPage(String code) {
        assertThat(browser.get("/en/sessions/" + code).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-2", "999999999999999-00000000-0000-0000-0000-00000000000g", "-1-x"})
    void aMangledPlaceInTheListIsNoPage(String before) {
        assertThat(browser.get("/en/sessions?before=" + before).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsOverIsReadPageByPage() {
        SessionCard session = opened(false);
        clock.turn(Duration.between(clock.instant(), session.endsAt()).plusMinutes(1));

        assertThat(browser.get("/en/sessions").body()).contains(session.code(), "Past sessions");
        assertThat(browser.get("/en/sessions/" + session.code()).body()).doesNotContain("Take part");
    }

    @Test
    void theSitemapKnowsOpenSessions() {
        SessionCard session = opened(false);

        assertThat(browser.get("/sitemap.xml").body()).contains("sessions");
        assertThat(sessions.listPublic(0, 1000))
                .extracting(Sessions.PublicSession::code)
                .contains(session.code());
    }

    @Test
    void whoWasInvitedAnswersFromTheLetterWithOneButton() {
        opened(true);
        String token = token();
        for (int i = 0; i < 3; i++) {
            assertThat(browser.get("/en/sessions/answer?token=" + token).body())
                    .contains("Mila Member, will you come?")
                    .containsOnlyOnce("type=\"submit\"");
        }
        assertThat(invitations.answers(HOUSE, session().id()).lines())
                .as("looking changes nothing")
                .isEmpty();

        HttpResponse<String> answered =
                browser.post("/en/sessions/answer", "token", token, "answer", "yes", "way", "remote");

        assertThat(answered.body()).contains("Thank you", "Noted: you come.");
        assertThat(answered.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(invitations.answers(HOUSE, session().id()).remote()).isEqualTo(1);
        browser.post("/ru/sessions/answer", "token", token, "answer", "no");
        assertThat(invitations.answers(HOUSE, session().id()).no()).isEqualTo(1);
    }

    @Test
    void aLinkThatIsWrongOrOldAnswersNothing() {
        SessionCard session = opened(true);
        String token = token();
        assertThat(browser.get("/en/sessions/answer").statusCode()).isEqualTo(410);
        assertThat(browser.get("/en/sessions/answer?token=" + "A".repeat(43)).statusCode())
                .isEqualTo(410);
        assertThat(browser.post("/en/sessions/answer", "token", "x", "answer", "yes")
                        .statusCode())
                .isEqualTo(410);
        assertThat(browser.post("/en/sessions/answer", "token", token, "answer", "perhaps")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/en/sessions/answer", "token", token, "answer", "yes", "onBehalfOf", "x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.postFrom("cross-site", "/en/sessions/answer", "token", token, "answer", "yes")
                        .statusCode())
                .isEqualTo(403);

        convening.cancel(HOUSE, session.id(), session.version(), "Flood.");

        assertThat(browser.get("/en/sessions/answer?token=" + token).body())
                .contains("This session will not take place.")
                .doesNotContain("type=\"submit\"");
        assertThat(browser.post("/en/sessions/answer", "token", token, "answer", "yes")
                        .statusCode())
                .isEqualTo(422);
        assertThat(invitations.answers(HOUSE, session.id()).lines()).isEmpty();
    }

    private SessionCard session() {
        return sessions.coming(HOUSE).stream()
                .filter(one -> id.equals(one.series()))
                .findFirst()
                .orElseThrow();
    }

    private SessionCard opened(boolean invite) {
        SessionCard draft = session();
        convening.open(HOUSE, draft.id(), draft.version(), invite);
        return session();
    }

    /** Written in the background. */
    private String token() {
        String address = "person-" + mila + "@example.org";
        await().atMost(Duration.ofSeconds(40)).until(() -> !letters.to(address).isEmpty());
        return letters.token(address);
    }

    private void add(String title, ItemVisibility visibility) {
        AgendaDesk desk = agenda.desk(HOUSE, session().code()).orElseThrow();
        agenda.add(
                HOUSE,
                desk.session().id(),
                desk.agendaVersion(),
                desk.parts().getLast().id(),
                new AddedItem(Forums.item(ItemId.next(), id, title), visibility, null));
    }
}
