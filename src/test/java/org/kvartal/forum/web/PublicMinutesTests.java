package org.kvartal.forum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.web.Browser;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Forums;
import org.kvartal.forum.HeldSessions;
import org.kvartal.forum.HeldSessions.Held;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Published minutes are read by everybody, on a page and in print, without names and without what is internal. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "forum",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({CopiedLetters.class, Belonging.class, HeldSessions.class})
class PublicMinutesTests {

    private static final Asker HOUSE = Asker.house("test");

    @LocalServerPort
    int port;

    @Autowired
    HeldSessions held;

    @Autowired
    Room room;

    @Autowired
    Presence presence;

    @Autowired
    MinutesDesk minutes;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Conversations conversations;

    @Autowired
    Trace trace;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Messages messages;

    @Autowired
    Wording wording;

    @Autowired
    House house;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Clock clock;

    @Autowired
    Belonging belonging;

    private Browser browser;
    private Held session;

    @BeforeEach
    void aSessionWasHeld() {
        browser = new Browser(port);
        session = held.running();
        PersonId vera = belonging.person("Vera Visitor", Role.MEMBER);
        presence.enter(HOUSE, session.id(), vera, null);
        OutcomeId decided = held.noted(session);
        OutcomeId task = OutcomeId.next();
        outcomes.add(
                HOUSE,
                new NewOutcome(
                        task,
                        session.item(),
                        OutcomeKind.TASK,
                        new OutcomeContent("Ask the owner", Language.EN, vera, null, null)));
        room.close(
                HOUSE,
                session.id(),
                Map.of(decided, new ReadBack(0, true), task, new ReadBack(0, true)),
                Carrying.DUPLICATE);
    }

