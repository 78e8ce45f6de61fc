package org.kvartal.forum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.kvartal.accounts.Role;
import org.kvartal.accounts.web.Browser;
import org.kvartal.forum.HeldSessions;
import org.kvartal.forum.HeldSessions.Held;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

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
    Belonging belonging;

    private Browser browser;
    private Held session;

    @BeforeEach
    void aSessionWasHeld() {
        browser = new Browser(port);
        session = held.running();
        presence.enter(HOUSE, session.id(), belonging.person("Vera Visitor", Role.MEMBER), null);
        OutcomeId decided = held.noted(session);
        room.close(HOUSE, session.id(), Map.of(decided, true), Carrying.DUPLICATE);
    }

    @Test
    void nobodyReadsADraft() {
        assertThat(browser.get(path("en", "")).statusCode()).isEqualTo(404);
        assertThat(browser.get(path("en", ".pdf")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"en, Decided: We rent it", "ru, Решили: We rent it", "bg, Реши се: We rent it"})
    void publishedMinutesAreReadInEachLanguage(String language, String decided) {
        publish();

        String page = browser.get(path(language, "")).body();

        assertThat(page).contains(decided).doesNotContain("Vera Visitor", "??").contains("rel=\"canonical\"");
        assertThat(browser.get("/" + language + "/sessions/" + session.code()).body())
                .contains("/sessions/" + session.code() + "/minutes");
    }

    @ParameterizedTest
    @CsvSource({"en, Decided: We rent it, Chair", "ru, Решили: We rent it, Ведущий", "bg, Реши се: We rent it, Водещ"})
    void theyArePrintedWithLinesToSign(String language, String decided, String signed) throws Exception {
        publish();

        byte[] pdf = bytes(path(language, ".pdf"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(decided, signed)
                    .doesNotContain("Vera Visitor");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
        }
    }

    @Test
    void anEarlierEditionCanStillBeRead() {
        publish();
        minutes.correct(HOUSE, session.id(), "A word was missing.", Map.of());

        assertThat(browser.get(path("en", "")).body()).contains("Corrected: A word was missing.");
        assertThat(browser.get(path("en", "?edition=1")).body()).contains("This edition was replaced");
        assertThat(browser.get(path("en", "?edition=7")).statusCode()).isEqualTo(404);
        assertThat(browser.get(path("en", "?edition=x")).statusCode()).isBetween(400, 404);
    }

    private void publish() {
        minutes.review(HOUSE, session.id());
        minutes.approve(HOUSE, session.id());
        minutes.publish(HOUSE, session.id());
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
