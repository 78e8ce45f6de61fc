package org.kvartal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** The office keeps somebody out for a while. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
class SuspensionsModuleTests {

    static final Asker HOUSE = Asker.house("test");
    static final Permission READ = Permission.of("test.read", Role.MEMBER);

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Permissions permissions;

    @Autowired
    SignIns signIns;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    PersonId ann;
    Asker officer;
    Asker administrator;

    @BeforeEach
    void annIsAMemberOfAHouseWithAnOfficerAndAnAdministrator() {
        jdbc.sql("UPDATE role_grant SET to_at = from_at + interval '1 microsecond' WHERE role = 'ADMINISTRATOR'")
                .update();
        ann = person(Role.MEMBER);
        officer = Asker.of(person(Role.OFFICER));
        administrator = Asker.of(person(Role.ADMINISTRATOR));
    }

    @Test
    void whoeverIsSuspendedIsSignedOutAndHoldsNoPermissionUntilItIsLifted() {
        SignIns.Started started = signIn(ann);

        suspensions.suspend(officer, ann, " Insulted  others,\nagain. ");

        assertThat(signIns.recognise(started.secret())).isEmpty();
        assertThat(suspensions.suspended(officer, ann)).isTrue();
        assertThat(permissions.has(Asker.of(ann), READ, Scope.PLATFORM)).isFalse();
        assertThat(permissions.roles(Asker.of(ann), Scope.PLATFORM)).isEmpty();
        assertThat(permissions.among(List.of(ann), READ, Scope.PLATFORM)).isEmpty();
        assertThatThrownBy(() -> signIn(ann))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("accounts.sign-in.suspended"));

        suspensions.lift(officer, ann);

