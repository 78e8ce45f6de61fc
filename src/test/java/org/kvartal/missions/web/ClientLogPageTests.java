package org.kvartal.missions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.kvartal.membership.MemberKind;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectLog.LogLine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A client confirms or corrects one row of the log by a link, without an account. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "missions",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({TurnableClock.Hands.class, CopiedLetters.class, Belonging.class})
class ClientLogPageTests {

    @LocalServerPort
    int port;

    @Autowired
    ProjectDesk desk;

    @Autowired
    ProjectLog log;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    TurnableClock clock;

    private final ProjectId project = ProjectId.next();
    private final LogId row = LogId.next();
    private final String client = "client-" + Ids.next() + "@example.org";
    private Browser browser;
    private Asker officer;

    @BeforeEach
    void aMeetingIsWrittenDown() {
        browser = new Browser(port);
        officer = Asker.of(belonging.person("Olga Officer", Role.OFFICER));
        Asker consultant = Asker.of(belonging.person("Kira Consultant", Role.MEMBER));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Sofia"));
        desk.begin(
                officer,
                new NewProject(
                        project,
                        new ProjectContent(
                                LocalizedText.of(Language.EN, "A <b>school</b> of weaving"),
                                null,
                                new Party.OfMember(belonging
                                        .member(MemberKind.ASSOCIATION, "Weavers " + Ids.next(), null)
                                        .id()),
                                today,
                                today.plusDays(200)),
                        new Contact("Ada Loom", client, Language.EN),
                        consultant.requirePerson(),
                        null,
                        null,
                        ""));
        log.write(
                consultant,
                project,
                row,
                new LogContent(today, 90, "Ada Loom", "We drew the <i>budget</i>.", "It is agreed.", "", Language.EN));
    }

    private LogLine line() {
        return log.rows(officer, project, null, 1).rows().getFirst();
    }

    /** The address behind the button of the newest letter. */
    private String link() {
        return String.valueOf(letters.to(client).getLast().button()).replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void aClientReadsOneRowAndLookingChangesNothing() {
        HttpResponse<String> page = browser.get(link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "A &lt;b&gt;school&lt;/b&gt; of weaving",
                        "We drew the &lt;i&gt;budget&lt;/i&gt;.",
                        "90 minutes",
                        "Kira Consultant")
                .doesNotContain("??", client);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(line().state()).isEqualTo(LogState.WAITING);
    }

    @Test
    void aClientIsToldWhoHasWrittenTheRow() {
        log.write(
                officer,
                project,
                LogId.next(),
                new LogContent(line().content().heldOn(), 30, "", "We met the mayor.", "", "", Language.EN));

        assertThat(letters.to(client).getLast().arguments())
                .contains("Olga Officer")
                .doesNotContain("Kira Consultant");
        assertThat(browser.get(link()).body())
                .contains("Olga Officer has written this down.")
                .doesNotContain("Kira Consultant has");
    }

    @Test
    void aClientConfirmsOnceAndNothingElseCanBeSaidThen() {
        String link = link();
        HttpResponse<String> said = browser.post(link, "choice", "right");

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body())
                .contains("Thank you.", "The meeting is confirmed.")
                .doesNotContain("<form");
        assertThat(line().state()).isEqualTo(LogState.CONFIRMED);
        assertThat(browser.get(link).body()).contains("Confirmed").doesNotContain("<form");
        assertThat(browser.post(link, "choice", "wrong", "words", "No.").statusCode())
                .isEqualTo(422);
        assertThat(line().state()).isEqualTo(LogState.CONFIRMED);
    }

    @Test
    void whoDisagreesSaysWhatWasOtherwise() {
        HttpResponse<String> wrong = browser.post(link(), "choice", "wrong", "words", " ");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Please fill this in.", "value=\"wrong\" checked");

        HttpResponse<String> said = browser.post(link(), "choice", "wrong", "words", "It took <b>an hour</b>.");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("It took &lt;b&gt;an hour&lt;/b&gt;.");
        assertThat(line().state()).isEqualTo(LogState.DISPUTED);
        assertThat(line().objection()).isEqualTo("It took <b>an hour</b>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "perhaps", "<script>"})
    void anAnswerIsOneOfTwo(String choice) {
        HttpResponse<String> wrong = browser.post(link(), "choice", choice);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Please choose one of the answers.").doesNotContain("<script>");
        assertThat(line().state()).isEqualTo(LogState.WAITING);
    }

    @Test
    void aLinkOfBeforeWorksNoMore() {
        String before = link();
        log.ask(officer, row);

        assertThat(browser.get(before).statusCode()).isEqualTo(410);
        assertThat(browser.post(before, "choice", "right").statusCode()).isEqualTo(410);
        assertThat(browser.get("/log/nonsense").statusCode()).isEqualTo(410);
        clock.turn(Duration.ofDays(91));
        assertThat(browser.get(link()).statusCode()).isEqualTo(410);
        assertThat(line().state()).isEqualTo(LogState.WAITING);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageSpeaksEachLanguage(Language language) {
        String bare = link().replaceFirst("\\?.*", "");

        assertThat(browser.get(bare + "?language=" + language.code()).body())
                .contains("lang=\"" + language.code() + "\"")
                .doesNotContain("??");
    }
}
