package org.kvartal.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Whereabouts;
import org.kvartal.accounts.web.Letters;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
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

/** One letter a week, or a day: of what was not read, to whoever still comes, once. */
class DigestModuleTests extends ToldHouse {

    @Autowired
    DigestRound digests;

    @Autowired
    LetterRound letters;

    @Autowired
    Leaving leaving;

    @Autowired
    Leaves leaves;

    @Autowired
    LetterCatcher catcher;

    @Autowired
    DigestBook book;

    @Autowired
    WaitingMail waiting;

    @Autowired
    Sources sources;

    @Autowired
    Whereabouts whereabouts;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Postbox postbox;

    @Autowired
    Messages messages;

    @Autowired
    House house;

    final String address = address();

    @Test
    void theWeeklyLetterComesOnItsDayAndHourWithWhatIsUnread() {
        PersonId ann = weekly(Language.RU);
        clock.turn(Duration.ofMinutes(1));
        tell("read", ann);
        inbox.readAll(Asker.of(ann), clock.instant());
        clock.turn(Duration.ofMinutes(1));
        tell("first", ann);
        trial.takeBack(tell("taken back", ann));
        trial.show(tell("seen there", ann));
        tell("second", ann);

        turnTo(next(ann).minusSeconds(60));
        runs();
        assertThat(count(ann)).isZero();
        turnTo(next(ann));
        runs();

        CaughtLetter.Opened letter = new Letters(catcher).wait(address, 1);
        assertThat(letter.letter().subject()).isEqualTo("Письмо за неделю: 2 новости");
        assertThat(letter.text().replace("\r\n", "\n"))
                .contains("Заседания\n\n* (ru) second", "* (ru) first", "/unsubscribe/", "Больше не получать")
                .doesNotContain("taken back", "seen there", "(ru) read", "почти полгода");
        assertThat(letter.html()).contains("(ru) second", "Заседания");

        turnTo(next(ann));
        runs();
        assertThat(count(ann))
                .as("nothing is new, and what was sent is not sent again")
                .isEqualTo(1);
    }

    @Test
    void theDailyLetterHoldsTheKindsThatWereChosenForItAndNoOthers() {
        PersonId ann = person(Language.EN, address);
        wishes.change(Asker.of(ann), new Wish(Preset.CONCERNS_ME, Map.of("forum", Rhythm.DAILY), DayOfWeek.MONDAY, 18));
        clock.turn(Duration.ofMinutes(1));
        tell("told", ann);
        clock.turn(Duration.ofMinutes(11));
        letters.run();
        assertThat(count(ann)).isZero();

        clock.turn(Duration.ofDays(1));
        runs();

        assertThat(new Letters(catcher).wait(address, 1).letter().subject())
                .isEqualTo("Your letter of the day: 1 new thing");
    }

    @Test
    void whoeverWasHereSinceGetsNone() {
        PersonId ann = weekly(Language.EN);
        clock.turn(Duration.ofMinutes(1));
        tell("told", ann);
        clock.turn(Duration.ofMinutes(1));
        visit(ann);

        turnTo(next(ann));
        runs();
        assertThat(count(ann)).isZero();

        tell("told later", ann);
        turnTo(next(ann));
        runs();
        assertThat(new Letters(catcher).wait(address, 1).text())
                .contains("told later")
                .doesNotContain("told\n");
    }

    @Test
    void whoMayNoLongerKnowGetsNothingOfIt() {
        PersonId ann = weekly(Language.EN);
        clock.turn(Duration.ofMinutes(1));
        tell("told", ann);
        trial.bar(ann);

        turnTo(next(ann));
        runs();

        assertThat(count(ann)).isZero();
    }

    @Test
    void afterHalfAYearOfAbsenceTheLettersEndWithAWordAndBeginAgainWithAVisit() {
        PersonId ann = weekly(Language.EN);
        Instant here = clock.instant();
        int sent = 0;
        String last = "";
        for (int week = 0; week < 28; week++) {
            clock.turn(Duration.ofMinutes(1));
            tell("week " + week, ann);
            turnTo(next(ann));
            Instant before = clock.instant();
            runs();
            if (posted(ann, before) > 0) {
                sent++;
                last = new Letters(catcher).wait(address, sent).text();
                assertThat(Duration.between(here, clock.instant())).isLessThanOrEqualTo(DigestRound.ABSENT);
                assertThat(last.contains("last letter of this kind"))
                        .isEqualTo(Duration.between(here, next(ann)).compareTo(DigestRound.ABSENT) > 0);
            }
        }
        assertThat(sent).isBetween(25, 26);
        assertThat(last).contains("last letter of this kind");

        visit(ann);
        clock.turn(Duration.ofMinutes(1));
        tell("welcome", ann);
        turnTo(next(ann));
        runs();
        assertThat(new Letters(catcher).wait(address, sent + 1).text())
                .contains("welcome")
                .doesNotContain("week 27", "last letter");
    }

