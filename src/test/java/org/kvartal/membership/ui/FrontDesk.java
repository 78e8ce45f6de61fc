package org.kvartal.membership.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Members;
import org.kvartal.shell.Sheet;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.JsonNode;

/** A house with an officer in front of its screens, and everybody else who comes and goes. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "membership",
        extraIncludes = {"site", "shell"})
@Import({TurnableClock.Hands.class, SqlCounter.class, FrontSeat.class, CopiedLetters.class, Belonging.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.membership.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
abstract class FrontDesk extends SpringBrowserlessTest {

    @Autowired
    Admissions admissions;

    @Autowired
    Members members;

    @Autowired
    Mandates mandates;

    @Autowired
    Bodies bodies;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    FrontSeat seat;

    @Autowired
    TurnableClock clock;

    PersonId me;

    @BeforeEach
    void anOfficerSitsDown() {
        me = sitDown("Olga Officer", Role.OFFICER);
    }

    PersonId sitDown(String name, Role... roles) {
        PersonId person = belonging.person(name, roles);
        sit(person, roles);
        return person;
    }

    /** Somebody who is there already takes the seat. */
    void sit(PersonId person, Role... roles) {
        seat.take(Asker.of(person), Language.EN);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.toString(),
                        "",
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
    }

    Asker asker() {
        return seat.reader().asker();
    }

    static void go(String path) {
        UI.getCurrent().navigate("");
        Location wanted = new Location(path);
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    /** How many statements it takes to open a page. */
    static int statements(String path) {
        go(path);
        UI.getCurrent().navigate("");
        Location wanted = new Location(path);
        return SqlCounter.during(() -> {
                    UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
                })
                .size();
    }

    /** What the open page was handed to draw a list from. */
    List<JsonNode> lines() {
        return handed(find(LongList.class).single(), "open")
                .getLast()
                .get("lines")
                .valueStream()
                .toList();
    }

    static String title(JsonNode line) {
        return line.get("title").asString();
    }

    /** What has been handed to a function of the component's script since this was last asked, in order. */
    static List<JsonNode> handed(Component component, String function) {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        List<JsonNode> handed = new ArrayList<>();
        for (PendingJavaScriptInvocation call : ui.getInternals().dumpPendingJavaScriptInvocations()) {
            List<Object> parameters = call.getInvocation().getParameters();
            if (call.getInvocation().getExpression().contains("." + function + "(")
                    && call.getOwner().equals(component.getElement().getNode())) {
                handed.add(
                        parameters.size() > 1 && parameters.get(1) != null
                                ? JacksonUtils.getMapper().valueToTree(parameters.get(1))
                                : JacksonUtils.getMapper().nullNode());
            }
        }
        return handed;
    }

    String heading() {
        return find(H1.class).single().getText();
    }

    String page() {
        return text(find(Main.class).single());
    }

    String emptyPlace() {
        return find(Paragraph.class).withClassName("empty-title").single().getText();
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    void pressNamed(String label) {
        test(find(Button.class).withAttribute("aria-label", label).single()).click();
    }

    /** Presses the button of the form that is open, where other buttons say the same. */
    void pressAmongForms(String words) {
        test(find(Button.class, find(Sheet.class).single()).withText(words).single())
                .click();
    }

    boolean offers(String words) {
        return find(Button.class).withText(words).exists();
    }

    TextArea area(String label) {
        return find(TextArea.class).withCaption(label).single();
    }

    TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    void write(String label, String text) {
        test(area(label)).setValue(text);
    }

    /** Chooses in a field that offers a few things. */
    @SuppressWarnings("unchecked")
    void choose(String label, String item) {
        test((Select<Object>) find(Select.class).withCaption(label).single()).selectItem(item);
    }

    /** Chooses in a field that one types into. */
    void pick(String label, String item) {
        test(combo(label)).selectItem(item);
    }

    @SuppressWarnings("unchecked")
    ComboBox<Object> combo(String label) {
        return find(ComboBox.class).withCaption(label).single();
    }

    DatePicker day(String label) {
        return find(DatePicker.class).withCaption(label).single();
    }

    /** The lines of the page that hold these words. */
    List<String> rows(String words) {
        return find(ListItem.class, find(Main.class).single()).all().stream()
                .map(FrontDesk::text)
                .filter(row -> row.contains(words))
                .toList();
    }

    boolean shown(Class<? extends Component> view) {
        return find(view).exists();
    }

    String toast() {
        return text(find(Notification.class).last());
    }
}
