package org.kvartal.administration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.administration.HouseFigures;
import org.kvartal.administration.HouseFigures.Bite;
import org.kvartal.administration.HouseFigures.Disk;
import org.kvartal.administration.HouseWatch;
import org.kvartal.administration.WatchedHouse;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.FailedJobs.FailedJob;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.GivenUpLetters.Cause;
import org.kvartal.mail.GivenUpLetters.GivenUp;
import org.kvartal.mail.WaitingLetters;
import org.kvartal.site.Pace;
import org.kvartal.site.Pace.Limit;
import org.kvartal.site.TooOften;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** What has failed is told, and mended by a press, which the trail remembers. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "administration",
        extraIncludes = {"site", "shell"})
@Import({WatchedHouse.class, SqlCounter.class})
class WatchModuleTests {

    private static final Asker HOUSE = Asker.house("test");

    @Autowired
    HouseWatch watch;

    @Autowired
    WatchedHouse house;

    @Autowired
    WaitingLetters waiting;

    @Autowired
    Messages messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void everythingIsWell() {
        house.mend();
    }

    @Test
    void aHouseTellsHowItFares() {
        HouseFigures figures = watch.figures(HOUSE);

        assertThat(figures.disk().size()).isGreaterThan(figures.disk().free()).isPositive();
        assertThat(figures.database().version()).startsWith("18");
        assertThat(figures.database().bytes()).isPositive();
        assertThat(figures.database().connections())
                .isPositive()
                .isLessThanOrEqualTo(figures.database().most());
        assertThat(figures.mail().givenUp()).isZero();
        assertThat(figures.mail().waitingSince()).isNull();
        assertThat(figures.failedFacts()).isZero();
    }

    @Test
    void nobodyElseLearnsIt() {
        for (Asker stranger : List.of(Asker.guest(), Asker.of(PersonId.next()))) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> watch.figures(stranger));
            assertThat(watch.mayWatch(stranger)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 <vera@example.org>: Recipient address rejected: User unknown | NO_SUCH_ADDRESS",
                "552 5.2.2 The mailbox is over quota | FULL",
                "550 5.7.1 Message rejected as spam by Content Filtering | UNWANTED",
                "MailConnectException: Couldn't connect to host, port: smtp.example.org, 25 | UNREACHABLE",
                "451 4.3.0 Temporary lookup failure | UNREACHABLE",
                "554 transaction failed | REFUSED"
            })
    void whyALetterWasGivenUpIsTold(String said, Cause cause) {
        house.letter("Hello", said);

        assertThat(watch.letters(HOUSE, null, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(cause);
            assertThat(letter.said()).isEqualTo(said);
        });
    }

    /** No server was asked: the house has given it up by itself. */
    @Test
    void whatWaitedInARestoredHouseIsNobodysRefusal() {
        UUID letter = house.letter("Hello", "421 later");
        jdbc.sql(
                        "UPDATE letter SET state = 'WAITING', due_at = now() + interval '9 hours', last_error = '421 later' WHERE id = ?")
                .param(letter)
                .update();

        assertThat(transaction.<Integer>execute(_ -> waiting.giveUp())).isEqualTo(1);

        assertThat(watch.letters(HOUSE, null, 10)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(letter);
            assertThat(one.cause()).isEqualTo(Cause.RESTORED);
            assertThat(one.said()).isEmpty();
            assertThat(one.repeatable()).isTrue();
        });
        for (Language language : Language.values()) {
            for (Cause cause : Cause.values()) {
                assertThat(messages.has(language, "administration.cause." + Code.of(cause)))
                        .as("%s in %s", cause, language)
                        .isTrue();
            }
        }
    }

    @Test
    void aLetterIsSentAgainOnce() {
        UUID letter = house.letter("Hello", "421 later");

        watch.sendLetterAgain(HOUSE, letter);

        assertThat(house.state(letter)).isNotEqualTo("DEAD");
        assertThat(watch.letters(HOUSE, null, 10)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> watch.sendLetterAgain(HOUSE, letter));
        assertThat(acts(letter)).containsExactly("administration.letter-sent-again");
    }

    @Test
    void aLetterWhoseSecretIsErasedCanOnlyBePutAside() {
        UUID letter = house.secretLetter("Your new password");
        assertThat(watch.letters(HOUSE, null, 10)).singleElement().matches(one -> !one.repeatable());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> watch.sendLetterAgain(HOUSE, letter));
        watch.putLetterAside(HOUSE, letter);

        assertThat(house.state(letter)).isEqualTo("DEAD");
        assertThat(watch.letters(HOUSE, null, 10)).isEmpty();
        assertThat(watch.figures(HOUSE).mail().givenUp()).isZero();
        assertThat(acts(letter)).containsExactly("administration.letter-put-aside");
    }

    @Test
    void aLongListIsReadPartByPartInOneStatementEach() {
        IntStream.range(0, 45).forEach(number -> house.letter("Letter " + number, "421 later"));

        var first = SqlCounter.during(() -> watch.letters(HOUSE, null, 20));
        var second = SqlCounter.during(
                () -> watch.letters(HOUSE, first.result().getLast().place(), 20));
        List<GivenUp> third = watch.letters(HOUSE, second.result().getLast().place(), 20);

        assertThat(IntStream.range(0, 45).mapToObj(number -> "Letter " + number))
                .containsExactlyInAnyOrderElementsOf(List.of(first.result(), second.result(), third).stream()
                        .flatMap(List::stream)
                        .map(GivenUp::subject)
                        .toList());
        assertThat(first.statements()).hasSameSizeAs(second.statements());
    }

    @Test
    void aFactIsSentAgainAndNamedByItsShortName() {
        UUID fact = house.fact("trial.hears");

        assertThat(watch.facts(HOUSE, 10)).singleElement().satisfies(one -> {
            assertThat(one.fact()).isEqualTo("BellRung");
            assertThat(one.listener()).isEqualTo("trial.hears");
        });
        watch.sendFactAgain(HOUSE, fact);

        assertThat(acts(fact)).containsExactly("administration.fact-sent-again");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> watch.sendFactAgain(HOUSE, Ids.next()));
    }

    @Test
    void aJobRunsWhenItIsToldTo() {
        house.job("trial.sweep");
        assertThat(watch.jobs(HOUSE, 10)).extracting(FailedJob::job).contains("trial.sweep");
        assertThat(house.isDue("trial.sweep")).isFalse();

        watch.runJobNow(HOUSE, "trial.sweep", "recurring");

        assertThat(house.isDue("trial.sweep")).isTrue();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> watch.runJobNow(HOUSE, "trial.unknown", "recurring"));
    }

    @Test
    void aLimitThatStoppedSomebodyIsCounted() {
        Pace pace = new Pace();
        Limit once = new Limit(1, Duration.ofHours(1));
        pace.count("trial", "somebody", once);
        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> pace.count("trial", "somebody", once));
        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> pace.count("trial", "somebody", once));

        assertThat(watch.figures(HOUSE).limits()).contains(new Bite("trial", 2));
    }

    @Test
    void littleRoomIsLittleInBothSenses() {
        assertThat(new Disk(1_000_000_000L, 100_000_000_000L).isScarce()).isTrue();
        assertThat(new Disk(5_000_000_000L, 100_000_000_000L).isScarce()).isFalse();
        assertThat(new Disk(1_000_000_000L, 4_000_000_000L).isScarce()).isFalse();
    }

    private List<String> acts(UUID subject) {
        return jdbc.sql("SELECT act FROM audit_entry WHERE subject_id = ? ORDER BY number")
                .param(subject)
                .query((row, _) -> row.getString("act"))
                .list();
    }
}
