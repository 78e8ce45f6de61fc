package org.kvartal.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Suspensions;
import org.kvartal.accounts.web.Letters;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.domain.CaughtLetter;
import org.kvartal.mail.domain.LetterCatcher;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Preset;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.ToldHouse;
import org.kvartal.notifications.TrialNotices;
import org.kvartal.notifications.Wish;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

/** From the act that tells something to inboxes and letters: once each, whatever happens in between. */
class TellingModuleTests extends ToldHouse {

    @Autowired
    LetterRound round;

    @Autowired
    Pigeonholes pigeonholes;

    @Autowired
    LetterCatcher catcher;

    @Autowired
    WaitingMail waiting;

    @Autowired
    Sources sources;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Postbox postbox;

    @Autowired
    Leaves leaves;

    @Autowired
    Leaving leaving;

    @Autowired
    House house;

    @Autowired
    Suspensions suspensions;

    final String address = address();

    @Test
    void whoeverIsToldGetsALetterAfterAWhileInTheirLanguage() {
        PersonId dora = person(Language.BG, address);
        UUID subject = trial.subject("Говорите за Аралия", "До 12 март.\n\nБлагодарим!", "/app/members/7");

        tell(trial.about(subject, dora));
        mailGoes();

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
        mailGoes();

        assertThat(new Letters(catcher).wait(address, 1).text().lines())
                .startsWith("Hello, Somebody!", "", "(en) Anna spoke.", "", "Open in Kvartal:");
    }

    @Test
    void whoHasNoAddressFindsItInTheInboxAlone() {
        PersonId ann = person();
        PersonId unknown = PersonId.next();

        tell("told", ann, unknown);
        mailGoes();

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
        mailGoes();

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
        mailGoes();

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
        mailGoes();

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
        mailGoes();

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
        mailGoes();
        inbox.readAll(Asker.of(ann), clock.instant());

        tell(trial.about(subject, ann, bob));
        tell(trial.about(subject, ann, bob));
        mailGoes();

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
        mailGoes();

        for (PersonId person : people) {
            assertThat(titles(person)).containsExactly("(en) told");
            assertThat(letters(person)).isEqualTo(1);
        }
    }

    @Test
    void nodesThatPostAtTheSameTimePostEachLetterOnce() throws Exception {
        PersonId[] people =
                Stream.generate(() -> person(Language.EN, address())).limit(6).toArray(PersonId[]::new);
        tell("told", people);
        tell("told, too", people);
        clock.turn(Messenger.WINDOW);

        allAtOnce(IntStream.range(0, 4)
                .<Callable<@Nullable Void>>mapToObj(_ -> () -> {
                    round.run();
                    return null;
                })
                .toList());

        assertThat(people).extracting(this::letters).containsOnly(2L);
    }

    @Test
    void aNodeThatDiesBeforeItsCommitHasPostedNothingAndTheNextPostsAll() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        tell(at(place, "one", ann));
        tell(at(place, "two", ann));
        clock.turn(Messenger.WINDOW);

        transaction.executeWithoutResult(dying -> {
            round.run();
            assertThat(letters(ann)).isEqualTo(1);
            dying.setRollbackOnly();
        });
        assertThat(letters(ann)).isZero();