        assertThat(suspensions.suspended(officer, ann)).isFalse();
        assertThat(permissions.has(Asker.of(ann), READ, Scope.PLATFORM)).isTrue();
        assertThat(signIns.recognise(signIn(ann).secret())).isPresent();
    }

    @Test
    void whoIsSuspendedOnlyThoseLearnWhoMaySuspend() {
        suspensions.suspend(officer, ann, "insulted others");

        for (Asker keeper : List.of(officer, administrator)) {
            assertThat(suspensions.suspended(keeper, ann)).isTrue();
            assertThat(suspensions.suspended(keeper, List.of(ann))).containsExactly(ann);
        }
        for (Asker other : List.of(Asker.of(person(Role.MEMBER)), Asker.of(ann), Asker.guest())) {
            assertThat(suspensions.suspended(other, ann)).isFalse();
            assertThat(suspensions.suspended(other, List.of(ann))).isEmpty();
        }
    }

    @Test
    void theTrailTellsWhoDidItAndWhy() {
        suspensions.suspend(officer, ann, " Insulted  others,\nagain. ");
        suspensions.suspend(officer, ann, "once more");
        suspensions.lift(administrator, ann);
        suspensions.lift(administrator, ann);

        assertThat(audit.about(new AuditSubject("accounts.person", ann.value()), 10))
                .extracting(AuditedAct::act, AuditedAct::actor, AuditedAct::reason)
                .startsWith(
                        tuple("accounts.suspension-lifted", administrator, null),
                        tuple("accounts.suspended", officer, "Insulted  others,\nagain."))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u0000\u202e"})
    void aReasonIsNeeded(String reason) {
        assertThatThrownBy(() -> suspensions.suspend(officer, ann, reason))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> suspensions.suspend(officer, ann, "x".repeat(1_001)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("reason"));
        suspensions.suspend(officer, ann, "🏘".repeat(1_000));
        assertThat(suspensions.suspended(administrator, List.of(ann, officer.requirePerson())))
                .containsExactly(ann);
    }

    @Test
    void nobodySuspendsThemselvesOrWithoutTheRightToOrANobody() {
        assertThatThrownBy(() -> suspensions.suspend(officer, officer.requirePerson(), "why not"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("accounts.suspend.oneself"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> suspensions.suspend(Asker.of(ann), officer.requirePerson(), "revenge"));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> suspensions.suspend(Asker.guest(), ann, "why not"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> suspensions.suspend(officer, PersonId.next(), "nobody"));
        assertThat(suspensions.suspended(officer, List.of())).isEmpty();
    }

    @Test
    void anAdministratorIsSuspendedByAdministratorsOnly() {
        PersonId other = person(Role.ADMINISTRATOR);

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> suspensions.suspend(officer, other, "a coup"));

        suspensions.suspend(administrator, other, "left the association");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> suspensions.lift(officer, other));
        suspensions.lift(administrator, other);
    }

    @Test
    void theLastAdministratorStaysAndOneWhoIsSuspendedKeepsNothing() {
        PersonId last = administrator.requirePerson();
        assertThatThrownBy(() -> suspensions.suspend(HOUSE, last, "a mistake")).satisfies(this::isLast);

        PersonId other = person(Role.ADMINISTRATOR);
        suspensions.suspend(administrator, other, "left the association");

        assertThatThrownBy(() -> grants.end(administrator, last, Role.ADMINISTRATOR, Scope.PLATFORM))
                .satisfies(this::isLast);
        grants.end(administrator, other, Role.ADMINISTRATOR, Scope.PLATFORM);
    }

    @Test
    void ofTwoAdministratorsWhoSuspendEachOtherOneStays() throws Exception {
        PersonId a = administrator.requirePerson();
        PersonId b = person(Role.ADMINISTRATOR);

        List<Throwable> refusals = atOnceAfterWaiting(
                List.of(a, b),
                () -> suspensions.suspend(Asker.of(a), b, "b did it"),
                () -> suspensions.suspend(Asker.of(b), a, "a did it"));

        assertThat(refusals).hasSize(1).first().isInstanceOfAny(Forbidden.class, Refused.class);
        assertThat(keeping(a, b)).hasSize(1);
    }

    @Test
    void ofTwoAdministratorsWhoEndEachOthersRoleOneStays() throws Exception {
        PersonId a = administrator.requirePerson();
        PersonId b = person(Role.ADMINISTRATOR);

        List<Throwable> refusals = atOnceAfterWaiting(
                List.of(a, b),
                () -> grants.end(Asker.of(a), b, Role.ADMINISTRATOR, Scope.PLATFORM),
                () -> grants.end(Asker.of(b), a, Role.ADMINISTRATOR, Scope.PLATFORM));

        assertThat(refusals).hasSize(1);
        assertThat(keeping(a, b)).hasSize(1);
    }

    @Test
    void ofTwoAdministratorsWhoPutEachOtherOutInDifferentWaysOneStays() throws Exception {
        PersonId a = administrator.requirePerson();
        PersonId b = person(Role.ADMINISTRATOR);

        List<Throwable> refusals = atOnceAfterWaiting(
                List.of(a, b),
                () -> suspensions.suspend(Asker.of(a), b, "b did it"),
                () -> grants.end(Asker.of(b), a, Role.ADMINISTRATOR, Scope.PLATFORM));

        assertThat(refusals).hasSize(1);
        assertThat(keeping(a, b)).hasSize(1);
    }

    @Test
    void aSignInThatBeginsAtTheSameMomentDoesNotOutliveIt() throws Exception {
        List<SignIns.Started> started = Collections.synchronizedList(new ArrayList<>());

        atOnceAfterWaiting(
                List.of(ann),
                () -> suspensions.suspend(officer, ann, "at once"),
                () -> started.add(signIn(ann)),
                () -> started.add(signIn(ann)));

        assertThat(started).noneMatch(begun -> signIns.recognise(begun.secret()).isPresent());
    }

    private List<PersonId> keeping(PersonId... people) {
        return Stream.of(people)
                .filter(person -> permissions.has(Asker.of(person), Grants.GIVE, Scope.PLATFORM))
                .toList();
    }

    private void isLast(Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Refused.class, last -> assertThat(last.key()).isEqualTo("accounts.last-administrator"));
    }

    private SignIns.Started signIn(PersonId person) {
        return signIns.start(person, false, new Visitor(Network.of("192.0.2.1"), "", "", Optional.empty()));
    }

    private PersonId person(Role... roles) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, "Somebody", Language.EN, ZoneId.of("Europe/Sofia"), null));
        for (Role role : roles) {
            grants.give(
                    HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
        return person;
    }

    /** Does these when each has come as far as it can while somebody holds the rows of these people. */
    private List<Throwable> atOnceAfterWaiting(List<PersonId> people, ThrowingCallable... acts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            List<Future<Optional<Throwable>>> done = new ArrayList<>();
            transaction.executeWithoutResult(_ -> {
                jdbc.sql("SELECT id FROM person WHERE id = ANY (:people) FOR UPDATE")
                        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                        .query(UUID.class)
                        .list();
                for (ThrowingCallable act : acts) {
                    done.add(threads.submit(() -> Optional.ofNullable(catchThrowable(act))));
                }
                await().until(() -> waiting() == acts.length);
            });
            return refusals(done);
        }
    }

    private int waiting() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_stat_activity
                 WHERE datname = current_database() AND state = 'active' AND wait_event_type = 'Lock'
                """).query(Integer.class).single();
    }

    private static List<Throwable> refusals(List<Future<Optional<Throwable>>> done) throws Exception {
        List<Throwable> refusals = new ArrayList<>();
        for (Future<Optional<Throwable>> one : done) {
            one.get().ifPresent(refusals::add);
        }
        return refusals;
    }
}
