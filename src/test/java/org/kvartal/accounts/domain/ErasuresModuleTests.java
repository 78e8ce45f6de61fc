package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.Erasures.Wish;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.web.Letters;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PersonalData;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.domain.CaughtLetter;
import org.kvartal.mail.domain.LetterCatcher;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Somebody wants to be gone, has a week to think, and is gone. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "accounts")
@Import({TurnableClock.Hands.class, ErasuresModuleTests.Stumbling.class})
class ErasuresModuleTests {

    static final Asker HOUSE = Asker.house("test");
    static final String PASSWORD = "three blue doors";
    static final Wish AS_FORMER = new Wish(null, false);

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Permissions permissions;

    @Autowired
    People people;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasureWork work;

    @Autowired
    Attempts attempts;

    @Autowired
    SignIns signIns;

    @Autowired
    AuditTrail audit;

    @Autowired
    LetterCatcher catcher;

    @Autowired
    Stumbling.Block block;

    @Autowired
    TurnableClock clock;

    @Autowired
    JdbcClient jdbc;

    PersonId ann;
    Asker asAnn;
    String email;
    Asker administrator;

    @BeforeEach
    void annIsAMemberOfAHouseWithAnAdministrator() {
        jdbc.sql("UPDATE role_grant SET to_at = from_at + interval '1 microsecond' WHERE role = 'ADMINISTRATOR'")
                .update();
        email = "ann-" + Ids.next() + "@example.org";
        ann = person("Ann Bell", email, Role.MEMBER);
        asAnn = Asker.of(ann);
        administrator = Asker.of(person("Adam", "adam-" + Ids.next() + "@example.org", Role.ADMINISTRATOR));
        block.stumbles.set(0);
    }

    @Test
    void whoeverAsksIsSignedOutAtOnceAndCanNotComeInMeanwhile() {
        SignIns.Started started = signIn();

        erasures.ask(asAnn, PASSWORD, AS_FORMER);

        assertThat(signIns.recognise(started.secret())).isEmpty();
        assertThat(attempts.make(email, PASSWORD, false, visitor())).isInstanceOf(Attempts.Attempt.Leaving.class);
        assertThat(permissions.roles(asAnn, Scope.PLATFORM)).isEmpty();
        assertThat(erasures.waiting(asAnn, ann))
                .hasValueSatisfying(waiting -> assertThat(waiting.own()).isTrue());
        clock.turn(Duration.ofDays(6));
        work.work();
        assertThat(people.card(ann).orElseThrow().name()).isEqualTo("Ann Bell");
    }

    @Test
    void theLinkOfTheLetterKeepsTheAccountOnce() {
        erasures.ask(asAnn, PASSWORD, AS_FORMER);
        String token = Letters.token(Letters.link(letter(1)));

        assertThat(erasures.look(token)).isPresent();
        assertThat(erasures.look(token)).as("looking changes nothing").isPresent();
        assertThat(erasures.keep(token)).isTrue();

        assertThat(erasures.keep(token)).isFalse();
        assertThat(erasures.waiting(asAnn, ann)).isEmpty();
        assertThat(attempts.make(email, PASSWORD, false, visitor())).isInstanceOf(Attempts.Attempt.Succeeded.class);
        clock.turn(Erasures.WAIT.plusDays(1));
        work.work();
        assertThat(people.card(ann).orElseThrow().name()).isEqualTo("Ann Bell");
    }

