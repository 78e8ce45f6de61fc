package org.kvartal.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.web.Letters;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.domain.CaughtLetter;
import org.kvartal.mail.domain.LetterCatcher;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.ToldHouse;
import org.kvartal.notifications.TrialNotices;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

/** From the act that tells something to inboxes and letters: once each, whatever happens in between. */
class TellingModuleTests extends ToldHouse {

    @Autowired
    Messenger messenger;

    @Autowired
    Pigeonholes pigeonholes;

    @Autowired
    LetterCatcher catcher;

    final String address = address();

    @Test
    void whoeverIsToldGetsALetterAtOnceInTheirLanguage() {
        PersonId dora = person(Language.BG, address);
        UUID subject = trial.subject("Говорите за Аралия", "До 12 март.\n\nБлагодарим!", "/app/members/7");

        tell(trial.about(subject, dora));

        CaughtLetter.Opened letter = new Letters(catcher).wait(address, 1);
        assertThat(letter.letter().subject()).isEqualTo("(bg) Говорите за Аралия");
        assertThat(letter.language()).isEqualTo(Language.BG);
        assertThat(letter.text())
                .contains("Somebody", "(bg) Говорите за Аралия.", "До 12 март.", "Благодарим!", "Отворете в Kvartal");
        assertThat(Letters.link(letter))
                .isEqualTo("/app/inbox/" + lines(dora).getFirst().id());
    }

    @Test
    void aNoticeWithoutMoreToSayIsALetterOfOneSentence() {
        PersonId ann = person(Language.EN, address);

        tell("Anna spoke", ann);

        assertThat(new Letters(catcher).wait(address, 1).text().lines())
                .startsWith("Hello, Somebody!", "", "(en) Anna spoke.", "", "Open in Kvartal:");
    }

    @Test
    void whoHasNoAddressFindsItInTheInboxAlone() {
        PersonId ann = person();
        PersonId unknown = PersonId.next();

        tell("told", ann, unknown);
        awaitEnd();

        assertThat(titles(ann)).containsExactly("(en) told");
        assertThat(letters(ann)).isZero();
    }

    @Test
    void whatIsTakenBackBeforeTheLetterIsWrittenIsNotWritten() {
        PersonId ann = person(Language.EN, address);
        UUID subject = trial.subject("told", null, "/app");
        transaction.executeWithoutResult(_ -> {
            notifications.tell(trial.about(subject, ann));
            trial.takeBack(subject);
        });
        awaitEnd();

        assertThat(letters(ann)).isZero();
    }

    @Test
    void whoeverMayNoLongerKnowGetsNoLetter() {
        PersonId ann = person(Language.EN, address);
        PersonId bob = person(Language.EN, address());
        transaction.executeWithoutResult(_ -> {
            tell("told", ann, bob);
            trial.bar(ann);
        });
        awaitEnd();

        assertThat(letters(ann)).isZero();
        assertThat(letters(bob)).isEqualTo(1);
    }

    @Test
    void whatWasReadMeanwhileIsNotWrittenAgain() {
        PersonId ann = person(Language.EN, address);
        transaction.executeWithoutResult(_ -> {
            tell("told", ann);
            inbox.readAll(Asker.of(ann), clock.instant());
        });
        awaitEnd();

        assertThat(letters(ann)).isZero();
    }