    @Test
    void nobodyReadsADraft() {
        assertThat(browser.get(path("en", "")).statusCode()).isEqualTo(404);
        assertThat(browser.get(path("en", ".pdf")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "en, The session was closed, Decided",
        "ru, Заседание закрыто, Решили",
        "bg, Заседанието беше закрито, Реши се"
    })
    void publishedMinutesAreReadInEachLanguage(String language, String closed, String decided) {
        publish();

        String page = browser.get(path(language, "")).body();

        assertThat(page)
                .contains(closed, decided + ": We rent it", "Ask the owner", "rel=\"canonical\"")
                .doesNotContain("Vera Visitor", "??");
        assertThat(browser.get("/" + language + "/sessions/" + session.code()).body())
                .contains("/sessions/" + session.code() + "/minutes");
    }

    @Test
    void whatBecameOfAnOutcomeIsOnePressAwayForEverybody() {
        publish();
        var plain = browser.get(path("en", ""));
        assertThat(plain.body()).doesNotContain("What became of it");
        ThreadId open = thread(Visibility.PUBLIC, "We have rented it");
        ThreadId closed = thread(Visibility.MEMBERS, "What it costs us");
        OutcomeId decided = outcomes.of(HOUSE, session.code()).getFirst().id();
        OutcomeId task = outcomes.of(HOUSE, session.code()).getLast().id();
        transaction.executeWithoutResult(_ -> {
            trace.link(HOUSE, new Strand(decided.traced(), Relation.BECAME, open.traced()));
            trace.link(HOUSE, new Strand(task.traced(), Relation.BECAME, closed.traced()));
        });

        var minutes = browser.get(path("en", ""));
        assertThat(minutes.body())
                .contains("What became of it", "Taken further", "We have rented it", "/en/threads/")
                .doesNotContain("What it costs us", "??");
        assertThat(minutes.headers().firstValue("ETag"))
                .as("whoever has the page gets the new one")
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(browser.get("/ru/sessions/" + session.code()).body())
                .contains("Что с этим стало", "We have rented it")
                .doesNotContain("What it costs us", "??");
    }

    private ThreadId thread(Visibility visibility, String title) {
        Asker administrator = Asker.of(belonging.person("Ada Administrator", Role.ADMINISTRATOR));
        SpaceId space = SpaceId.next();
        conversations.open(
                administrator,
                new NewSpace(space, "space-" + space, LocalizedText.of(Language.EN, "Space"), null, visibility));
        ThreadId thread = ThreadId.next();
        conversations.start(
                administrator, new NewThread(thread, space, PostId.next(), title, "Here.", Language.EN, null));
        return thread;
    }

    @ParameterizedTest
    @CsvSource({
        "en, The session was closed, Chair, Decided, Task",
        "ru, Заседание закрыто, Ведущий, Решили, Поручение",
        "bg, Заседанието беше закрито, Водещ, Реши се, Задача"
    })
    void theyArePrintedWithLinesToSign(String language, String closed, String signed, String decided, String task)
            throws Exception {
        publish();

        byte[] pdf = bytes(path(language, ".pdf"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(closed, decided + ": We rent it", task + ": Ask the owner", signed)
                    .doesNotContain("Vera Visitor");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
        }
    }

    @Test
    void anEarlierEditionCanStillBeRead() {
        publish();
        minutes.correct(HOUSE, session.id(), 1, "A word was missing.", Map.of());

        assertThat(browser.get(path("en", "")).body()).contains("Corrected: A word was missing.");
        assertThat(browser.get(path("en", "?edition=1")).body()).contains("This edition was replaced");
        assertThat(browser.get(path("en", "?edition=7")).statusCode()).isEqualTo(404);
        assertThat(browser.get(path("en", "?edition=x")).statusCode()).isBetween(400, 404);
    }

    @Test
    void theyAreNotSetAnewForWhomHasThem() {
        MinutesPage shown = minutes.find(HOUSE, session.code(), null).orElseThrow();
        MinutesSheets sheets = new MinutesSheets(new MinutesPrint(messages, wording, house) {
            @Override
            byte[] print(MinutesPage page, Language language) {
                throw new AssertionError("set anew");
            }
        });
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path("en", ".pdf"));
        request.addHeader("If-None-Match", "\"" + MinutesSheets.version(shown) + "en\"");

        assertThat(sheets.answer(request, new MockHttpServletResponse(), shown, Language.EN, CacheControl.noCache())
                        .getStatusCode()
                        .value())
                .isEqualTo(304);
    }

    @Test
    void whoMayReadThemPrintsThemBeforeTheyArePublishedAndWithNames() throws Exception {
        String own = ForumPages.ownMinutes(session.code());
        assertThat(browser.get(own).statusCode()).as("who is not signed in").isEqualTo(302);
        Asker mila = signIn();
        assertThat(browser.get(own).statusCode()).as("a draft").isEqualTo(404);
        minutes.review(HOUSE, session.id());

        assertThat(browser.get(own).headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/pdf");
        byte[] pdf = new MinutesPrint(messages, wording, house)
                .print(minutes.find(mila, session.code(), null).orElseThrow(), Language.EN);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Who: Vera Visitor.", "Decided: We rent it", "Being read");
        }
    }

    private void publish() {
        minutes.review(HOUSE, session.id());
        minutes.approve(HOUSE, session.id());
        minutes.publish(HOUSE, session.id());
    }

    /** Somebody who belongs to the house. */
    private Asker signIn() {
        PersonId person = PersonId.next();
        String email = "person-" + person + "@example.org";
        arrivals.bring(
                HOUSE,
                new Newcomer(person, "Mila Member", Language.EN, Forums.SOFIA, new SignIn(email, "three blue doors")));
        grants.give(HOUSE, new Grant(person, Role.MEMBER, Scope.PLATFORM, clock.instant(), null));
        browser.post("/sign-in", "email", email, "password", "three blue doors");
        return Asker.of(person);
    }

    private byte[] bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private String path(String language, String rest) {
        return "/" + language + "/sessions/" + session.code() + "/minutes" + rest;
    }
}
