package org.kvartal.accounts.web;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.PersonJoined;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.domain.LetterCatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** The accounts module behind a real web server, as a browser meets it; one for all tests that begin here. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "accounts",
        extraIncludes = {"site", "shell"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
// Without it Flow looks for its development server, which the house does not have.
@TestPropertySource(properties = {"vaadin.productionMode=true", "kvartal.accounts.limits.sign-ins-per-network=10000"})
@Import({TurnableClock.Hands.class, OverHttp.Joined.class})
abstract class OverHttp {

    @LocalServerPort
    int port;

    @Autowired
    LetterCatcher catcher;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnableClock clock;

    @Autowired
    List<PersonJoined> joined;

    Browser browser;
    Letters letters;

    @BeforeEach
    void aBrowserIsOpened() {
        browser = new Browser(port);
        letters = new Letters(catcher);
    }

    PersonId bring(String name, String email, String password) {
        PersonId person = PersonId.next();
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        person, name, Language.EN, ZoneId.of("Europe/Sofia"), new Arrivals.SignIn(email, password)));
        return person;
    }

    @TestComponent
    static class Joined extends CopyOnWriteArrayList<PersonJoined> {

        private static final long serialVersionUID = 1L;

        @EventListener
        void on(PersonJoined fact) {
            add(fact);
        }
    }
}