    @Test
    void anActThatIsRolledBackTellsNothing() {
        PersonId ann = person(Language.EN, address);
        UUID subject = trial.subject("told", null, "/app");
        transaction.executeWithoutResult(status -> {
            notifications.tell(trial.about(subject, ann));
            status.setRollbackOnly();
        });
        awaitEnd();

        assertThat(titles(ann)).isEmpty();
        assertThat(letters(ann)).isZero();
        assertThatThrownBy(() -> notifications.tell(trial.about(subject, ann)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theSameFactIsToldToEachOnce() {
        PersonId ann = person(Language.EN, address);
        PersonId bob = person(Language.EN, address());
        UUID subject = trial.subject("told", null, "/app");
        tell(trial.about(subject, ann));
        awaitEnd();
        inbox.readAll(Asker.of(ann), clock.instant());

        tell(trial.about(subject, ann, bob));
        tell(trial.about(subject, ann, bob));
        awaitEnd();

        assertThat(lines(ann)).singleElement().matches(line -> !line.unread(), "stays read");
        assertThat(titles(bob)).containsExactly("(en) told");
        assertThat(letters(ann)).isEqualTo(1);
        assertThat(letters(bob)).isEqualTo(1);
    }

    @Test
    void theSameFactToldByManyAtOnceIsOneNoticeAndOneLetter() throws Exception {
        List<PersonId> people =
                Stream.generate(() -> person(Language.EN, address())).limit(4).toList();
        UUID subject = trial.subject("told", null, "/app");
        int tellers = 8;
        CyclicBarrier together = new CyclicBarrier(tellers);
        allAtOnce(IntStream.range(0, tellers)
                .<Callable<@Nullable Void>>mapToObj(_ -> () -> {
                    together.await();
                    tell(trial.about(subject, people.toArray(PersonId[]::new)));
                    return null;
                })
                .toList());
        awaitEnd();

        for (PersonId person : people) {
            assertThat(titles(person)).containsExactly("(en) told");
            assertThat(letters(person)).isEqualTo(1);
        }
    }

    @Test
    void twoNodesThatCarryTheSameTellingPostEachLetterOnce() throws Exception {
        PersonId[] people =
                Stream.generate(() -> person(Language.EN, address())).limit(6).toArray(PersonId[]::new);
        UUID telling = begin(trial.about(trial.subject("told", null, "/app"), people));

        allAtOnce(IntStream.range(0, 4)
                .<Callable<@Nullable Void>>mapToObj(_ -> () -> {
                    messenger.carry(telling);
                    return null;
                })
                .toList());
        awaitEnd();

        assertThat(people).extracting(this::letters).containsOnly(1L);
    }

    @Test
    void onePersonsMissingWordsKeepNoLetterFromOthersAndAreAskedForAgain() {
        PersonId ann = person(Language.EN, address);
        PersonId bob = person(Language.EN, address());
        trial.fail(bob, true);
        UUID telling = begin(trial.about(trial.subject("told", null, "/app"), ann, bob));
        await().until(() -> letters(ann) == 1);
        assertThatThrownBy(() -> messenger.carry(telling)).isInstanceOf(IllegalStateException.class);
        assertThat(letters(bob)).isZero();

        trial.fail(bob, false);
        messenger.carry(telling);

        assertThat(letters(ann)).isEqualTo(1);
        assertThat(letters(bob)).isEqualTo(1);
    }

    @Test
    void fiveThousandAreToldWithTheStatementsOfOne() throws InterruptedException {
        PersonId ann = person(Language.EN, address);
        Set<PersonId> many = Stream.concat(
                        Stream.of(ann), Stream.generate(PersonId::next).limit(4_999))
                .collect(Collectors.toSet());
        UUID subject = trial.subject("told", null, "/app");
        Notice notice = new Notice("trial.many:" + subject, TrialNotices.KIND, subject, many);
        Notice small = trial.about(trial.subject("told", null, "/app"), PersonId.next());
        List<String> forOne = SqlCounter.during(() -> tell(small));
        BlockingQueue<String> rung = new LinkedBlockingQueue<>();
        try (var listening = listen(ann, () -> rung.add("rung"))) {
            List<String> forMany = SqlCounter.during(() -> tell(notice));

            assertThat(forMany).hasSizeLessThanOrEqualTo(forOne.size());
            assertThat(rung.poll(10, TimeUnit.SECONDS)).isEqualTo("rung");
        }
        assertThat(titles(ann)).containsExactly("(en) told");
        assertThat(jdbc.sql("SELECT count(*) FROM notice WHERE subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single())
                .isEqualTo(5_000);
        new Letters(catcher).wait(address, 1);

        tell(notice);
        awaitEnd();
        assertThat(letters(ann)).isEqualTo(1);
    }

    @Test
    void whatWasReadHalfAYearAgoIsForgottenAndWhatWasNotIsKept() {
        PersonId ann = person();
        tell("read long ago", ann);
        inbox.read(Asker.of(ann), lines(ann).getFirst().id());
        tell("never read", ann);
        age(ann, "1 day");
        tell("read lately", ann);
        inbox.read(Asker.of(ann), lines(ann).getFirst().id());
        age(ann, "179 days 23 hours");

        pigeonholes.forgetOld();

        assertThat(titles(ann)).containsExactly("(en) read lately", "(en) never read");
    }

    @Test
    void namesThatLookLikeMarkupOrHeadersStayNames() {
        PersonId ann = person(Language.EN, address);
        UUID subject = trial.subject("<b>x</b> {0} ' \r\nBcc: eve@people.example", "<script>alert(1)</script>", "/app");

        tell(trial.about(subject, ann));

        CaughtLetter.Opened letter = new Letters(catcher).wait(address, 1);
        assertThat(letter.letter().subject()).isEqualTo("(en) <b>x</b> {0} ' Bcc: eve@people.example");
        assertThat(letter.html()).contains("&lt;script&gt;").doesNotContain("<script>", "<b>x</b>");
    }

    /** Tells it, and says which telling that is. */
    private UUID begin(Notice notice) {
        return transaction.execute(_ -> {
            notifications.tell(notice);
            return jdbc.sql("SELECT id FROM telling WHERE subject = ?")
                    .param(notice.subject())
                    .query(UUID.class)
                    .single();
        });
    }

    /** Until all that was told is carried out. */
    private void awaitEnd() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM telling")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private long letters(PersonId person) {
        return jdbc.sql("""
                SELECT count(*) FROM letter l JOIN account a ON lower(a.address) = lower(l.address) WHERE a.person = ?
                """).param(person.value()).query(Long.class).single();
    }

    /** Not by the clock: whatever else lives by it would grow old, too. */
    private void age(PersonId person, String by) {
        jdbc.sql("UPDATE notice SET told_at = told_at - :by::interval WHERE person = :person")
                .param("by", by)
                .param("person", person.value())
                .update();
    }

    private static void allAtOnce(List<Callable<@Nullable Void>> acts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            for (var act : threads.invokeAll(acts)) {
                act.get();
            }
        }
    }
}
