package org.kvartal.notifications;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.notifications.Inbox.NoticeLine;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** A house in which people are told things. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "notifications", extraIncludes = "tasks")
@Import({TurnableClock.Hands.class, SqlCounter.class, TrialNotices.class})
@TestInstance(Lifecycle.PER_METHOD)
public abstract class ToldHouse {

    @Autowired
    protected Notifications notifications;

    @Autowired
    protected Inbox inbox;

    @Autowired
    protected Wishes wishes;

    @Autowired
    protected Following following;

    @Autowired
    protected Live live;

    @Autowired
    protected TrialNotices trial;

    @Autowired
    protected Arrivals arrivals;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected TurnableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    /** Somebody without an address, who gets no letters. */
    protected PersonId person() {
        return person(Language.EN, null);
    }

    protected PersonId person(Language language, @Nullable String email) {
        PersonId person = PersonId.next();
        Arrivals.SignIn signIn = email == null ? null : new Arrivals.SignIn(email, "three blue doors");
        arrivals.bring(
                Asker.house("test"), new Arrivals.Newcomer(person, "Somebody", language, ZoneOffset.UTC, signIn));
        return person;
    }

    protected static String address() {
        return "p" + Ids.next() + "@people.example";
    }

    /** Tells it in a transaction of its own. */
    protected void tell(Notice notice) {
        transaction.executeWithoutResult(_ -> notifications.tell(notice));
    }

    /** Tells something new. */
    protected UUID tell(String title, PersonId... to) {
        UUID subject = trial.subject(title, null, "/app/place");
        tell(trial.about(subject, to));
        return subject;
    }

    protected List<NoticeLine> lines(PersonId reader) {
        return inbox.newest(Asker.of(reader), Language.EN, null, 50).lines();
    }

    protected List<String> titles(PersonId reader) {
        return lines(reader).stream().map(line -> line.text().title()).toList();
    }

    /** Hears what an open page of theirs hears. */
    protected Listening listen(PersonId reader, Runnable heard) {
        List<Listening> all = inbox.topics(Asker.of(reader)).stream()
                .map(topic -> live.onChange(topic, heard))
                .toList();
        return () -> all.forEach(Listening::close);
    }

    protected int unread(PersonId reader) {
        return inbox.unread(Asker.of(reader), Language.EN);
    }
}
