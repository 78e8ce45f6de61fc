package org.kvartal.administration.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileAccess;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What a house is, changed by those who keep it, and by nobody else. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "administration",
        extraIncludes = {"site", "shell"})
@TestPropertySource(properties = "kvartal.zone=Asia/Almaty")
class HouseSettingsModuleTests {

    @Autowired
    HouseSettings settings;

    @Autowired
    House house;

    @Autowired
    HouseBook book;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    AuditTrail audit;

    @Autowired
    Live live;

    @Autowired
    List<FileAccess> access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Asker keeper;

    @BeforeEach
    void aHouseThatNobodyHasSetUp() {
        jdbc.sql("DELETE FROM house_section").update();
        book.readAgain();
        keeper = Asker.of(somebody(Role.ADMINISTRATOR));
    }

    @Test
    void whatIsSetHoldsAtOnceAndStandsInTheTrail() {
        settings.callIt(keeper, 0, "  House   of arts ");
        settings.moveTo(keeper, 0, "house.example.org");
        settings.colour(keeper, 0, "#0b6e4f");
        settings.speak(keeper, 0, List.of(Language.RU, Language.EN), "Asia/Almaty");
        settings.use(keeper, 0, EnumSet.of(OptionalModule.ALLIANCE, OptionalModule.FORUM));

        assertThat(house.name()).isEqualTo("House of arts");
        assertThat(house.address("/x")).isEqualTo("https://house.example.org/x");
        assertThat(house.secure()).isTrue();
        assertThat(house.accent()).hasToString("#0b6e4f");
        assertThat(house.languages()).containsExactly(Language.RU, Language.EN);
        assertThat(house.offered(Language.BG)).isEqualTo(Language.RU);
        assertThat(house.accepted("bg,en;q=0.5")).isEqualTo(Language.EN);
        assertThat(house.uses("forum")).isTrue();
        assertThat(house.resting()).containsExactlyInAnyOrder("seminars", "missions", "advocacy");
        assertThat(audit.about(new AuditSubject(HouseSettings.KIND, HouseSettings.HOUSE), 5))
                .extracting(act -> act.act(), act -> act.reason())
                .anySatisfy(act -> assertThat(act.toList())
                        .containsExactly("administration.name-changed", "Kvartal → House of arts"));
    }

    @Test
    void whoeverHasNotSeenTheLastChangeIsToldSoAndChangesNothing() {
        settings.callIt(keeper, 0, "First");

        assertThatThrownBy(() -> settings.callIt(keeper, 0, "Second"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("kernel.house.changed"));
        assertThat(house.name()).isEqualTo("First");

        settings.callIt(keeper, settings.section(keeper, HouseBook.IDENTITY).version(), "Second");
        assertThat(house.name()).isEqualTo("Second");
    }

    @Test
    void whatTheSettingsOfTheProgramSayWinsAndIsRefusedHere() {
        assertThat(house.zone()).isEqualTo(ZoneId.of("Asia/Almaty"));

        assertThatThrownBy(() -> settings.speak(keeper, 0, List.of(Language.EN), "Europe/Paris"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("zone"));
        inTheTableOf(HouseBook.PLACE, Map.of("zone", "Europe/Paris"));
        book.readAgain();
        assertThat(house.zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
    }

    @Test
    void whatAnotherNodeHasChangedIsKnownHere() {
        inTheTableOf(HouseBook.IDENTITY, Map.of("name", "Said elsewhere"));
        assertThat(house.name()).isEqualTo("Kvartal");

        transaction.executeWithoutResult(_ -> live.changed(HouseNews.TOPIC));

        await().untilAsserted(() -> assertThat(house.name()).isEqualTo("Said elsewhere"));
    }

    @Test
    void aMarkIsShownToEverybodyAndAnEarlierOneIsThrownAway() {
        settings.mark(keeper, 0, "mark.png", picture());
        String first = house.mark();
        settings.mark(keeper, 1, "mark.png", picture());
        String second = house.mark();

        assertThat(first).startsWith("/files/").endsWith("/small");
        assertThat(second).isNotEqualTo(first);
        FileAccess marks = access.stream()
                .filter(one -> one.module().equals("administration"))
                .findFirst()
                .orElseThrow();
        assertThat(marks.mayRead(Asker.guest(), HouseSettings.HOUSE)).isTrue();

        settings.removeMark(keeper, 2);
        assertThat(house.mark()).isNull();
    }

    @Test
    void whatIsNoPictureIsNoMark() {
        assertThatThrownBy(
                        () -> settings.mark(keeper, 0, "mark.png", new ByteArrayInputStream("<svg/>".getBytes(UTF_8))))
                .isInstanceOf(Refused.class);
        assertThat(house.mark()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseChangesOrReadsThem(Role role) {
        Asker other = Asker.of(somebody(role));

        assertForbidden(() -> settings.section(other, HouseBook.IDENTITY));
        assertForbidden(() -> settings.callIt(other, 0, "Mine"));
        assertForbidden(() -> settings.colour(other, 0, "#000000"));
        assertForbidden(() -> settings.mark(other, 0, "mark.png", picture()));
        assertForbidden(() -> settings.removeMark(other, 0));
        assertForbidden(() -> settings.moveTo(other, 0, "mine.example.org"));
        assertForbidden(() -> settings.speak(other, 0, List.of(Language.EN), "Asia/Almaty"));
        assertForbidden(() -> settings.use(other, 0, Set.of()));
        assertForbidden(() -> settings.callIt(Asker.guest(), 0, "Nobody's"));
        assertThat(house.name()).isEqualTo("Kvartal");
    }

    private void inTheTableOf(String section, Map<String, String> values) {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                INSERT INTO house_section (name, version, content, changed_at)
                VALUES (:name, 1, jsonb_build_object(:key, :value), now())
                """)
                .param("name", section)
                .param("key", values.keySet().iterator().next())
                .param("value", values.values().iterator().next())
                .update());
    }

    private PersonId somebody(Role role) {
        PersonId person = PersonId.next();
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(person, "Somebody", Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(
                Asker.house("test"),
                new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        return person;
    }

    private static void assertForbidden(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Forbidden.class);
    }

    private static InputStream picture() {
        return new ByteArrayInputStream(Samples.png(120, 60));
    }
}
