package org.kvartal.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.administration.HouseWatch;
import org.kvartal.administration.WatchedHouse;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.shell.PageHeading;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** An administrator looks how the house fares and mends what has failed. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "administration",
        extraIncludes = {"site", "shell"})
@Import(WatchedHouse.class)
@ViewPackages(classes = {WatchView.class, PageHeading.class})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC190WatchHouseTests extends SpringBrowserlessTest {

    private static final Asker HOUSE = Asker.house("test");

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    SignIns signIns;

    @Autowired
    HouseWatch watch;

    @Autowired
    WatchedHouse house;

    @BeforeEach
    void everythingIsWell() {
        house.mend();
    }

    @Test
    void aHouseThatIsWellSaysSoInCalmWords() {
        sitDown(Language.EN, Role.ADMINISTRATOR);

        go();

        assertThat(find(H1.class).single().getText()).isEqualTo("How the house fares");
        assertThat(page())
                .contains("PostgreSQL 18")
                .contains("Free")
                .contains("All letters were delivered or wait to be sent.")
                .contains("Every part has heard what it had to hear.");
    }

    @Test
    void aLetterThatWasNotDeliveredIsSentAgain() {
        sitDown(Language.EN, Role.ADMINISTRATOR);
        UUID letter = house.letter("Your application", "550 5.1.1 User unknown");
        go();
        assertThat(row("Your application"))
                .contains("There is no such address.")
                .contains("550 5.1.1 User unknown")
                .contains("vera@example.org")
                .contains("8 attempts");

        press("Send again: Your application");

        assertThat(toast()).isEqualTo("The letter is sent again.");
        assertThat(house.state(letter)).isNotEqualTo("DEAD");
        assertThat(page()).contains("All letters were delivered or wait to be sent.");
    }

    /** As the house itself has written it since backups can be restored. */
    @Test
    void aLetterThatARestoredHouseGaveUpIsNotSaidToBeRefused() {
        sitDown(Language.EN, Role.ADMINISTRATOR);
        house.letter(
                "Your mandate",
                "the house was restored from a backup of 2026-03-01T02:00:00Z, in which this letter waited");
        go();

        assertThat(row("Your mandate"))
                .contains("The house was restored from a backup, in which this letter still waited.")
                .doesNotContain("mail server")
                .doesNotContain("2026-03-01T02")
                .contains("Send again");
    }

    @Test
    void oneWhoseLinkIsErasedIsPutAside() {
        sitDown(Language.EN, Role.ADMINISTRATOR);
        house.secretLetter("Your new password");
        go();
        assertThat(row("Your new password")).contains("can’t be sent again").doesNotContain("Send again");

        press("Put aside: Your new password");

        assertThat(page()).doesNotContain("Your new password");
    }

    @Test
    void whatSomebodyElseWasFasterWithIsSaid() {
        sitDown(Language.EN, Role.ADMINISTRATOR);
        UUID letter = house.letter("Hello", "421 later");
        go();
        watch.putLetterAside(HOUSE, letter);

        press("Send again: Hello");

        assertThat(toast()).isEqualTo("It is no longer there.");
        assertThat(house.state(letter)).isEqualTo("DEAD");
    }

    @Test
    void aFactAndAJobAreMendedToo() {
        sitDown(Language.RU, Role.ADMINISTRATOR);
        house.fact("trial.hears");
        house.job("trial.sweep");
        go();
        assertThat(row("BellRung")).contains("для trial.hears").contains("3 попытки");
        assertThat(row("trial.sweep")).contains("4 сбоя подряд");

        press("Запустить сейчас: trial.sweep");
        press("Отправить снова: BellRung");

        assertThat(house.isDue("trial.sweep")).isTrue();
    }

    @Test
    void officersAndMembersDoNotGetIn() {
        for (Role role : List.of(Role.OFFICER, Role.MEMBER)) {
            sitDown(Language.EN, role);

            go();

            assertThat(find(WatchView.class).exists()).isFalse();
        }
    }

    private PersonId sitDown(Language language, Role... roles) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, "Ada Keeper", language, ZoneId.of("Europe/Sofia"), null));
        for (Role role : roles) {
            grants.give(
                    HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
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
        UI.getCurrent().setLocale(language.locale());
        return person;
    }

    private static void go() {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("admin/watch");
    }

    private String page() {
        return text(find(Main.class).single());
    }

    private String row(String about) {
        return find(ListItem.class, find(Main.class).single()).all().stream()
                .map(UC190WatchHouseTests::text)
                .filter(text -> text.startsWith(about))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private void press(String label) {
        test(find(Button.class).all().stream()
                        .filter(button ->
                                button.getAriaLabel().filter(label::equals).isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private String toast() {
        return text(find(Notification.class).last());
    }
}
