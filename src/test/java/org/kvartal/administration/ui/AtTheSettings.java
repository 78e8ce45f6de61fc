package org.kvartal.administration.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** An administrator in front of the settings of the house, which are as they were afterwards. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "administration",
        extraIncludes = {"site", "shell"})
@Import(TurnableClock.Hands.class)
@ViewPackages(packages = "org.kvartal")
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
abstract class AtTheSettings extends SpringBrowserlessTest {

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    SignIns signIns;

    @Autowired
    House house;

    @Autowired
    HouseBook book;

    @Autowired
    JdbcClient jdbc;

    final String email = "keeper-" + Ids.next() + "@people.example";

    @BeforeEach
    void anAdministratorSitsDown() {
        PersonId person = PersonId.next();
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        person,
                        "Ada Keeper",
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        new Arrivals.SignIn(email, "three blue doors")));
        grants.give(
                Asker.house("test"),
                new Grant(
                        person,
                        Role.ADMINISTRATOR,
                        Scope.PLATFORM,
                        Instant.now().minusSeconds(60),
                        null));
        var visitor = new Visitor(Network.of("192.0.2.7"), "Firefox", "Linux", Optional.empty());
        SignedIn signedIn = signIns.recognise(
                        signIns.start(person, false, visitor).secret())
                .orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        signedIn,
                        "",
                        Set.of(
                                new SimpleGrantedAuthority("ROLE_ADMINISTRATOR"),
                                new SimpleGrantedAuthority("ROLE_OFFICER"),
                                new SimpleGrantedAuthority("ROLE_FACILITATOR"),
                                new SimpleGrantedAuthority("ROLE_MEMBER"))));
    }

    @AfterEach
    void theHouseIsAsItWas() {
        jdbc.sql("DELETE FROM house_section").update();
        book.readAgain();
    }

    void go(String path) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(path);
    }

    /** Presses the button that saves a section. */
    void save(Class<? extends SectionPart> section) {
        test(find(Button.class, find(section).single()).withText("Save").single())
                .click();
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
