package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinSession;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.testing.FrontSeat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;

/** The office looks at what an import has brought in, and invites the people. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "membership")
@Import({FrontSeat.class, CopiedLetters.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.membership.ui", "org.kvartal.imports.ui"})
@WithMockUser(roles = "OFFICER")
@TestInstance(Lifecycle.PER_METHOD)
class UCInviteAfterImportTests extends SpringBrowserlessTest {

    private static final Asker HOUSE = Asker.house("test");

    @Autowired
    Imports imports;

    @Autowired
    ImportInvitations invitations;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    CopiedLetters letters;

    @Autowired
    FrontSeat seat;

    @Autowired
    Clock clock;

    Asker officer;
    final String email = "ada-" + Ids.next() + "@example.org";

    @BeforeEach
    void anOfficerSitsDown() {
        officer = sitDown(Role.OFFICER);
    }

    private Asker sitDown(Role role) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Newcomer(person, "Olga", Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(HOUSE, new Grant(person, role, Scope.PLATFORM, clock.instant(), null));
        seat.take(Asker.of(person), Language.EN);
        return Asker.of(person);
    }

    @Test
    void theImportLeadsToItsInvitationsAndTheyAreSentOnce() {
        ImportId id = broughtIn("id,name,email\nP" + Ids.next() + ",Ada Loom," + email + "\n");
        UI.getCurrent()
                .navigate(ImportsPages.IMPORT_ROUTE + "/"
                        + imports.find(officer, id).orElseThrow().number());
        assertThat(find(Anchor.class)
                        .withText("Invite those who came in")
                        .single()
                        .getHref())
                .isEqualTo("/app/admin/invitations/" + id);

        UI.getCurrent().navigate("admin/invitations/" + id);
        assertThat(page()).contains("1 person has not been invited yet.");
        test(find(Button.class).withText("Send 1 invitation").single()).click();

        awaitSeen("1 letter was sent");
        assertThat(page()).contains("Nobody has come in by a letter yet.");
        assertThat(find(Button.class).withText("Send 1 invitation").exists()).isFalse();
        assertThat(letters.to(email)).hasSize(1);

        invitations.accept(letters.token(email));
        awaitSeen("1 person has come in by a letter.");
    }

    @Test
    void whereNobodyHasAnAddressThePageSaysSo() {
        ImportId id = broughtIn("id,name\nP" + Ids.next() + ",Ada Loom\n");
        UI.getCurrent().navigate("admin/invitations/" + id);

        assertThat(page()).contains("There is nobody to invite");
    }

    @Test
    void whoMayNotAdmitFindsNothing() {
        ImportId id = broughtIn("id,name,email\nP" + Ids.next() + ",Ada Loom," + email + "\n");
        sitDown(Role.ADMINISTRATOR);
        UI.getCurrent().navigate("");

        UI.getCurrent().navigate("admin/invitations/" + id);

        assertThat(find(InvitationsView.class).exists()).isFalse();
    }

    private ImportId broughtIn(String table) {
        ImportId id = ImportId.next();
        imports.take(
                officer,
                new NewImport(
                        id,
                        "people",
                        "people.csv",
                        Language.EN,
                        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))));
        rests(id, ImportState.CHECKED);
        imports.bringIn(officer, id);
        rests(id, ImportState.DONE);
        return id;
    }

    private void rests(ImportId id, ImportState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> imports.find(officer, id).orElseThrow().state() == state);
    }

    private void awaitSeen(String words) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            VaadinSession session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            assertThat(page()).contains(words);
        });
    }

    private String page() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