    @Test
    void roundsAtTheSameTimeAndOneThatDiedSendItOnce() throws Exception {
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            PersonId person = person(Language.EN, address());
            wishes.change(Asker.of(person), Wish.UNSAID.with(Preset.WEEKLY_LETTER));
            people.add(person);
        }
        clock.turn(Duration.ofMinutes(1));
        tell("told", people.toArray(PersonId[]::new));
        turnTo(next(people.getFirst()));
        transaction.executeWithoutResult(dying -> {
            digests.run();
            dying.setRollbackOnly();
        });
        assertThat(people).extracting(this::count).containsOnly(0L);

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var act : threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<@Nullable Void>>mapToObj(_ -> () -> {
                        digests.run();
                        return null;
                    })
                    .toList())) {
                act.get();
            }
        }

        assertThat(people).extracting(this::count).containsOnly(1L);
    }

    @Test
    void missingWordsAreAskedForAgainAndKeepNoLetterFromOthers() {
        PersonId ann = weekly(Language.EN);
        PersonId bob = person(Language.EN, address());
        wishes.change(Asker.of(bob), Wish.UNSAID.with(Preset.WEEKLY_LETTER));
        clock.turn(Duration.ofMinutes(1));
        tell("told", ann, bob);
        trial.fail(ann, true);
        turnTo(next(ann));
        runs();
        assertThat(count(ann)).isZero();
        assertThat(count(bob)).isEqualTo(1);

        trial.fail(ann, false);
        runs();
        assertThat(count(ann)).isEqualTo(1);
        assertThat(count(bob)).isEqualTo(1);
    }

    @Test
    void endingTheLetterEndsWhatComesTogetherAndNothingElse() {
        PersonId ann = weekly(Language.EN);
        clock.turn(Duration.ofMinutes(1));
        tell("told", ann);
        leaving.end(leaves.token(ann, Set.of(Leaves.DIGEST)));
        leaving.end(leaves.token(ann, Set.of(Leaves.DIGEST)));

        turnTo(next(ann));
        runs();

        assertThat(count(ann)).isZero();
        assertThat(titles(ann)).containsExactly("(en) told");
        assertThat(leaving.look("x")).isEmpty();
        String token = leaves.token(ann, Set.of("forum"));
        assertThat(leaving.look(token)).isPresent();
        assertThat(leaving.look(token.substring(0, token.length() - 2) + "AA")).isEmpty();
    }

    @Test
    void aRoundReadsThePeopleTogether() {
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PersonId person = person();
            wishes.change(Asker.of(person), Wish.UNSAID.with(Preset.WEEKLY_LETTER));
            people.add(person);
        }
        turnTo(next(people.getFirst()));
        List<String> five = SqlCounter.during(digests::run);

        assertThat(five.stream().filter(sql -> sql.contains("FROM person p")).count())
                .as("who is where and reads what, by day and by week, however many they are")
                .isEqualTo(4);
        assertThat(five.stream().filter(sql -> sql.contains("LATERAL")).count()).isEqualTo(2);
    }

    @Test
    void endingTheLetterEndsThatOfAPlaceAndDoesNotBringItAtOnce() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        UUID quick = Ids.next();
        following.choose(Asker.of(ann), place, Attention.EVERYTHING);
        following.choose(Asker.of(ann), place, Rhythm.WEEKLY);
        following.choose(Asker.of(ann), quick, Attention.EVERYTHING);
        following.choose(Asker.of(ann), quick, Rhythm.NOW);
        tell(at(place, "before", ann));
        leaving.end(leaves.token(ann, Set.of(Leaves.DIGEST)));
        tell(at(place, "after", ann));

        clock.turn(Duration.ofMinutes(11));
        letters.run();
        assertThat(count(ann)).isZero();
        clock.turn(Duration.ofDays(8));
        letters.run();
        runs();
        assertThat(count(ann)).isZero();

        tell(at(quick, "at once", ann));
        clock.turn(Duration.ofMinutes(11));
        letters.run();
        assertThat(count(ann)).as("what comes at once comes still").isEqualTo(1);
    }

    @Test
    void whoeverChoseADailyLetterForAPlaceAndNothingElseGetsIt() {
        PersonId ann = person(Language.EN, address);
        UUID place = Ids.next();
        following.choose(Asker.of(ann), place, Attention.EVERYTHING);
        following.choose(Asker.of(ann), place, Rhythm.DAILY);
        clock.turn(Duration.ofMinutes(1));
        tell(at(place, "told", ann));

        clock.turn(Duration.ofDays(1));
        runs();

        assertThat(new Letters(catcher).wait(address, 1).letter().subject())
                .isEqualTo("Your letter of the day: 1 new thing");
        assertThat(wishes.own(Asker.of(ann))).isEqualTo(Wish.UNSAID);
    }

    @Test
    void whatIsToldMeanwhileAndWhatHasNoRoomIsInTheNextLetter() {
        PersonId ann = weekly(Language.EN);
        clock.turn(Duration.ofMinutes(1));
        tell("the oldest", ann);
        clock.turn(Duration.ofMinutes(1));
        for (int i = 1; i < 45; i++) {
            tell("told " + i, ann);
        }
        turnTo(next(ann));
        trial.meanwhile(() -> tell("meanwhile", ann));
        runs();

        CaughtLetter.Opened first = new Letters(catcher).wait(address, 1);
        assertThat(first.letter().subject()).contains("40");
        assertThat(first.text()).contains("(en) told 44").doesNotContain("meanwhile", "the oldest");

        turnTo(next(ann));
        runs();
        CaughtLetter.Opened second = new Letters(catcher).wait(address, 2);
        assertThat(second.letter().subject()).contains("6");
        assertThat(second.text()).contains("meanwhile", "the oldest").doesNotContain("(en) told 44");

        turnTo(next(ann));
        runs();
        assertThat(count(ann)).isEqualTo(2);
    }

    @Test
    void aLetterThatCannotBePostedKeepsNoneFromOthers() {
        PersonId ann = weekly(Language.EN);
        List<PersonId> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            PersonId person = person(Language.EN, address());
            wishes.change(Asker.of(person), new Wish(Preset.WEEKLY_LETTER, Map.of(), DayOfWeek.FRIDAY, 8));
            others.add(person);
        }
        clock.turn(Duration.ofMinutes(1));
        tell("told", ann);
        tell("told", others.toArray(PersonId[]::new));
        turnTo(next(ann));
        Postbox broken = letter -> {
            if (letter.to().address().equals(address)) {
                throw new IllegalStateException("not to them, as this test wants it");
            }
            postbox.post(letter);
        };
        new DigestRound(
                        book,
                        waiting,
                        sources,
                        whereabouts,
                        correspondence,
                        broken,
                        leaves,
                        messages,
                        house,
                        transaction,
                        clock)
                .run();
        assertThat(count(ann)).isZero();
        assertThat(others).extracting(this::count).containsOnly(1L);

        runs();
        assertThat(count(ann)).isEqualTo(1);
        assertThat(others).extracting(this::count).containsOnly(1L);
    }

    private Notice at(UUID place, String title, PersonId to) {
        UUID subject = trial.subject(title, null, "/app");
        return new Notice("trial:" + subject, TrialNotices.KIND, subject, Set.of(to), List.of(place), 0);
    }

    private void runs() {
        digests.run();
    }

    private PersonId weekly(Language language) {
        PersonId person = person(language, address);
        wishes.change(Asker.of(person), new Wish(Preset.WEEKLY_LETTER, Map.of(), DayOfWeek.FRIDAY, 8));
        return person;
    }

    private Instant next(PersonId person) {
        return jdbc.sql("SELECT weekly_at FROM notice_wish WHERE person = ?")
                .param(person.value())
                .query((row, _) -> Columns.moment(row, "weekly_at"))
                .single();
    }

    private void turnTo(Instant moment) {
        clock.turn(Duration.between(clock.instant(), moment));
    }

    private void visit(PersonId person) {
        jdbc.sql("INSERT INTO known_browser (token_hash, person, seen_at) VALUES (?, ?, ?)")
                .param(Ids.next().toString().getBytes(StandardCharsets.UTF_8))
                .param(person.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is older than three months is forgotten. */
    private long posted(PersonId person, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM letter l JOIN account a ON lower(a.address) = lower(l.address)
                 WHERE a.person = ? AND l.posted_at >= ?
                """)
                .param(person.value())
                .param(Columns.moment(since))
                .query(Long.class)
                .single();
    }

    private long count(PersonId person) {
        return jdbc.sql("""
                SELECT count(*) FROM letter l JOIN account a ON lower(a.address) = lower(l.address) WHERE a.person = ?
                """).param(person.value()).query(Long.class).single();
    }
}