    @Test
    void afterAWeekNothingIsLeftButAMarkerThatEachReaderReadsInTheirLanguage() {
        signIn();
        erasures.ask(asAnn, PASSWORD, AS_FORMER);

        erase();

        assertThat(people.card(ann)).hasValueSatisfying(card -> {
            assertThat(card.name(Language.EN)).isEqualTo("Former member");
            assertThat(card.name(Language.RU)).isEqualTo("Бывший участник");
            assertThat(card.name(Language.BG)).isEqualTo("Бивш член");
            assertThat(card.picture()).isNull();
        });
        assertThat(correspondence.recipient(ann)).isEmpty();
        assertThat(correspondence.personAt(email)).isEmpty();
        assertThat(people.named(administrator, "Ann", Language.EN, 0, 10))
                .noneMatch(card -> card.id().equals(ann));
        assertThat(attempts.make(email, PASSWORD, false, visitor())).isInstanceOf(Attempts.Attempt.Failed.class);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> signIns.start(ann, false, visitor()));
        for (String table : List.of("account", "sign_in", "known_browser", "suspension", "own_copy")) {
            assertThat(rows("SELECT count(*) FROM " + table + " WHERE person = :person"))
                    .as(table)
                    .isZero();
        }
        assertThat(rows("SELECT count(*) FROM letter WHERE lower(address) = :email"))
                .isZero();
        assertThat(rows("SELECT count(*) FROM erasure WHERE person = :person AND name IS NULL AND address IS NULL"))
                .isOne();
        assertThat(acts()).contains("accounts.erasure-asked", "accounts.erased");
        PersonId other = person("Another", email, Role.MEMBER);
        assertThat(correspondence.personAt(email)).as("the address is free").contains(other);
    }

    @Test
    void whatTheyWroteCanStayUnderANameOfTheirChoice() {
        erasures.ask(asAnn, PASSWORD, new Wish(" Bell the Elder ", true));

        erase();

        assertThat(people.card(ann).orElseThrow().name(Language.RU)).isEqualTo("Bell the Elder");
        assertThatThrownBy(() -> erasures.order(administrator, person("X", null, Role.MEMBER), new Wish("", true), "r"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("name"));
    }

    @Test
    void aWrongPasswordChangesNothing() {
        assertThatThrownBy(() -> erasures.ask(asAnn, "another password", AS_FORMER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("password"));
        assertThat(erasures.waiting(asAnn, ann)).isEmpty();
    }

    @Test
    void theLastAdministratorHearsWhatToDoFirst() {
        String mail = "last-" + Ids.next() + "@example.org";
        PersonId second = person("Last", mail, Role.ADMINISTRATOR);
        erasures.ask(Asker.of(second), PASSWORD, AS_FORMER);

        assertThatThrownBy(() -> erasures.order(HOUSE, administrator.requirePerson(), AS_FORMER, "asked by phone"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("accounts.last-administrator"));
    }

    @Test
    void onlyAdministratorsEraseOthersAndSayWhy() {
        Asker officer = Asker.of(person("Olga", null, Role.OFFICER));
        Asker member = Asker.of(person("Mo", null, Role.MEMBER));
        for (Asker other : List.of(officer, member, Asker.guest(), asAnn)) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> erasures.order(other, ann, AS_FORMER, "because"));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> erasures.keep(other, ann));
        }
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> erasures.order(administrator, administrator.requirePerson(), AS_FORMER, "because"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> erasures.order(administrator, ann, AS_FORMER, " "));

        erasures.order(administrator, ann, AS_FORMER, "She has lost her mailbox and came by.");

        assertThat(erasures.waiting(officer, ann)).isEmpty();
        assertThat(erasures.waiting(administrator, ann))
                .hasValueSatisfying(waiting -> assertThat(waiting.own()).isFalse());
        assertThat(audit.about(ErasureBook.subject(ann), 10))
                .extracting(AuditedAct::reason)
                .contains("She has lost her mailbox and came by.");
        erasures.keep(administrator, ann);
        assertThat(attempts.make(email, PASSWORD, false, visitor())).isInstanceOf(Attempts.Attempt.Succeeded.class);

        erasures.order(administrator, ann, AS_FORMER, "She has lost her mailbox and came by.");
        erase();
        assertThat(audit.about(ErasureBook.subject(ann), 10))
                .as("the trail stays, the reasons go")
                .isNotEmpty()
                .extracting(AuditedAct::reason)
                .containsOnlyNulls();
    }

    @Test
    void whatWasInterruptedGoesOnBehindWhatIsDone() {
        erasures.ask(asAnn, PASSWORD, AS_FORMER);
        clock.turn(Erasures.WAIT.plusMinutes(1));
        block.stumbles.set(2);

        work.work();

        assertThat(rows("SELECT count(*) FROM erasure WHERE person = :person AND done_at IS NULL"))
                .isOne();
        assertThat(correspondence.personAt(email))
                .as("a module that stumbles keeps nobody signed in")
                .isEmpty();
        int asked = block.asked.get();
        erase();
        assertThat(block.asked.get()).isGreaterThan(asked);
        int whole = block.asked.get();
        work.work();
        assertThat(block.asked.get()).as("what is done is not done again").isEqualTo(whole);
    }

    @Test
    void ofKeepingAndErasingAtTheSameMomentOneHappensWhole() throws Exception {
        erasures.ask(asAnn, PASSWORD, AS_FORMER);
        String token = Letters.token(Letters.link(letter(1)));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> attempts = List.of(() -> erasures.keep(token), () -> erasures.keep(token), () -> {
                erasures.keep(administrator, ann);
                return false;
            });
            List<Future<Boolean>> kept = threads.invokeAll(attempts);
            int won = 0;
            for (Future<Boolean> one : kept) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isLessThanOrEqualTo(1);
        }
        assertThat(erasures.waiting(asAnn, ann)).isEmpty();
        assertThat(acts().stream().filter("accounts.erasure-stopped"::equals)).hasSize(1);
    }

    @Test
    void anOlderCopyOfTheDatabaseBringsNobodyBack() {
        erasures.ask(asAnn, PASSWORD, AS_FORMER);
        erase();
        // As an older copy has it: neither the erasure nor its effect.
        jdbc.sql("DELETE FROM erasure WHERE person = :person")
                .param("person", ann.value())
                .update();
        jdbc.sql("UPDATE person SET name = 'Ann Bell', former = false, erased_at = NULL WHERE id = :person")
                .param("person", ann.value())
                .update();

        erasures.applyAgain();
        erase();

        assertThat(people.card(ann).orElseThrow().name(Language.EN)).isEqualTo("Former member");
        erasures.applyAgain();
        assertThat(rows("SELECT count(*) FROM erasure WHERE person = :person AND done_at IS NOT NULL"))
                .isOne();
    }

    private void erase() {
        clock.turn(Erasures.WAIT.plusMinutes(1));
        await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).until(() -> {
            work.work();
            return rows("SELECT count(*) FROM erasure WHERE person = :person AND done_at IS NOT NULL") == 1;
        });
    }

    private long rows(String query) {
        return jdbc.sql(query)
                .param("person", ann.value())
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private List<String> acts() {
        return audit.about(ErasureBook.subject(ann), 20).stream()
                .map(AuditedAct::act)
                .toList();
    }

    private CaughtLetter.Opened letter(int count) {
        return new Letters(catcher).wait(email, count);
    }

    private SignIns.Started signIn() {
        return signIns.start(ann, true, visitor());
    }

    private static Visitor visitor() {
        return new Visitor(Network.of("192.0.2.7"), "Firefox", "Linux", Optional.empty());
    }

    private PersonId person(String name, @Nullable String mail, Role role) {
        PersonId person = PersonId.next();
        arrivals.bring(
                HOUSE,
                new Arrivals.Newcomer(
                        person,
                        name,
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        mail == null ? null : new Arrivals.SignIn(mail, PASSWORD)));
        grants.give(
                HOUSE, new Grant(person, role, Scope.PLATFORM, clock.instant().minusSeconds(1), null));
        return person;
    }

    /** A module that fails as often as it is told to. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Stumbling {

        @Bean
        Block stumblingBlock() {
            return new Block();
        }

        static class Block implements PersonalData {

            final AtomicInteger stumbles = new AtomicInteger();
            final AtomicInteger asked = new AtomicInteger();

            @Override
            public String module() {
                return "stumbling";
            }

            @Override
            public void copy(Subject subject, Copy copy) {}

            @Override
            public boolean erase(Erased erased) {
                asked.incrementAndGet();
                if (stumbles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("a test's stumbling block");
                }
                return true;
            }
        }
    }
}
