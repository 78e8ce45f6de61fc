package org.kvartal.administration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.domain.LetterSettings.ServerForm;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Letter;
import org.kvartal.mail.LetterServer;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.mail.LetterServers;
import org.kvartal.mail.LetterServers.Outcome;
import org.kvartal.mail.LetterServers.Trial;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.site.TooOften;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever keeps the house sets its mail server and learns whether it works. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "administration",
        extraIncludes = {"site", "shell"})
@Import(SqlCounter.class)
class LetterSettingsModuleTests {

    @Autowired
    LetterSettings letters;

    @Autowired
    LetterServers servers;

    @Autowired
    HouseBook book;

    @Autowired
    Postbox postbox;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String email = "keeper-" + Ids.next() + "@people.example";
    private GreenMail server;
    private Asker keeper;

    @BeforeEach
    void aServerRunsAndTheHouseKnowsNone() {
        jdbc.sql("DELETE FROM house_section").update();
        book.readAgain();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        PersonId person = PersonId.next();
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        person,
                        "Ada Keeper",
                        Language.RU,
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
        keeper = Asker.of(person);
    }

    @AfterEach
    void theServerStops() {
        server.stop();
    }

    @Test
    void aLetterToOneselfArrivesBeforeAnythingIsSaved() throws Exception {
        assertThat(letters.attempt(keeper, form("")).outcome()).isEqualTo(Outcome.SENT);

        var message = server.getReceivedMessages()[0];
        assertThat(message.getAllRecipients()[0]).hasToString("Ada Keeper <" + email + ">");
        assertThat(message.getFrom()[0].toString()).contains("post@house.example");
        assertThat(message.getSubject()).isEqualTo("Письма доходят");
        assertThat(letters.now(keeper).server()).isNull();
    }

