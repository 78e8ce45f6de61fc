package org.kvartal.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** Whoever looks after the house sees how its backups stand; an administrator has one made, and lets letters out of a restored house. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "administration",
        extraIncludes = {"site", "shell"})
@ViewPackages(classes = {BackupsView.class, org.kvartal.shell.Card.class})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC154BackupsTests extends SpringBrowserlessTest {

    private static final Asker HOUSE = Asker.house("test");

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    @AfterEach
    void nothingIsRemembered() {
        jdbc.sql("DELETE FROM backup").update();
        jdbc.sql("DELETE FROM restoration").update();
    }

    private void sitDown(Role role, Language language) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, "Ada Keeper", language, ZoneId.of("Europe/Sofia"), null));
        grants.give(HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        SignedIn signedIn = signIns.recognise(signIns.start(
                                person,
                                false,
                                new Visitor(Network.of("192.0.2.7"), "Firefox", "Linux", Optional.empty()))
                        .secret())
                .orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        signedIn, "", Set.of(new SimpleGrantedAuthority("ROLE_" + role.name()))));
        UI.getCurrent().navigate("admin/backups");
    }

    private String page() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void awaitSeen(String words) {
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            VaadinSession session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            assertThat(page()).contains(words);
        });
    }

    private void restored() {
        jdbc.sql(
                        "INSERT INTO restoration (id, restored_at, kept_at, program, settled_at) VALUES (?, now(), now(), '1.0', now())")
                .param(Ids.next())
                .update();
    }

    private void kept(Instant begun, String file) {
        jdbc.sql("""
                INSERT INTO backup (id, reason, begun_at, ended_at, file, size, table_rows, files, lost_files, program)
                VALUES (?, 'NIGHT', ?, ?, ?, 5000000, 1200, 3, 1, '1.0')
                """)
                .params(Ids.next(), Columns.moment(begun), Columns.moment(begun), file)
                .update();
    }

    @Test
    void anAdministratorHasOneMadeAndSeesItCome() {
        sitDown(Role.ADMINISTRATOR, Language.EN);
        assertThat(page()).contains("There is no backup yet");

        press("Make a backup now");

        awaitSeen("On request");
        awaitSeen("The last whole backup is from");
        assertThat(page()).contains("whole", "wish.zip");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOfficerSeesHowItStandsAndChangesNothing(Language language) {
        kept(clock.instant().minus(Duration.ofHours(50)), "kvartal-1-night.zip");
        jdbc.sql(
                        "INSERT INTO backup (id, reason, begun_at, ended_at, failure) VALUES (?, 'NIGHT', now(), now(), 'No space left on device')")
                .param(Ids.next())
                .update();

        sitDown(Role.OFFICER, language);

        assertThat(page()).contains("No space left on device", "kvartal-1-night.zip");
        assertThat(page())
                .contains(
                        switch (language) {
                            case EN -> "The backup of last night is missing";
                            case RU -> "Копии за прошлую ночь нет";
                            case BG -> "Липсва копието от миналата нощ";
                        });
        assertThat(find(Button.class).all()).isEmpty();
    }

    @Test
    void olderOnesAreUnfolded() {
        for (int day = 1; day <= 25; day++) {
            kept(clock.instant().minus(Duration.ofDays(day)), "kvartal-" + day + "-night.zip");
        }
        sitDown(Role.OFFICER, Language.EN);
        assertThat(page()).contains("kvartal-20-night.zip").doesNotContain("kvartal-21-night.zip");

        press("Show older backups");

        assertThat(page()).contains("kvartal-25-night.zip");
        assertThat(find(Button.class).all()).isEmpty();
    }

    @Test
    void anOfficerSeesThatLettersStayInAndLetsNoneOut() {
        restored();
        sitDown(Role.OFFICER, Language.EN);

        assertThat(page()).contains("This house was restored from a backup of");
        assertThat(find(Button.class).all()).isEmpty();
    }

    @Test
    void lettersLeaveARestoredHouseWhenAnAdministratorSaysSo() {
        restored();
        sitDown(Role.ADMINISTRATOR, Language.EN);
        assertThat(page()).contains("This house was restored from a backup of");

        press("Let letters go out again");

        assertThat(page()).doesNotContain("This house was restored");
        assertThat(jdbc.sql("SELECT count(*) FROM restoration WHERE released_at IS NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
