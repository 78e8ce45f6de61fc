package org.kvartal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Inbox.ListKey;
import org.kvartal.notifications.Inbox.NoticeList;
import org.kvartal.testing.SqlCounter;

/** What somebody finds in their inbox, and what is no longer there for them. */
class InboxModuleTests extends ToldHouse {

    @Test
    void theNewestStandsFirstInTheReadersLanguage() {
        PersonId ann = person();
        tell("first", ann);
        clock.turn(Duration.ofMinutes(1));
        UUID second = trial.subject("second", "More\n\nto know", "/app/place?x=1");
        tell(trial.about(second, ann));

        assertThat(titles(ann)).containsExactly("(en) second", "(en) first");
        assertThat(inbox.newest(Asker.of(ann), Language.BG, null, 50).lines())
                .first()
                .satisfies(line -> {
                    assertThat(line.text())
                            .isEqualTo(new NoticeText("(bg) second", "More\n\nto know", "/app/place?x=1"));
                    assertThat(line.unread()).isTrue();
                });
        assertThat(unread(ann)).isEqualTo(2);
    }

    @Test
    void whatIsOlderIsReadOnFromWhereTheListEnded() {
        PersonId ann = person();
        // All at one moment: the place in the list is exact all the same.
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < 25; i++) {
                notifications.tell(trial.about(trial.subject("told " + i, null, "/app"), ann));
            }
        });

        List<UUID> read = new ArrayList<>();
        ListKey next = null;
        do {
            NoticeList list = inbox.newest(Asker.of(ann), Language.EN, next, 10);
            list.lines().forEach(line -> read.add(line.id()));
            next = list.next();
        } while (next != null);

        assertThat(read).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void nothingComesAfterAPageThatEndsTheList() {
        PersonId ann = person();
        for (int i = 0; i < 10; i++) {
            tell("told " + i, ann);
        }

        assertThat(inbox.newest(Asker.of(ann), Language.EN, null, 10).next()).isNull();
        assertThat(inbox.newest(Asker.of(ann), Language.EN, null, 9).next()).isNotNull();
    }

    @Test
    void whatIsNoLongerWantedOrNoLongerMineToKnowIsGone() {
        PersonId ann = person();
        PersonId bob = person();
        UUID back = tell("taken back", ann, bob);
        tell("stays", ann, bob);

        trial.takeBack(back);
        assertThat(titles(ann)).containsExactly("(en) stays");
        assertThat(unread(ann)).isEqualTo(1);

        trial.bar(bob);
        assertThat(titles(bob)).isEmpty();
        assertThat(unread(bob)).isZero();
        assertThat(titles(ann)).containsExactly("(en) stays");
    }

    @Test
    void aListThatBecameShortIsFilledUp() {
        PersonId ann = person();
        for (int i = 0; i < 4; i++) {
            tell("old " + i, ann);
            clock.turn(Duration.ofMinutes(1));
        }
        for (int i = 0; i < 7; i++) {
            trial.takeBack(tell("gone " + i, ann));
            clock.turn(Duration.ofMinutes(1));
        }

        NoticeList list = inbox.newest(Asker.of(ann), Language.EN, null, 3);
        assertThat(list.lines()).hasSize(3);
        assertThat(inbox.newest(Asker.of(ann), Language.EN, list.next(), 3))
                .satisfies(rest -> assertThat(rest.lines()).hasSize(1))
                .satisfies(rest -> assertThat(rest.next()).isNull());
    }

    @Test
    void openingANoticeMarksItAsReadAndLeadsToItsPlace() {
        PersonId ann = person();
        UUID subject = trial.subject("Look", null, "/app/threads/7/3");
        tell(trial.about(subject, ann));
        UUID notice = lines(ann).getFirst().id();

        assertThat(inbox.open(Asker.of(ann), Language.EN, notice)).isEqualTo("/app/threads/7/3");

        assertThat(unread(ann)).isZero();
        assertThat(lines(ann)).singleElement().matches(line -> !line.unread());
        trial.takeBack(subject);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> inbox.open(Asker.of(ann), Language.EN, notice));
    }

    @Test
    void whatIsMarkedAsReadIsReadForMeAlone() {
        PersonId ann = person();
        PersonId bob = person();
        tell("for both", ann, bob);
        tell("for both, too", ann, bob);
        UUID notice = lines(ann).getFirst().id();

        inbox.read(Asker.of(ann), notice);
        inbox.read(Asker.of(ann), notice);

        assertThat(unread(ann)).isEqualTo(1);
        assertThat(unread(bob)).isEqualTo(2);
    }

    @Test
    void whatCameAfterTheReaderLookedStaysUnread() {
        PersonId ann = person();
        tell("seen", ann);
        clock.turn(Duration.ofSeconds(1));
        tell("seen, too", ann);
        var shown = lines(ann);
        clock.turn(Duration.ofSeconds(1));
        tell("not seen", ann);

        inbox.readAll(Asker.of(ann), shown.getFirst().toldAt());

        assertThat(lines(ann))
                .filteredOn(line -> line.unread())
                .extracting(line -> line.text().title())
                .containsExactly("(en) not seen");
    }

    @Test
    void nobodySeesOrMarksWhatIsSomebodyElses() {
        PersonId ann = person();
        PersonId eve = person();
        tell("for Ann", ann);
        UUID notice = lines(ann).getFirst().id();

        assertThat(titles(eve)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> inbox.open(Asker.of(eve), Language.EN, notice));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> inbox.read(Asker.of(eve), notice));
        inbox.readAll(Asker.of(eve), clock.instant());
        assertThat(unread(ann)).isEqualTo(1);
        for (Asker nobody : List.of(Asker.guest(), Asker.house("test"))) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> inbox.unread(nobody, Language.EN));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> inbox.newest(nobody, Language.EN, null, 10));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> inbox.read(nobody, notice));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> inbox.topics(nobody));
        }
    }

    @Test
    void aListAndACountTakeTheSameStatementsHoweverMuchThereIs() {
        PersonId one = person();
        PersonId many = person();
        tell("one", one);
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < 80; i++) {
                notifications.tell(trial.about(trial.subject("told " + i, null, "/app"), many));
            }
        });

        assertThat(SqlCounter.during(() -> lines(many)).statements())
                .hasSameSizeAs(SqlCounter.during(() -> lines(one)).statements())
                .hasSize(2);
        assertThat(SqlCounter.during(() -> unread(many)).statements())
                .hasSameSizeAs(SqlCounter.during(() -> unread(one)).statements())
                .hasSize(2);
    }

    @Test
    void countingEndsAtAHundred() {
        PersonId ann = person();
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < 130; i++) {
                notifications.tell(trial.about(trial.subject("told " + i, null, "/app"), ann));
            }
        });

        assertThat(unread(ann)).isEqualTo(Inbox.MOST_COUNTED + 1);
        assertThat(SqlCounter.during(() -> unread(ann)).statements()).hasSize(2);
    }

    @Test
    void oneSourceThatFailsLeavesTheInboxOpen() {
        PersonId ann = person();
        tell("told", ann);
        trial.fail(ann, true);

        assertThat(titles(ann)).isEmpty();
        assertThat(unread(ann)).isZero();

        trial.fail(ann, false);
        assertThat(titles(ann)).containsExactly("(en) told");
    }

    @Test
    void anOpenPageHearsWhatComesAndWhatIsReadElsewhere() throws InterruptedException {
        PersonId ann = person();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (var listening = listen(ann, () -> heard.add("news"))) {
            tell("told", ann);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("news");
            assertThat(unread(ann)).isEqualTo(1);

            inbox.read(Asker.of(ann), lines(ann).getFirst().id());
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("news");
            assertThat(unread(ann)).isZero();
        }
    }

    @Test
    void whatIsToldToOthersRingsNoBellOfMine() throws InterruptedException {
        PersonId ann = person();
        PersonId bob = person();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (var mine = listen(ann, () -> heard.add("ann"));
                var his = listen(bob, () -> heard.add("bob"))) {
            tell("for Bob", bob);

            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("bob");
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void wordsThatLeadElsewhereOrSayNothingAreTheirAuthorsMistake() {
        for (String path : List.of(
                "", "/", "app", "//elsewhere.example", "https://elsewhere.example", "/app//x", "/apple", "/app/a#b")) {
            assertThatIllegalArgumentException().as(path).isThrownBy(() -> new NoticeText("title", null, path));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new NoticeText(" \n", null, "/app"));
        assertThat(new NoticeText("a\r\nBcc: b", " ", "/app")).isEqualTo(new NoticeText("a Bcc: b", null, "/app"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> tell(new Notice("trial:" + Ids.next(), "trial.unknown", Ids.next(), Set.of(person()))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice(" ", "x", Ids.next(), Set.of()));
    }
}
