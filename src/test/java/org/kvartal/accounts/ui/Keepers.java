package org.kvartal.accounts.ui;

import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.Suspensions;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** Whoever keeps the house, in front of its screens. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "accounts",
        extraIncludes = {"site", "shell"})
@Import(TurnableClock.Hands.class)
@ViewPackages(classes = {SettingsView.class, org.kvartal.shell.Card.class})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
abstract class Keepers extends SpringBrowserlessTest {

    static final Asker HOUSE = Asker.house("test");
    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Permissions permissions;

    @Autowired
    Suspensions suspensions;

    @Autowired
    SignIns signIns;

    PersonId me;

    @BeforeEach
    void anAdministratorSitsDown() {
        me = sitDown("Ada Keeper", Role.ADMINISTRATOR, Role.OFFICER);
    }

    PersonId sitDown(String name, Role... roles) {
        PersonId person = person(name, roles);
        var visitor = new Visitor(Network.of("192.0.2.7"), "Firefox", "Linux", Optional.empty());
        SignedIn signedIn = signIns.recognise(
                        signIns.start(person, false, visitor).secret())
                .orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        signedIn,
                        "",
                        Set.of(roles).stream()
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
        return person;
    }

    PersonId person(String name, Role... roles) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, name, Language.EN, SOFIA, null));
        for (Role role : roles) {
            grants.give(
                    HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
        return person;
    }

    static void go(String path) {
        UI.getCurrent().navigate("");
        Location wanted = new Location(path);
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    List<String> rows() {
        return items().all().stream().map(Keepers::text).toList();
    }

    /** The lines of the page itself. */
    ComponentQuery<ListItem> items() {
        return find(ListItem.class, find(Main.class).single());
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    boolean shown(Class<? extends Component> view) {
        return find(view).exists();
    }

    String toast() {
        return text(find(Notification.class).last());
    }
}
