package org.kvartal.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.core.env.Environment;

/** How fast posts are written down, each for good, beside bare rows of the same database. */
final class WritingTrial {

    private static final String TEXT = """
            We lost three weeks to a form that two offices ask for in **different** words.

            > The gallery keeps its receipts, but nobody says which of them count.

            Could the Forum collect the cases? See https://example.org/cases
            """;

    private final Conversations conversations;
    private final Environment settings;

    WritingTrial(Conversations conversations, Environment settings) {
        this.conversations = conversations;
        this.settings = settings;
    }

    /**
     * @param authors as many as there are writers at most
     * @param sameThread whether all write into one thread
     * @param bare rows instead of posts
     */
    record Order(SpaceId space, List<PersonId> authors, int writers, boolean sameThread, boolean bare, int seconds) {}

    record Outcome(double perSecond, double p50, double p95) {}

    private interface Writer extends AutoCloseable {
        void write() throws SQLException;

        @Override
        default void close() throws SQLException {}
    }

    Outcome write(Order order) throws InterruptedException, ExecutionException, SQLException {
        List<Writer> writers = new ArrayList<>();
        ThreadId shared = order.bare || !order.sameThread ? null : thread(order, 0);
        for (int writer = 0; writer < order.writers; writer++) {
            if (order.bare) {
                writers.add(new Rows(Owner.connect(settings)));
            } else {
                Asker author = author(order, writer);
                ThreadId thread = shared != null ? shared : thread(order, writer);
                writers.add(
                        () -> conversations.post(author, new NewPost(PostId.next(), thread, TEXT, Language.EN, null)));
            }
        }
        run(writers, Duration.ofSeconds(Math.max(1, order.seconds / 3)));
        Outcome outcome = run(writers, Duration.ofSeconds(order.seconds));
        for (Writer writer : writers) {
            writer.close();
        }
        return outcome;
    }

    private static Outcome run(List<Writer> writers, Duration time) throws InterruptedException, ExecutionException {
        Latencies latencies = new Latencies();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (Writer writer : writers) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long asked = System.nanoTime();
                        writer.write();
                        latencies.add(System.nanoTime() - asked);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(latencies.count() / seconds, latencies.p50(), latencies.p95());
    }

    private static Asker author(Order order, int writer) {
        return Asker.of(order.authors.get(writer % order.authors.size()));
    }

    private ThreadId thread(Order order, int writer) {
        ThreadId thread = ThreadId.next();
        conversations.start(
                author(order, writer),
                new NewThread(thread, order.space, PostId.next(), "Written in a trial", TEXT, Language.EN, null));
        return thread;
    }

    /** One row of the same text per transaction: what the database alone can do. */
    private static final class Rows implements Writer {

        private final Connection connection;
        private final PreparedStatement insert;

        Rows(Connection connection) throws SQLException {
            this.connection = connection;
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS bench_row (id uuid PRIMARY KEY, text text NOT NULL)");
            } catch (SQLException madeBySomeoneElseJustNow) {
                if (!"23505".equals(madeBySomeoneElseJustNow.getSQLState())) {
                    throw madeBySomeoneElseJustNow;
                }
            }
            this.insert = connection.prepareStatement("INSERT INTO bench_row (id, text) VALUES (?, ?)");
        }

        @Override
        public void write() throws SQLException {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, TEXT);
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
