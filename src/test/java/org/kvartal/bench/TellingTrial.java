package org.kvartal.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One post that very many follow, and a week's letters of a whole house. */
@Component
final class TellingTrial {

    private static final Asker HOUSE = Asker.house("bench");
    private static final String TEXT = "Which form does the export office want for a plaster cast?";

    /** Posts that are timed, beside as many that nobody follows. */
    private static final int POSTS = 30;

    private static final int CROWD = 500;
    private static final int PATIENCE = 600;

    private final Arrivals arrivals;
    private final Conversations conversations;
    private final JdbcClient jdbc;
    private final TransactionOperations together;

    TellingTrial(Arrivals arrivals, Conversations conversations, JdbcClient jdbc, TransactionOperations together) {
        this.arrivals = arrivals;
        this.conversations = conversations;
        this.jdbc = jdbc;
        this.together = together;
    }

    record Order(int people) {}

    /**
     * @param alone how long a post took that nobody follows, in the middle, in milliseconds
     * @param followed the same of one that everybody follows
     * @param queued from the post until it lies in all inboxes and waits for its letters, in seconds
     * @param letters how many were sent, {@code perSecond} how many in a second
     */
    record Outcome(double alone, double followed, double queued, double queuedWorst, long letters, double perSecond) {}

    /** @param seconds from the first letter to the last */
    record Digests(long letters, double seconds, long twice) {}

    Outcome follow(Order order) throws InterruptedException {
        Asker author = Asker.of(PersonId.next());
        arrivals.bring(HOUSE, newcomer(author.requirePerson(), "Author"));
        SpaceId space = space();
        ThreadId quiet = thread(author, space);
        ThreadId loud = thread(author, space);
        List<PersonId> crowd = crowd(order.people);
        jdbc.sql("""
                INSERT INTO following (person, place, attention, chosen, since)
                SELECT unnest(:people::uuid[]), :thread, 'EVERYTHING', true, now()""").param("people", ids(crowd)).param("thread", loud.value()).update();
        // The program learns its way first: nothing of that is measured.
        for (int i = 0; i < 5; i++) {
            post(author, quiet);
            settled(loud, post(author, loud), order.people);
        }
        Latencies alone = new Latencies();
        Latencies followed = new Latencies();
        Latencies queued = new Latencies();
        for (int i = 0; i < POSTS; i++) {
            long begin = System.nanoTime();
            post(author, quiet);
            alone.add(System.nanoTime() - begin);
            rests();
            begin = System.nanoTime();
            int number = post(author, loud);
            followed.add(System.nanoTime() - begin);
            begin = System.nanoTime();
            settled(loud, number, order.people);
            queued.add(System.nanoTime() - begin);
            rests();
        }
        long before = sent();
        jdbc.sql("UPDATE notice SET due_at = now() - interval '1 minute' WHERE rhythm = 'NOW'")
                .update();
        Crowd.until(PATIENCE, () -> sent() > before);
        long begin = System.nanoTime();
        long first = sent();
        Crowd.until(PATIENCE, () -> sent() - before >= order.people);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(
                alone.p50(),
                followed.p50(),
                queued.p50() / 1000,
                queued.p95() / 1000,
                sent() - before,
                (sent() - first) / seconds);
    }

