package org.kvartal.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.mail.Letter;
import org.kvartal.mail.LetterServers;
import org.kvartal.mail.LetterServers.Outcome;
import org.kvartal.mail.LetterServers.Trial;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.mail.domain.CaughtLetter;
import org.kvartal.mail.domain.LetterCatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(extraIncludes = "site")
@AutoConfigureMockMvc(addFilters = false)
class UCReadCaughtLettersTests {

    @Autowired
    Postbox postbox;

    @Autowired
    LetterServers servers;

    @Autowired
    LetterCatcher catcher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester web;

    @Test
    void aNewcomerOpensTheLetterAndFindsTheLink() throws Exception {
        CaughtLetter letter = caught("Анна", Language.RU, "https://house.example/confirm/abc_DEF-1");

        assertThat(web.get().uri("/ru/letters"))
                .hasStatusOk()
                .bodyText()
                .contains("Письма этого дома", "Подтвердите адрес, Анна", "/ru/letters/" + letter.id());
        assertThat(web.get().uri("/ru/letters/{id}", letter.id()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<a href=\"https://house.example/confirm/abc_DEF-1\">https://house.example/confirm/abc_DEF-1</a>",
                        "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        var page = web.get().uri("/ru/letters/{id}/page", letter.id()).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("<base target=\"_blank\">", "Осталось одно нажатие.");
        assertThat(page)
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .singleElement()
                                .asString()
                                .startsWith("sandbox")
                                .contains("default-src 'none'"));
    }

    @Test
    void aTrialLetterIsReadThere() {
        String address = "p" + Ids.next() + "@people.example";

        assertThat(servers.attempt(new Recipient("Анна", address, Language.RU))).isEqualTo(new Trial(Outcome.KEPT, ""));

        CaughtLetter letter = catcher.newest(100).stream()
                .filter(one -> one.recipient().equals(address))
                .findFirst()
                .orElseThrow();
        assertThat(web.get().uri("/ru/letters")).bodyText().contains("Пробное письмо", address);
        assertThat(web.get().uri("/ru/letters/{id}", letter.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Почтовый сервер не задан, поэтому письмо осталось в доме.");
    }

    @Test
    void aBareAddressLeadsToTheReadersLanguage() {
        assertThat(web.get().uri("/letters").header("Accept-Language", "bg"))
                .hasStatus(302)
                .hasHeader("Location", "/bg/letters");
    }

    @Test
    void whatSomebodyWroteIsShownAsText() {
        CaughtLetter letter = caught("<script>alert(1)</script>", Language.EN, "https://house.example/x");

        assertThat(web.get().uri("/en/letters")).bodyText().doesNotContain("<script>alert");
        assertThat(web.get().uri("/en/letters/{id}", letter.id())).bodyText().doesNotContain("<script>alert");
    }

    @Test
    void nobodyElsewhereSeesThatThePageExists() {
        CaughtLetter letter = caught("Anna", Language.EN, "https://house.example/secret");
        for (String path :
                List.of("/en/letters", "/en/letters/" + letter.id(), "/en/letters/" + letter.id() + "/page")) {
            assertThat(web.get().uri(path).with(request -> {
                        request.setRemoteAddr("192.0.2.7");
                        return request;
                    }))
                    .hasStatus(404);
            assertThat(web.get().uri(path).header("X-Forwarded-For", "192.0.2.7"))
                    .as("through a proxy on the same machine")
                    .hasStatus(404);
            assertThat(web.get().uri(path).with(request -> {
                        request.setServerName("rebound.example");
                        return request;
                    }))
                    .as("by a name that somebody points to this machine")
                    .hasStatus(404);
        }
    }

    @Test
    void anUnknownLetterIsNotFound() {
        assertThat(web.get().uri("/en/letters/{id}", Ids.next())).hasStatus(404);
        assertThat(web.get().uri("/en/letters/x")).hasStatus4xxClientError();
    }

    private CaughtLetter caught(String name, Language language, String button) {
        String address = "p" + Ids.next() + "@people.example";
        transaction.executeWithoutResult(_ -> postbox.post(Letter.about(
                        "trial.address-to-confirm:" + address,
                        new Recipient(name, address, language),
                        "trial.letter",
                        name)
                .withSecretButton(button)));
        return await().until(
                        () -> catcher.newest(100).stream()
                                .filter(letter -> letter.recipient().equals(address))
                                .toList(),
                        letters -> !letters.isEmpty())
                .getFirst();
    }
}