    @Test
    void aLetterToOneselfStaysInAHouseThatNamesNoServer() {
        var nothing = new ServerForm(" ", 587, Encryption.STARTTLS, "", "", "");

        assertThat(letters.attempt(keeper, nothing)).isEqualTo(new Trial(Outcome.KEPT, ""));

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(jdbc.sql("SELECT subject FROM caught_letter WHERE recipient = :email")
                        .param("email", email)
                        .query(String.class)
                        .list())
                .containsExactly("Пробное письмо");
        letters.sendThrough(keeper, 0, form(""));
        assertThatThrownBy(() -> letters.attempt(keeper, nothing))
                .as("where one is set, another is tried")
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.all())
                                .extracting(Refused::field)
                                .containsExactly("host", "from"));
    }

    @Test
    void lettersGoThroughTheServerOnceItIsSavedAndStayWhenItIsTakenBack() {
        assertThat(servers.keepsLetters()).isTrue();
        letters.sendThrough(keeper, 0, form(""));
        assertThat(servers.keepsLetters()).isFalse();

        post();
        await().untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(1));

        letters.keepLetters(keeper, 1);
        assertThat(servers.keepsLetters()).isTrue();
    }

    @Test
    void thePasswordIsKeptSealedAndNeverTold() {
        letters.sendThrough(keeper, 0, form("three blue doors"));

        assertThat(jdbc.sql("SELECT content::text FROM house_section WHERE name = 'mail'")
                        .query(String.class)
                        .single())
                .contains("house-user")
                .doesNotContain("blue");
        assertThat(letters.now(keeper).hasPassword()).isTrue();
        letters.sendThrough(keeper, 1, kept());
        assertThat(letters.now(keeper).hasPassword())
                .as("an empty field keeps it")
                .isTrue();
    }

    @Test
    void whatIsWrongIsSaidInOneOfManyWays() {
        assertThat(trial("smtp.nowhere.invalid", 587, Encryption.STARTTLS)).isEqualTo(Outcome.UNKNOWN_HOST);
        assertThat(trial("127.0.0.1", 1, Encryption.NONE)).isEqualTo(Outcome.NOBODY_LISTENS);
        assertThat(trial("127.0.0.1", server.getSmtp().getPort(), Encryption.STARTTLS))
                .isEqualTo(Outcome.NO_TLS);
        assertThat(trial("127.0.0.1", server.getSmtp().getPort(), Encryption.TLS))
                .isEqualTo(Outcome.NO_TLS);
        server.getUserManager().setAuthRequired(true);
        assertThat(letters.attempt(keeper, form("not the right one")).outcome()).isEqualTo(Outcome.LOGIN_WRONG);
    }

    @Test
    void everythingThatIsWrongInTheFormIsSaidAtOnce() {
        var form = new ServerForm("mail server", 70_000, Encryption.STARTTLS, "", "", "nobody");

        assertThatThrownBy(() -> letters.sendThrough(keeper, 0, form))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.all())
                                .extracting(Refused::field)
                                .containsExactly("host", "port", "from"));
    }

    /** Whoever borrows the session of a keeper reads no password by a server of their own. */
    @Test
    void theKeptPasswordGoesToNobodyButTheServerItWasGivenFor() {
        server.setUser("house-user", "three blue doors");
        server.getUserManager().setAuthRequired(true);
        letters.sendThrough(keeper, 0, form("three blue doors"));
        assertThat(letters.attempt(keeper, kept()).outcome()).isEqualTo(Outcome.SENT);

        ServerForm kept = kept();
        for (ServerForm other : List.of(
                new ServerForm("localhost", kept.port(), kept.encryption(), kept.user(), "", kept.from()),
                new ServerForm(kept.host(), 1, kept.encryption(), kept.user(), "", kept.from()),
                new ServerForm(kept.host(), kept.port(), Encryption.STARTTLS, kept.user(), "", kept.from()),
                new ServerForm(kept.host(), kept.port(), kept.encryption(), "else", "", kept.from()))) {
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> letters.attempt(keeper, other), () -> letters.sendThrough(keeper, 1, other))) {
                assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.field()).isEqualTo("mailPassword");
                    assertThat(refused.key()).isEqualTo("administration.refused.password-again");
                });
            }
        }
        assertThat(servers.written(
                        new LetterServer("mail.elsewhere.example", 25, Encryption.NONE, "house-user", "x@y.example"),
                        null,
                        book.read(HouseBook.MAIL)))
                .as("not even where the screen forgets to ask")
                .containsEntry("password", "");
        ServerForm renamed =
                new ServerForm(kept.host(), kept.port(), kept.encryption(), kept.user(), "", "other@house.example");
        letters.sendThrough(keeper, 1, renamed);
        assertThat(letters.attempt(keeper, renamed).outcome())
                .as("another sender is no other server")
                .isEqualTo(Outcome.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fe80::1", "::ffff:169.254.1.1", "fd00:ec2::254"})
    void whereACloudTellsItsSecretsNobodyAsks(String host) {
        assertThat(letters.attempt(keeper, new ServerForm(host, 80, Encryption.NONE, "", "", "post@house.example")))
                .isEqualTo(new Trial(Outcome.LINK_LOCAL, ""));
    }

    @Test
    void theBookOfTheHouseIsReadOnceForTheServerAndTheSender() {
        letters.sendThrough(keeper, 0, form(""));

        var sent = SqlCounter.during(() -> servers.attempt(new Recipient("Ada Keeper", email, Language.EN)));

        assertThat(sent.result().outcome()).isEqualTo(Outcome.SENT);
        assertThat(sent.statements())
                .filteredOn(statement -> statement.contains("house_section"))
                .hasSize(1);
    }

    @Test
    void aTrialCanNotBeRepeatedForEver() {
        ServerForm wrong = new ServerForm("127.0.0.1", 1, Encryption.NONE, "", "", "post@house.example");
        for (int time = 0; time < 20; time++) {
            letters.attempt(keeper, wrong);
        }
        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> letters.attempt(keeper, wrong));
    }

    private ServerForm kept() {
        return new ServerForm(
                "127.0.0.1", server.getSmtp().getPort(), Encryption.NONE, "house-user", "", "post@house.example");
    }

    private Outcome trial(String host, int port, Encryption encryption) {
        return letters.attempt(keeper, new ServerForm(host, port, encryption, "", "", "post@house.example"))
                .outcome();
    }

    private ServerForm form(String password) {
        return new ServerForm(
                "127.0.0.1",
                server.getSmtp().getPort(),
                Encryption.NONE,
                password.isEmpty() ? "" : "house-user",
                password,
                "post@house.example");
    }

    private void post() {
        transaction.executeWithoutResult(_ -> postbox.post(Letter.about(
                "mail.trial:" + Ids.next(), new Recipient("Ada Keeper", email, Language.EN), "mail.letter.trial")));
    }
}