        round.run();
        round.run();
        assertThat(letters(ann)).isEqualTo(1);
    }

    @Test
    void onePersonsMissingWordsKeepNoLetterFromOthersAndAreAskedForAgain() {
        PersonId ann = person(Language.EN, address);
        PersonId bob = person(Language.EN, address());
        trial.fail(bob, true);
        tell("told", ann, bob);
        mailGoes();
        assertThat(letters(ann)).isEqualTo(1);
        assertThat(letters(bob)).isZero();

        trial.fail(bob, false);
        round.run();
        assertThat(letters(bob)).as("not at once again").isZero();
        mailGoes();

        assertThat(letters(ann)).isEqualTo(1);
        assertThat(letters(bob)).isEqualTo(1);
    }

    @Test
    void nothingLeavesBeforeTenMinutesAreOver() {
        PersonId ann = person(Language.EN, address);
        tell("told", ann);
        awaitEnd();
        clock.turn(Duration.ofMinutes(9));
        round.run();
        assertThat(letters(ann)).isZero();

        clock.turn(Duration.ofMinutes(1));
        round.run();
        assertThat(letters(ann)).isEqualTo(1);
    }

    @Test
    void whatCannotWaitDoesNotAndCannotBeEnded() {
        PersonId ann = person(Language.EN, address);
        wishes.change(
                Asker.of(ann), new Wish(Preset.WEEKLY_LETTER, Map.of("forum", Rhythm.NEVER), DayOfWeek.MONDAY, 9));
        UUID subject = trial.subject("cancelled", null, "/app");
        tell(new Notice("trial.urgent:" + subject, TrialNotices.URGENT, subject, Set.of(ann)));
        round.run();

        CaughtLetter.Opened letter = new Letters(catcher).wait(address, 1);
        assertThat(letter.letter().subject()).isEqualTo("(en) cancelled");
        assertThat(letter.text()).doesNotContain("/unsubscribe/");
    }

    @Test
    void whatBelongsTogetherIsOneLetterAndWhatDoesNotIsAnother() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        tell(at(place, "first", ann));
        UUID gone = trial.subject("second", null, "/app");
        tell(new Notice("trial:" + gone, TrialNotices.KIND, gone, Set.of(ann), List.of(place), 0));
        clock.turn(Duration.ofMinutes(5));
        tell(at(place, "third", ann));
        tell("elsewhere", ann);
        clock.turn(Duration.ofMinutes(5));
        round.run();
        assertThat(letters(ann)).as("somebody is still writing there").isZero();
        trial.takeBack(gone);

        clock.turn(Duration.ofMinutes(5));
        round.run();

        assertThat(letters(ann)).isEqualTo(2);
        new Letters(catcher).wait(address, 2);
        CaughtLetter.Opened joined = catcher.newest(500).stream()
                .filter(letter -> letter.recipient().equals(address))
                .filter(letter -> letter.subject().equals("(en) third"))
                .map(letter -> catcher.open(letter.id()).orElseThrow())
                .findFirst()
                .orElseThrow();
        assertThat(joined.text())
                .contains("2 things are new", "* (en) first", "* (en) third", "/unsubscribe/")
                .doesNotContain("second", "elsewhere");
    }

    @Test
    void whoeverNeverStopsIsWrittenOfAllTheSame() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        for (int i = 0; i < 12; i++) {
            tell(at(place, "told " + i, ann));
            clock.turn(Duration.ofMinutes(5));
            round.run();
        }

        assertThat(letters(ann)).isEqualTo(1);
    }

    @Test
    void whatTheReaderSawInItsPlaceIsNoNews() {
        PersonId ann = person(Language.EN, address);
        UUID subject = tell("seen there", ann);
        assertThat(unread(ann)).isEqualTo(1);
        trial.show(subject);
        mailGoes();

        assertThat(letters(ann)).isZero();
        assertThat(unread(ann)).isZero();
        assertThat(lines(ann)).singleElement().matches(line -> !line.unread());
    }

    @Test
    void aLaterEditionIsNewsAgainAndAnEarlierOneIsNot() {
        PersonId ann = person(Language.EN, address);
        UUID subject = trial.subject("goes on", null, "/app");
        for (long edition : new long[] {1, 1, 0}) {
            tell(new Notice("trial:" + subject, TrialNotices.KIND, subject, Set.of(ann), List.of(), edition));
        }
        mailGoes();
        inbox.readAll(Asker.of(ann), clock.instant());
        tell(new Notice("trial:" + subject, TrialNotices.KIND, subject, Set.of(ann), List.of(), 1));
        assertThat(unread(ann)).isZero();

        tell(new Notice("trial:" + subject, TrialNotices.KIND, subject, Set.of(ann), List.of(), 2));
        assertThat(unread(ann)).isEqualTo(1);
        mailGoes();

        assertThat(lines(ann)).hasSize(1);
        assertThat(letters(ann)).isEqualTo(2);
    }

    @Test
    void whatSomebodyWantsToHearNothingOfIsNotToldAtAll() {
        PersonId ann = person(Language.EN, address);
        UUID thread = Ids.next();
        UUID space = Ids.next();
        following.choose(Asker.of(ann), space, Attention.NOTHING);
        UUID subject = trial.subject("not for me", null, "/app");
        Notice notice =
                new Notice("trial:" + subject, TrialNotices.KIND, subject, Set.of(ann), List.of(thread, space), 0);
        tell(notice);
        mailGoes();
        assertThat(titles(ann)).isEmpty();
        assertThat(letters(ann)).isZero();

        following.choose(Asker.of(ann), thread, Attention.CONCERNS_ME);
        tell(notice);
        assertThat(titles(ann)).containsExactly("(en) not for me");
    }

    @Test
    void whatIsChosenAnewCountsForWhatWaits() {
        PersonId ann = person(Language.EN, address);
        tell("told", ann);
        wishes.change(Asker.of(ann), Wish.UNSAID.with(Preset.WEEKLY_LETTER));
        mailGoes();
        assertThat(letters(ann)).isZero();

        wishes.change(Asker.of(ann), Wish.UNSAID);
        round.run();
        assertThat(letters(ann)).isEqualTo(1);
    }

    @Test
    void whatIsChosenToComeAtOnceWaitsItsTenMinutesAllTheSame() {
        PersonId ann = person(Language.EN, address);
        wishes.change(Asker.of(ann), Wish.UNSAID.with(Preset.WEEKLY_LETTER));
        tell("told", ann);
        clock.turn(Duration.ofMinutes(1));
        wishes.change(Asker.of(ann), Wish.UNSAID);
        round.run();
        assertThat(letters(ann)).isZero();

        clock.turn(Duration.ofMinutes(9));
        round.run();
        assertThat(letters(ann)).isEqualTo(1);
    }

    @Test
    void whoeverWantsNothingMoreOfAPlaceGetsNoLetterOfWhatWaits() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        tell(at(place, "told", ann));
        following.choose(Asker.of(ann), Ids.next(), Attention.NOTHING);
        assertThat(waits(ann)).isTrue();

        following.choose(Asker.of(ann), place, Attention.NOTHING);
        assertThat(waits(ann)).isFalse();
        mailGoes();
        assertThat(letters(ann)).isZero();
        assertThat(titles(ann)).containsExactly("(en) told");
    }

    @Test
    void whatCannotWaitTakesWhatIsToldOfItsPlaceAlong() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        UUID urgent = trial.subject("cancelled", null, "/app");
        tell(new Notice("trial.urgent:" + urgent, TrialNotices.URGENT, urgent, Set.of(ann), List.of(place), 0));
        tell(at(place, "answered", ann));
        round.run();

        CaughtLetter.Opened letter = new Letters(catcher).wait(address, 1);
        assertThat(letter.text()).contains("(en) cancelled", "(en) answered").doesNotContain("/unsubscribe/");
        assertThat(letter.letter().subject()).isEqualTo("(en) answered");
    }

    @Test
    void theAddressInAJoinedLetterEndsAllThatTheLetterTellsOf() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        following.choose(Asker.of(ann), place, Attention.EVERYTHING);
        following.choose(Asker.of(ann), place, Rhythm.NOW);
        tell(at(place, "first", ann));
        tell(other(place, "second", ann));
        mailGoes();
        String text = new Letters(catcher).wait(address, 1).text();
        String token = text.replaceAll("(?s).*/unsubscribe/([\\w-]+).*", "$1");
        assertThat(leaves.read(token)).contains(new Leaves.Leave(ann, Set.of("forum", "seminars")));

        leaving.end(token);
        tell(at(place, "third", ann));
        tell(other(place, "fourth", ann));
        mailGoes();
        assertThat(letters(ann)).isEqualTo(1);
        assertThat(titles(ann)).hasSize(4);

        following.choose(Asker.of(ann), place, Rhythm.NOW);
        tell(at(place, "fifth", ann));
        mailGoes();
        assertThat(letters(ann))
                .as("what is chosen for the place after that counts")
                .isEqualTo(2);
    }

    @Test
    void endingOneGroupLeavesTheOthersOfAPlaceAsTheyAre() {
        PersonId ann = person(Language.EN, address);
        wishes.change(Asker.of(ann), Wish.UNSAID.with(Preset.WEEKLY_LETTER));
        UUID place = Ids.next();
        following.choose(Asker.of(ann), place, Attention.EVERYTHING);
        following.choose(Asker.of(ann), place, Rhythm.NOW);
        tell(at(place, "waits", ann));
        leaving.end(leaves.token(ann, Set.of("forum")));
        assertThat(waits(ann)).as("what waited is ended, too").isFalse();
        tell(at(place, "ended", ann));
        tell(other(place, "goes on", ann));
        mailGoes();
        assertThat(new Letters(catcher).wait(address, 1).letter().subject()).isEqualTo("(en) goes on");

        wishes.change(Asker.of(ann), Wish.UNSAID.with(Preset.WEEKLY_LETTER));
        tell(at(place, "wanted again", ann));
        mailGoes();
        assertThat(letters(ann)).isEqualTo(2);
    }

    @Test
    void aLetterThatCannotBePostedKeepsNoneFromOthersAndGoesLater() {
        PersonId ann = person(Language.EN, address);
        List<PersonId> others =
                Stream.generate(() -> person(Language.EN, address())).limit(3).toList();
        tell("told", ann);
        tell("told", others.toArray(PersonId[]::new));
        clock.turn(Messenger.WINDOW);
        Postbox broken = letter -> {
            if (letter.to().address().equals(address)) {
                throw new IllegalStateException("not to them, as this test wants it");
            }
            postbox.post(letter);
        };
        new LetterRound(waiting, sources, correspondence, broken, leaves, house, transaction, clock).run();
        assertThat(letters(ann)).isZero();
        assertThat(others).extracting(this::letters).containsOnly(1L);

        round.run();
        assertThat(letters(ann)).as("it is put off").isZero();
        clock.turn(Duration.ofMinutes(5));
        round.run();
        assertThat(letters(ann)).isEqualTo(1);
        assertThat(others).extracting(this::letters).containsOnly(1L);
    }

    @Test
    void whoMayNotComeInIsNotWrittenTo() {
        PersonId ann = person(Language.EN, address);
        PersonId bob = person(Language.EN, address());
        tell("told", ann, bob);
        suspensions.suspend(Asker.house("test"), ann, "insulted others");
        mailGoes();

        assertThat(letters(ann)).isZero();
        assertThat(letters(bob)).isEqualTo(1);
    }

    @Test
    void whatWasChosenForAGroupThatIsNotInUseStays() {
        PersonId ann = person();
        wishes.change(Asker.of(ann), Wish.UNSAID);
        jdbc.sql("UPDATE notice_wish SET groups = '{\"away\": \"NEVER\"}' WHERE person = ?")
                .param(ann.value())
                .update();

        wishes.change(
                Asker.of(ann),
                new Wish(
                        Preset.CONCERNS_ME,
                        Map.of("forum", Rhythm.DAILY, "invented", Rhythm.DAILY),
                        DayOfWeek.MONDAY,
                        9));

        assertThat(wishes.own(Asker.of(ann)).groups()).isEqualTo(Map.of("forum", Rhythm.DAILY, "away", Rhythm.NEVER));
    }

    private boolean waits(PersonId person) {
        return jdbc.sql("SELECT count(rhythm) FROM notice WHERE person = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Notice other(UUID place, String title, PersonId to) {
        UUID subject = trial.subject(title, null, "/app");
        return new Notice("trial.other:" + subject, TrialNotices.OTHER, subject, Set.of(to), List.of(place), 0);
    }

    private Notice at(UUID place, String title, PersonId to) {
        UUID subject = trial.subject(title, null, "/app");
        return new Notice("trial:" + subject, TrialNotices.KIND, subject, Set.of(to), List.of(place), 0);
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
        mailGoes();
        new Letters(catcher).wait(address, 1);

        tell(notice);
        mailGoes();
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
        mailGoes();

        CaughtLetter.Opened letter = new Letters(catcher).wait(address, 1);
        assertThat(letter.letter().subject()).isEqualTo("(en) <b>x</b> {0} ' Bcc: eve@people.example");
        assertThat(letter.html()).contains("&lt;script&gt;").doesNotContain("<script>", "<b>x</b>");
    }

    /** Until all that was told is carried out, and has waited long enough. */
    private void mailGoes() {
        awaitEnd();
        clock.turn(Messenger.WINDOW);
        round.run();
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
