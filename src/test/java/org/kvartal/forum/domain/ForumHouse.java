package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Forums;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.notifications.Inbox;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A house with a facilitator and a series of sessions, once a week. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({SqlCounter.class, CopiedLetters.class, TurnableClock.Hands.class, Belonging.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class ForumHouse {

    static final Asker HOUSE = Asker.house("test");

    @Autowired
    SeriesBook book;

    @Autowired
    Sessions sessions;

    @Autowired
    Convening convening;

    @Autowired
    Agenda agenda;

    @Autowired
    Invitations invitations;

    @Autowired
    Drafting drafting;

    @Autowired
    SessionLetters invitationLetters;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    TurnableClock clock;

    @Autowired
    JdbcClient jdbc;

    final SeriesId series = SeriesId.next();
    Asker officer;
    Asker facilitator;
    Asker member;

    @BeforeEach
    void aSeriesIsSetUp() {
        officer = person("Olga Officer", Role.OFFICER);
        facilitator = person("Fani Facilitator", Role.MEMBER);
        member = person("Mila Member", Role.MEMBER);
        book.make(
                officer,
                new NewSeries(
                        series,
                        Forums.weekly("Forum " + series, clock.instant()),
                        Set.of(facilitator.requirePerson())));
    }

    /** What one test leaves behind does not stand before what the next one looks for. */
    @AfterEach
    void theSeriesIsOver() {
        jdbc.sql("UPDATE forum_series SET ended_at = now() WHERE id = ? AND ended_at IS NULL")
                .param(series.value())
                .update();
        jdbc.sql("""
                UPDATE forum_session SET starts_at = 'epoch', ends_at = 'epoch',
                       state = CASE state WHEN 'IN_PROGRESS' THEN 'CLOSED' ELSE state END
                 WHERE series = ?""").param(series.value()).update();
    }

    Asker person(String name, Role... roles) {
        return Asker.of(belonging.person(name, roles));
    }

    static String address(Asker person) {
        return "person-" + person.requirePerson() + "@example.org";
    }

    /** The session of the series that is to come. */
    SessionCard session() {
        return sessions.coming(officer).stream()
                .filter(one -> series.equals(one.series()))
                .filter(one -> one.state() != SessionState.CANCELLED)
                .findFirst()
                .orElseThrow();
    }

    AgendaDesk desk() {
        return agenda.desk(facilitator, session().code()).orElseThrow();
    }

    /** Something that a member has proposed. */
    ItemId proposed(String title) {
        return proposed(member, title);
    }

    ItemId proposed(Asker by, String title) {
        ItemId id = ItemId.next();
        agenda.propose(by, Forums.item(id, series, title));
        return id;
    }

    ItemLine item(ItemId id) {
        return agenda.find(facilitator, id).orElseThrow();
    }

    /** Puts it behind everything else into the second section. */
    void schedule(ItemId id) {
        AgendaDesk desk = desk();
        agenda.place(
                facilitator,
                desk.session().id(),
                desk.agendaVersion(),
                id,
                desk.parts().getLast().id(),
                99);
    }

    /** The session, opened. */
    SessionCard opened(boolean invite) {
        SessionCard draft = session();
        convening.open(facilitator, draft.id(), draft.version(), invite);
        return session();
    }

    /** Titles of the agenda, section by section. */
    List<String> titles() {
        return desk().parts().stream()
                .flatMap(part -> part.items().stream())
                .map(line -> line.title().in(Language.EN))
                .toList();
    }

    void writeLetters() {
        while (invitationLetters.goOn()) {
            // Some at a time.
        }
        // What the house itself writes meanwhile is written, too.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("SELECT count(*) FROM session_invitation WHERE posted_at IS NULL")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** Waits until a notice that says so stands in somebody's inbox. */
    void isTold(Asker person, String part) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(person))
                        .anySatisfy(title -> assertThat(title).contains(part)));
    }

    List<String> told(Asker person) {
        return inbox.newest(person, Language.EN, null, 50).lines().stream()
                .map(line -> line.text().title())
                .toList();
    }

    List<String> owes(Asker person) {
        return tasks.owed(person, 500).stream().map(line -> line.key()).toList();
    }

    PersonId id(Asker person) {
        return person.requirePerson();
    }

    /** Lets several act at the same moment, and waits until all have. */
    static <T> List<Future<T>> atOnce(int times, Callable<T> act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> done = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                done.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            return done;
        }
    }
}
