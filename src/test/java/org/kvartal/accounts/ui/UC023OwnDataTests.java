package org.kvartal.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.OwnCopies;
import org.kvartal.accounts.OwnCopies.State;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.site.Network;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody looks at what is kept about them, takes a copy and goes; an administrator does it for somebody who can't. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "accounts",
        extraIncludes = {"site", "shell", "tasks"})
@Import(TurnableClock.Hands.class)
@ViewPackages(classes = {OwnDataView.class, org.kvartal.shell.Card.class})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC023OwnDataTests extends SpringBrowserlessTest {

    static final String PASSWORD = "three blue doors";
    static final Asker HOUSE = Asker.house("test");

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    SignIns signIns;

    @Autowired
    Erasures erasures;

    @Autowired
    OwnCopies copies;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TurnableClock clock;

    PersonId ann;
    PersonId adam;

    @BeforeEach
    void annIsAMemberAndAdamKeepsTheHouse() {
        ann = person("Ann Lee", Role.MEMBER);
        adam = person("Adam Keys", Role.ADMINISTRATOR);
    }

    @Test
    void onesOwnDataIsOnePageWithWhoCanSeeItACopyAndItsEnd() {
        open(ann, AccountsRoutes.OWN_DATA);

        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("Who can see what", "A copy of everything", "Delete my account");
        assertThat(text()).contains("Your e-mail address and password", "Your name and picture");
        assertThat(find(H3.class).all()).extracting(H3::getText).contains("Who the administrators are now");
    }

    @Test
    void aCopyIsAskedForHere() {
        open(ann, AccountsRoutes.OWN_DATA);

        press("Make a copy");

        assertThat(copies.newest(Asker.of(ann)).orElseThrow().state()).isIn(State.WAITING, State.READY);
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.startsWith("Your copy is being made"));
    }

    @Test
    void whoeverGoesSeesWhatGoesWhatStaysAndWhatOthersExpect() {
        transaction.executeWithoutResult(_ -> tasks.open(new TaskWish(
                "test.task:" + ann, Audience.person(ann), "accounts.settings.title", List.of(), "/app", null)));
        open(ann, AccountsRoutes.OWN_DATA);
        press("Delete the account…");

        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("1 open task of yours");
        assertThat(text()).contains("your sign-in: address, password, picture, devices");
        assertThat(find(RadioButtonGroup.class).single().getLabel()).isEqualTo("What you wrote stays under");

        test(find(PasswordField.class).single()).setValue("not the password");
        press("Delete my account");
        assertThat(find(PasswordField.class).single().getErrorMessage())
                .isEqualTo("This is not your present password.");
        assertThat(erasures.waiting(Asker.of(ann), ann)).isEmpty();

        test(find(PasswordField.class).single()).setValue(PASSWORD);
        press("Delete my account");
        assertThat(erasures.waiting(Asker.of(ann), ann)).isPresent();
    }

    @Test
    void anAdministratorDoesItForSomebodyElseAndCanKeepThem() {
        open(adam, AccountsRoutes.ROLES);
        navigate(ResidentView.class, Map.of("person", ann.toString()));
        press("Delete the account…");
        press("Delete the account");
        TextArea reason = find(TextArea.class).all().stream()
                .filter(area -> area.getHelperText().startsWith("How they have asked"))
                .findFirst()
                .orElseThrow();
        assertThat(reason.isInvalid()).isTrue();
        test(reason).setValue("She wrote by post.");
        press("Delete the account");
        assertThat(erasures.waiting(Asker.of(adam), ann)).isPresent();

        press("Keep the account");
        assertThat(erasures.waiting(Asker.of(adam), ann)).isEmpty();
    }

    private String text() {
        return String.join(
                "\n",
                find(Span.class).all().stream().map(Span::getText).toList().toString(),
                find(ListItem.class).all().stream()
                        .map(ListItem::getText)
                        .toList()
                        .toString());
    }

    private void open(PersonId person, AccountsRoutes route) {
        SignedIn signedIn = signIns.recognise(signIns.start(
                                person,
                                false,
                                new Visitor(Network.of("192.0.2.7"), "Firefox", "Linux", Optional.empty()))
                        .secret())
                .orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        signedIn,
                        "",
                        signedIn.roles().stream()
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
        UI.getCurrent().navigate("");
        if (route == AccountsRoutes.OWN_DATA) {
            navigate(OwnDataView.class);
        }
    }

    private enum AccountsRoutes {
        OWN_DATA,
        ROLES
    }

    private void press(String label) {
        test(find(Button.class).all().stream()
                        .filter(button -> button.getText().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + label)))
                .click();
    }

    private PersonId person(String name, Role role) {
        PersonId person = PersonId.next();
        arrivals.bring(
                HOUSE,
                new Arrivals.Newcomer(
                        person,
                        name,
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        new Arrivals.SignIn("p-" + Ids.next() + "@example.org", PASSWORD)));
        grants.give(
                HOUSE, new Grant(person, role, Scope.PLATFORM, clock.instant().minus(Duration.ofDays(1)), null));
        return person;
    }
}
