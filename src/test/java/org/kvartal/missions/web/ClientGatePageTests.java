package org.kvartal.missions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
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
import org.kvartal.missions.ClientWord;
import org.kvartal.missions.Countersignatures;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.StageTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A client countersigns one decision at a gate, or says why not, by a link and without an account. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "missions",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({TurnableClock.Hands.class, CopiedLetters.class, Belonging.class})
class ClientGatePageTests {

    @LocalServerPort
    int port;

    @Autowired
    ProjectDesk desk;

    @Autowired
    Projects projects;

    @Autowired
    Countersignatures countersignatures;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    TurnableClock clock;

    @Autowired
    WebApplicationContext house;

    private final String client = "client-" + Ids.next() + "@example.org";
    private String code = "";
    private Browser browser;
    private Asker officer;

    @BeforeEach
    void aGateIsDecided() {
        browser = new Browser(port);
        officer = Asker.of(belonging.person("Olga Officer", Role.OFFICER));
        Asker consultant = Asker.of(belonging.person("Kira Consultant", Role.MEMBER));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Sofia"));
        code = desk.begin(
                officer,
                new NewProject(
                        ProjectId.next(),
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
                        StageTemplate.REGIONAL_STRATEGY,
                        ""));
        StageLine stage = first();
        desk.ask(consultant, stage.id(), stage.version(), "");
        desk.decide(officer, stage.id(), first().version(), GateVerdict.GO, "The <i>costs</i> are named.");
    }

    private StageLine first() {
        return projects.find(officer, code).orElseThrow().stages().getFirst();
    }

    private GateLine gate() {
        return first().gates().getFirst();
    }

    private ClientWord state() {
        return Objects.requireNonNull(gate().word()).state();
    }

    /** The address behind the button of the newest letter. */
    private String link() {
        return String.valueOf(letters.to(client).getLast().button()).replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void aClientReadsOneDecisionAndLookingChangesNothing() {
        HttpResponse<String> page = browser.get(link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "A &lt;b&gt;school&lt;/b&gt; of weaving",
                        "The &lt;i&gt;costs&lt;/i&gt; are named.",
                        "the project goes on",
                        "Olga Officer",
                        "Kira Consultant")
                .doesNotContain("??", client);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(state()).isEqualTo(ClientWord.AWAITED);
    }

    @Test
    void aClientCountersignsOnceAndNothingElseCanBeSaidThen() {
        String link = link();
        HttpResponse<String> said = browser.post(link, "choice", "sign");

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body())
                .contains("Thank you.", "The decision is countersigned.")
                .doesNotContain("<form");
        assertThat(state()).isEqualTo(ClientWord.SIGNED);
        assertThat(browser.get(link).body())
                .contains("You have countersigned it")
                .doesNotContain("<form");
        assertThat(browser.post(link, "choice", "refuse", "words", "No.").statusCode())
                .isEqualTo(422);
        assertThat(state()).isEqualTo(ClientWord.SIGNED);
    }

    @Test
    void whoDoesNotAgreeSaysWhy() {
        HttpResponse<String> wrong = browser.post(link(), "choice", "refuse", "words", " ");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Please fill this in.", "value=\"refuse\" checked");

        HttpResponse<String> said = browser.post(link(), "choice", "refuse", "words", "There is <b>no hall</b>.");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("There is &lt;b&gt;no hall&lt;/b&gt;.", "the decision is open again");
        assertThat(state()).isEqualTo(ClientWord.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "perhaps", "<script>"})
    void anAnswerIsOneOfTwo(String choice) {
        HttpResponse<String> wrong = browser.post(link(), "choice", choice);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Please choose one of the answers.").doesNotContain("<script>");
        assertThat(state()).isEqualTo(ClientWord.AWAITED);
    }

    @Test
    void whoSendsTooOftenIsToldSoAndKeepsWhatTheyTyped() throws Exception {
        MockMvc door = MockMvcBuilders.webAppContextSetup(house).build();
        String bare = link().replaceFirst("\\?.*", "");
        MockHttpServletRequestBuilder typed = post(bare)
                .param("choice", "refuse")
                .param("words", "There is no <hall> & no loom. ".repeat(200))
                .with(request -> {
                    request.setRemoteAddr("192.0.2.81");
                    return request;
                });

        MockHttpServletResponse last = door.perform(typed).andReturn().getResponse();
        for (int more = 0; more < 60; more++) {
            assertThat(last.getStatus()).isEqualTo(422);
            last = door.perform(typed).andReturn().getResponse();
        }

        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getHeader("Retry-After")).isNotBlank();
        assertThat(last.getContentAsString())
                .contains("There is no &lt;hall&gt; &amp; no loom. There is no", "value=\"refuse\" checked", "<form");
        assertThat(state()).isEqualTo(ClientWord.AWAITED);
    }

    @Test
    void aLinkOfBeforeWorksNoMore() {
        String before = link();
        countersignatures.ask(officer, gate().id());

        assertThat(browser.get(before).statusCode()).isEqualTo(410);
        assertThat(browser.post(before, "choice", "sign").statusCode()).isEqualTo(410);
        assertThat(browser.get("/gate/nonsense").statusCode()).isEqualTo(410);
        clock.turn(Duration.ofDays(181));
        assertThat(browser.get(link()).statusCode()).isEqualTo(410);
        assertThat(state()).isEqualTo(ClientWord.AWAITED);
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
