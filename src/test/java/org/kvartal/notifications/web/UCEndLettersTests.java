package org.kvartal.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Arrivals;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.TrialNotices;
import org.kvartal.notifications.Wishes;
import org.kvartal.notifications.domain.LeaveTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody wants no more letters of a kind: they press in the letter, or their mail program does. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "notifications",
        extraIncludes = {"site", "shell", "tasks"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({TrialNotices.class, LeaveTokens.class})
class UCEndLettersTests {

    @LocalServerPort
    int port;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Wishes wishes;

    @Autowired
    Following following;

    @Autowired
    Notifications notifications;

    @Autowired
    TrialNotices trial;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LeaveTokens tokens;

    final PersonId ann = PersonId.next();

    @BeforeEach
    void annComesIn() {
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        ann,
                        "Ann",
                        Language.BG,
                        ZoneOffset.UTC,
                        new Arrivals.SignIn("p" + Ids.next() + "@people.example", "three blue doors")));
    }

    @Test
    void lookingEndsNothingAndThePageHasOneButton() throws Exception {
        HttpResponse<String> page = get(tokens.path(ann, "forum"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"bg\"", "Да спрат ли тези писма?", "Заседания", "Не ми изпращайте повече")
                .containsOnlyOnce("<form method=\"post\" action=\"" + tokens.path(ann, "forum") + "\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(wishes.own(Asker.of(ann)).groups()).isEmpty();
    }

    @Test
    void aMailProgramEndsThemByItselfAndTwiceIsOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> done = post(tokens.path(ann, "forum"), "List-Unsubscribe=One-Click", null);
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(done.body()).contains("Готово", "/app/settings");
            assertThat(done.headers().allValues("Set-Cookie")).isEmpty();
        }

        assertThat(wishes.own(Asker.of(ann)).groups()).isEqualTo(Map.of("forum", Rhythm.NEVER));
    }

    @Test
    void theButtonOfThePageEndsThem() throws Exception {
        HttpResponse<String> done = post(tokens.path(ann, "forum"), "", "http://localhost:" + port);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(wishes.own(Asker.of(ann)).groups()).containsEntry("forum", Rhythm.NEVER);
    }

    @Test
    void ofALetterThatTellsOfSeveralThingsAllEndAndThoseOfAPlaceThatCameAtOnce() throws Exception {
        UUID place = Ids.next();
        following.choose(Asker.of(ann), place, Attention.EVERYTHING);
        following.choose(Asker.of(ann), place, Rhythm.NOW);
        String path = tokens.path(ann, "seminars", "forum");
        assertThat(get(path).body())
                .contains(messages.text(Language.BG, "forum.notices"), messages.text(Language.BG, "seminars.notices"));
        assertThat(rhythm(place)).isEqualTo("NOW");

        assertThat(post(path, "List-Unsubscribe=One-Click", null).statusCode()).isEqualTo(200);

        assertThat(wishes.own(Asker.of(ann)).groups())
                .isEqualTo(Map.of("forum", Rhythm.NEVER, "seminars", Rhythm.NEVER));
        assertThat(rhythm(place)).isEqualTo("none");
    }

    /** With which letter a notice goes out that is told there now. */
    private String rhythm(UUID place) {
        UUID subject = trial.subject("told", null, "/app");
        transaction.executeWithoutResult(_ -> notifications.tell(
                new Notice("trial:" + subject, TrialNotices.KIND, subject, Set.of(ann), List.of(place), 0)));
        return jdbc.sql("SELECT coalesce(rhythm, 'none') FROM notice WHERE subject = ?")
                .param(subject)
                .query(String.class)
                .single();
    }

    @Test
    void anAddressThatTheHouseDidNotMakeEndsNothing() throws Exception {
        String path = tokens.path(ann, "forum");
        for (String forged : new String[] {
            path.substring(0, path.length() - 3) + "AAA",
            "/unsubscribe/x",
            "/unsubscribe/%3Cscript%3E",
            tokens.path(PersonId.next(), "forum")
        }) {
            assertThat(get(forged).statusCode()).as(forged).isEqualTo(404);
            HttpResponse<String> answer = post(forged, "List-Unsubscribe=One-Click", null);
            assertThat(answer.statusCode()).as(forged).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("<script>x");
        }
        assertThat(wishes.own(Asker.of(ann)).groups()).isEmpty();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    private HttpResponse<String> post(String path, String body, @Nullable String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
