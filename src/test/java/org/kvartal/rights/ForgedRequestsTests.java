package org.kvartal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsActs;
import org.kvartal.discussions.DiscussionsActs.Begun;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.HeaderPart;
import org.kvartal.testing.SimulatedUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What the page's script sends is written by whoever holds the keyboard: nothing in it is believed (F15 of the promises). */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Import({Townspeople.class, DiscussionsActs.class, ForgedRequestsTests.Closed.class})
@ExtendWith(OutputCaptureExtension.class)
class ForgedRequestsTests {

    private static final String PASSWORD = "two grey cranes";

    @LocalServerPort
    int port;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    DiscussionsActs discussions;

    @Autowired
    Threads threads;

    @Autowired
    Closed closed;

    Begun begun;
    Asker forger;
    SimulatedUser page;

    @BeforeEach
    void somebodyHasAThreadOpenThatOthersWrote() throws Exception {
        begun = discussions.begun(Visibility.PUBLIC);
        String email = "forger-" + Ids.next() + "@example.org";
        PersonId person = PersonId.next();
        Asker house = Asker.house("test");
        arrivals.bring(house, new Newcomer(person, "Forger", Language.EN, ZoneOffset.UTC, new SignIn(email, PASSWORD)));
        grants.give(house, new Grant(person, Role.MEMBER, Scope.PLATFORM, Instant.EPOCH, null));
        forger = Asker.of(person);
        URI address = URI.create("http://localhost:" + port);
        page = SimulatedUser.open(address, SimulatedUser.signIn(address, email, PASSWORD), "threads/" + begun.number());
        closed.pressed.clear();
    }

    @Test
    void whatThePageItselfMayAskIsAnswered() throws Exception {
        accepted(method(page.node("kvartal-posts"), "react", begun.post().toString(), "HEART", true));

        assertThat(post().reactions()).isNotEmpty();
    }

    @Test
    void aPostOfSomebodyElseStaysWhateverIdIsSent(CapturedOutput log) throws Exception {
        accepted(method(page.node("kvartal-posts"), "remove", begun.post().toString()));
        accepted(method(page.node("kvartal-posts"), "remove", "../../etc"));

        assertThat(post().deleted()).isNull();
        assertThat(log).doesNotContain("Error");
    }

    @Test
    void methodsThatAreNotOfferedAreNotCalled() throws Exception {
        accepted(method(page.node("kvartal-posts"), "open", "x"));
        accepted(method(page.node("kvartal-posts"), "getElement"));
        accepted(method(page.node("kvartal-composer"), "answer", 1));

        stillWorks();
    }

    @Test
    void elementsOfNobodyAndOfOtherPagesAreNotFound() throws Exception {
        accepted(method(1_000_000, "remove", begun.post().toString()));
        accepted(method(-5, "remove", begun.post().toString()));
        accepted(method(1, "remove", begun.post().toString()));

        assertThat(post().deleted()).isNull();
        stillWorks();
    }

    @Test
    void aButtonThatIsSwitchedOffIsNotPressed() throws Exception {
        accepted(Map.of("type", "event", "node", page.node("vaadin-button"), "event", "click", "data", Map.of()));

        assertThat(closed.pressed).isEmpty();
        stillWorks();
    }

    @Test
    void aFieldThatIsReadOnlyKeepsItsValue() throws Exception {
        int field = page.node("vaadin-text-field");
        accepted(Map.of("type", "mSync", "node", field, "feature", 1, "property", "value", "value", "forged"));

        assertThat(closed.field.getValue()).isEqualTo("as it was");
        stillWorks();
    }

    @Test
    void aBodyBeyondAnyTextIsRefusedAndThePageGoesOn() throws Exception {
        assertThat(page.post("x".repeat(1_500_000)).statusCode()).isEqualTo(413);
        stillWorks();
    }

    /** The connection is closed while it is still being sent: nobody reads it to its end. */
    @Test
    void aBodyOfTenMegabytesIsNotTakenIn() throws Exception {
        try {
            assertThat(page.post("x".repeat(10 * 1024 * 1024)).statusCode()).isEqualTo(413);
        } catch (IOException closed) {
            assertThat(closed).hasMessageNotContaining("timed out");
        }
        stillWorks();
    }

    @Test
    void whatIsNoRequestAtAllIsRefused() throws Exception {
        for (String nonsense : List.of("", "{", "[]", "null", "{\"csrfToken\":1,\"rpc\":7}", "\u0000")) {
            assertThat(page.post(nonsense).statusCode()).as(nonsense).isLessThan(500);
        }
        stillWorks();
    }

    @Test
    void withoutThePagesTokenNothingHappens() throws Exception {
        String rpc = "[{\"type\":\"publishedEventHandler\",\"node\":%d,\"templateEventMethodName\":\"react\","
                        .formatted(page.node("kvartal-posts"))
                + "\"templateEventMethodArgs\":[\"%s\",\"HEART\",true],\"promise\":1}]".formatted(begun.post());
        page.post("{\"csrfToken\":\"forged\",\"rpc\":" + rpc + ",\"syncId\":1,\"clientId\":1}");

        assertThat(post().reactions()).isEmpty();
    }

    private PostLine post() {
        return threads.posts(forger, begun.thread(), new Around.After(0), 1)
                .posts()
                .getFirst();
    }

    private void accepted(Map<String, Object> rpc) throws IOException, InterruptedException {
        HttpResponse<String> answer = page.call(rpc);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("sessionExpired").doesNotContain("appError");
    }

    private void stillWorks() throws Exception {
        page.goTo("threads");
    }

    private static Map<String, Object> method(int node, String name, Object... arguments) {
        return Map.of(
                "type",
                "publishedEventHandler",
                "node",
                node,
                "templateEventMethodName",
                name,
                "templateEventMethodArgs",
                List.of(arguments),
                "promise",
                7);
    }

    /** Something in the head of every page that nobody may press or fill. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Closed implements HeaderPart {

        final List<String> pressed = new CopyOnWriteArrayList<>();
        TextField field = new TextField();

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Optional<Component> part(Reader reader) {
            Button button = new Button("closed", _ -> pressed.add("pressed"));
            button.setEnabled(false);
            field = new TextField();
            field.setValue("as it was");
            field.setReadOnly(true);
            field.addValueChangeListener(_ -> pressed.add("changed"));
            return Optional.of(new Div(button, field));
        }
    }
}