    Digests digests(Order order) throws InterruptedException {
        Asker author = Asker.of(PersonId.next());
        arrivals.bring(HOUSE, newcomer(author.requirePerson(), "Author"));
        SpaceId space = space();
        List<UUID> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            threads.add(thread(author, space).value());
        }
        rests();
        List<PersonId> crowd = crowd(order.people);
        jdbc.sql("""
                INSERT INTO notice (person, id, kind, subject, places, told_at, rhythm, waits_since)
                SELECT p, gen_random_uuid(), 'discussions.new-posts', t, ARRAY[t], now() + interval '1 second', 'WEEKLY', now()
                  FROM unnest(:people::uuid[]) p, unnest(:threads::uuid[]) t""")
                .param("people", ids(crowd))
                .param("threads", threads.toArray(UUID[]::new))
                .update();
        Instant due = Instant.now().minusSeconds(60);
        jdbc.sql("""
                INSERT INTO notice_wish (person, preset, groups, letter_day, letter_hour, daily_at, weekly_at)
                SELECT unnest(:people::uuid[]), 'WEEKLY_LETTER', '{}', extract(isodow FROM slot)::int, extract(hour FROM slot)::int,
                       now() + interval '1 day', slot AT TIME ZONE 'Europe/Sofia'
                  FROM (SELECT date_trunc('hour', :due::timestamptz AT TIME ZONE 'Europe/Sofia') AS slot) s""")
                .param("people", ids(crowd))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        Crowd.until(PATIENCE, () -> letters() > 0);
        long begin = System.nanoTime();
        Crowd.until(PATIENCE, () -> letters() >= order.people);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long twice = jdbc.sql("""
                SELECT count(*) FROM (SELECT address FROM letter WHERE template = 'notifications.weekly'
                                       GROUP BY address HAVING count(*) > 1) t""").query(Long.class).single();
        return new Digests(letters(), seconds, twice);
    }

    private long letters() {
        return jdbc.sql("SELECT count(*) FROM letter WHERE template = 'notifications.weekly'")
                .query(Long.class)
                .single();
    }

    private long sent() {
        return jdbc.sql("SELECT count(*) FROM letter WHERE state = 'SENT' AND template = 'notifications.letter'")
                .query(Long.class)
                .single();
    }

    private void settled(ThreadId thread, int number, int people) throws InterruptedException {
        Crowd.until(
                PATIENCE,
                () -> jdbc.sql(
                                        "SELECT count(*) FROM notice WHERE subject = :thread AND edition = :number AND rhythm = 'NOW'")
                                .param("thread", thread.value())
                                .param("number", number)
                                .query(Long.class)
                                .single()
                        >= people);
    }

    private void rests() throws InterruptedException {
        Crowd.until(
                PATIENCE,
                () -> jdbc.sql("SELECT NOT EXISTS (SELECT FROM event_publication)")
                        .query(Boolean.class)
                        .single());
    }

    private int post(Asker author, ThreadId thread) {
        return conversations.post(author, new NewPost(PostId.next(), thread, TEXT, Language.EN, null));
    }

    private SpaceId space() {
        SpaceId space = SpaceId.next();
        conversations.open(
                HOUSE,
                new NewSpace(space, "told-" + space, LocalizedText.of(Language.EN, "Told"), null, Visibility.PUBLIC));
        return space;
    }

    private ThreadId thread(Asker author, SpaceId space) {
        ThreadId thread = ThreadId.next();
        conversations.start(
                author, new NewThread(thread, space, PostId.next(), "Plaster casts abroad", TEXT, Language.EN, null));
        return thread;
    }

    private List<PersonId> crowd(int people) {
        List<PersonId> crowd = new ArrayList<>();
        while (crowd.size() < people) {
            List<Newcomer> newcomers = new ArrayList<>();
            for (int i = 0; i < CROWD && crowd.size() < people; i++) {
                PersonId person = PersonId.next();
                crowd.add(person);
                newcomers.add(newcomer(person, "Reader " + crowd.size()));
            }
            together.executeWithoutResult(_ -> arrivals.bringAll(HOUSE, newcomers));
        }
        return crowd;
    }

    private static Newcomer newcomer(PersonId person, String name) {
        return new Newcomer(
                person,
                name,
                Language.EN,
                ZoneId.of("Europe/Sofia"),
                new SignIn("p" + person + "@people.example", null));
    }

    private static UUID[] ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    static List<Figure> figures(Order order, Outcome outcome) {
        return List.of(
                Figure.told("B12", "a post that nobody follows, p50", outcome.alone(), "ms"),
                Figure.told("B12", "a post that " + order.people + " follow, p50", outcome.followed(), "ms"),
                Figure.atMost(
                        "B12",
                        "the one beside the other",
                        100 * (outcome.followed() / outcome.alone() - 1),
                        "% slower",
                        20,
                        5),
                Figure.atMost("B12", "until it waits for all its letters, p50", outcome.queued(), "s", 2, 0.5),
                Figure.told("B12", "until it waits for all its letters, p95", outcome.queuedWorst(), "s"),
                Figure.atLeast("B12", "letters to a local sink", outcome.perSecond(), "/s", 100, 300));
    }

    static List<Figure> figures(Order order, Digests outcome) {
        return List.of(
                Figure.told(
                        "DIGEST",
                        "weekly letters of " + order.people + " people",
                        (double) outcome.letters(),
                        "letters"),
                Figure.told("DIGEST", "from the first to the last posted", outcome.seconds(), "s"),
                Figure.atMost("DIGEST", "people who got two", (double) outcome.twice(), "people", 0, 0));
    }
}
