package org.kvartal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import(TurnableClock.Hands.class)
class PermissionsModuleTests {

    static final Asker HOUSE = Asker.house("test");
    static final Permission MODERATE = Permission.of("test.moderate", Role.FACILITATOR, Role.ADMINISTRATOR);
    static final Scope SPACE = Scope.of("space", Ids.next());
    static final Scope OTHER_SPACE = Scope.of("space", Ids.next());

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Permissions permissions;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnableClock clock;

    final PersonId ann = PersonId.next();
    final Asker asAnn = Asker.of(ann);

    @BeforeEach
    void annIsKnown() {
        arrivals.bring(HOUSE, new Arrivals.Newcomer(ann, "Ann", Language.EN, ZoneId.of("Europe/Sofia"), null));
    }

    @Test
    void whatNoRoleCarriesIsDenied() {
        assertThat(permissions.has(asAnn, MODERATE, SPACE)).isFalse();
        assertThat(permissions.has(Asker.guest(), MODERATE, SPACE)).isFalse();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> permissions.check(asAnn, MODERATE, SPACE));
        assertThat(permissions.has(HOUSE, MODERATE, SPACE)).isTrue();
    }

    @Test
    void aRoleOfOneSpaceSaysNothingAboutAnotherOrTheHouse() {
        grants.give(HOUSE, new Grant(ann, Role.FACILITATOR, SPACE, clock.instant(), null));

        assertThat(permissions.has(asAnn, MODERATE, SPACE)).isTrue();
        assertThat(permissions.has(asAnn, MODERATE, OTHER_SPACE)).isFalse();
        assertThat(permissions.has(asAnn, MODERATE, Scope.PLATFORM)).isFalse();
    }

    @Test
    void aRoleOfTheHouseHoldsInEverySpace() {
        grants.give(HOUSE, new Grant(ann, Role.ADMINISTRATOR, Scope.PLATFORM, clock.instant(), null));

        assertThat(permissions.has(asAnn, MODERATE, SPACE)).isTrue();
    }

    @Test
    void aPersonHasTheUnionOfTheirRoles() {
        give(Role.MEMBER, Scope.PLATFORM, null);
        give(Role.FACILITATOR, SPACE, null);

        assertThat(permissions.roles(asAnn, SPACE)).containsExactlyInAnyOrder(Role.MEMBER, Role.FACILITATOR);
        assertThat(permissions.roles(asAnn, Scope.PLATFORM)).containsExactly(Role.MEMBER);
    }

    @Test
    void everybodyWhoMayDoItThereNowIsFoundAtOnce() {
        PersonId ended = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(ended, "Ended", Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(HOUSE, new Grant(ended, Role.FACILITATOR, Scope.PLATFORM, clock.instant(), null));
        clock.turn(Duration.ofMinutes(1));
        grants.end(HOUSE, ended, Role.FACILITATOR, Scope.PLATFORM);
        give(Role.FACILITATOR, SPACE, null);

        assertThat(permissions.holders(MODERATE, SPACE)).contains(ann).doesNotContain(ended);
        assertThat(permissions.holders(MODERATE, OTHER_SPACE)).doesNotContain(ann);
    }

    @Test
    void aTermBeginsAndEndsToTheMoment() {
        Instant now = clock.instant();
        grants.give(
                HOUSE,
                new Grant(ann, Role.FACILITATOR, SPACE, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2))));

        assertThat(permissions.has(asAnn, MODERATE, SPACE)).isFalse();
        clock.turn(Duration.ofDays(1).plusSeconds(1));
        assertThat(permissions.has(asAnn, MODERATE, SPACE)).isTrue();
        clock.turn(Duration.ofDays(1));
        assertThat(permissions.has(asAnn, MODERATE, SPACE)).isFalse();
    }

    @Test
    void aRoleThatEndedNoLongerCountsAndBothActsAreInTheTrail() {
        give(Role.FACILITATOR, SPACE, null);
        grants.end(HOUSE, ann, Role.FACILITATOR, SPACE);

        assertThat(permissions.has(asAnn, MODERATE, SPACE)).isFalse();
        var grant = jdbc.sql("SELECT id FROM role_grant WHERE person = :person")
                .param("person", ann.value())
                .query(UUID.class)
                .single();
        assertThat(audit.about(new AuditSubject("accounts.grant", grant), 10))
                .extracting(AuditedAct::act)
                .containsExactly("accounts.grant-ended", "accounts.grant-given");
    }

    @Test
    void whatAPersonHoldsIsToldToThemAndToTheOffice() {
        PersonId bob = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(bob, "Bob", Language.EN, ZoneId.of("Europe/Sofia"), null));
        Instant now = clock.instant();
        Instant tomorrow = now.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        grants.give(HOUSE, new Grant(ann, Role.OFFICER, Scope.PLATFORM, tomorrow, tomorrow.plusSeconds(60)));
        give(Role.MEMBER, Scope.PLATFORM, null);
        give(Role.FACILITATOR, SPACE, now.plusSeconds(1));
        clock.turn(Duration.ofSeconds(2));

        assertThat(grants.of(asAnn, ann)).extracting(HeldGrant::role).containsExactly(Role.MEMBER, Role.OFFICER);
        assertThat(grants.of(HOUSE, ann).getLast())
                .isEqualTo(new HeldGrant(Role.OFFICER, Scope.PLATFORM, tomorrow, tomorrow.plusSeconds(60)));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> grants.of(Asker.of(bob), ann));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> grants.of(Asker.guest(), ann));
        grants.give(HOUSE, new Grant(bob, Role.OFFICER, Scope.PLATFORM, now, null));
        assertThat(grants.of(Asker.of(bob), ann)).hasSize(2);
        assertThat(grants.of(HOUSE, PersonId.next())).isEmpty();
    }

    @Test
    void aRoleGivenTwiceIsOneGrant() {
        Instant now = clock.instant();
        for (int i = 0; i < 2; i++) {
            grants.give(HOUSE, new Grant(ann, Role.MEMBER, Scope.PLATFORM, now, null));
        }

        assertThat(jdbc.sql("SELECT count(*) FROM role_grant WHERE person = :person")
                        .param("person", ann.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyGivesThemselvesARole() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        grants.give(asAnn, new Grant(ann, Role.ADMINISTRATOR, Scope.PLATFORM, clock.instant(), null)));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        grants.give(Asker.guest(), new Grant(ann, Role.MEMBER, Scope.PLATFORM, clock.instant(), null)));
        give(Role.ADMINISTRATOR, SPACE, null);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> grants.give(asAnn, new Grant(ann, Role.OFFICER, SPACE, clock.instant(), null)));
    }

    @Test
    void theLastAdministratorStays() {
        jdbc.sql("UPDATE role_grant SET to_at = from_at + interval '1 microsecond' WHERE role = 'ADMINISTRATOR'")
                .update();
        PersonId bob = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(bob, "Bob", Language.EN, ZoneId.of("Europe/Sofia"), null));
        give(Role.ADMINISTRATOR, Scope.PLATFORM, null);
        grants.give(asAnn, new Grant(bob, Role.ADMINISTRATOR, Scope.PLATFORM, clock.instant(), null));

        grants.end(Asker.of(bob), ann, Role.ADMINISTRATOR, Scope.PLATFORM);

        assertThatThrownBy(() -> grants.end(Asker.of(bob), bob, Role.ADMINISTRATOR, Scope.PLATFORM))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("accounts.last-administrator"));
    }

    @Test
    void aPersonIsBroughtOnceAndAnAddressBelongsToOne() {
        var dora = new Arrivals.Newcomer(
                PersonId.next(),
                "Дора",
                Language.BG,
                ZoneId.of("Europe/Sofia"),
                new Arrivals.SignIn("Дора@пример.бг", "three blue doors"));
        arrivals.bring(HOUSE, dora);
        arrivals.bring(HOUSE, dora);

        assertThat(people.card(dora.id())).map(PersonCard::name).contains("Дора");
        assertThatThrownBy(() -> arrivals.bring(
                        HOUSE,
                        new Arrivals.Newcomer(
                                PersonId.next(),
                                "Dora",
                                Language.EN,
                                ZoneId.of("Europe/Sofia"),
                                new Arrivals.SignIn("дора@ПРИМЕР.бг", "three blue doors"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("email"));
    }

    @Test
    void nobodyBringsPeopleWithoutTheRightTo() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> arrivals.bring(
                        asAnn,
                        new Arrivals.Newcomer(PersonId.next(), "Eve", Language.EN, ZoneId.of("Europe/Sofia"), null)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> grants.give(
                        HOUSE, new Grant(PersonId.next(), Role.MEMBER, Scope.PLATFORM, clock.instant(), null)));
    }

    @Test
    void cardsOfManyComeAtOnceAndUnknownIdsAreLeftOut() {
        PersonId bob = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(bob, "Bob", Language.RU, ZoneId.of("Europe/Sofia"), null));

        assertThat(people.cards(List.of(ann, bob, PersonId.next(), ann)))
                .containsOnlyKeys(ann, bob)
                .containsValue(new PersonCard(bob, "Bob", null, Language.RU));
    }

    private void give(Role role, Scope scope, @Nullable Instant to) {
        grants.give(HOUSE, new Grant(ann, role, scope, clock.instant(), to));
    }
}
