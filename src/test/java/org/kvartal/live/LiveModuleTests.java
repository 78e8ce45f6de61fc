package org.kvartal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Ids;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** News reaches whoever listens, after the commit and whatever happens to the connection. */
@ApplicationModuleTest
@Import(SqlCounter.class)
class LiveModuleTests {

    @Autowired
    Live live;

    @Autowired
    Rereading rereading;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private LiveTopic topic;

    @BeforeEach
    void aTopicOfItsOwn() {
        topic = new LiveTopic("thread", Ids.next());
    }

    @Test
    void newsIsHeardOnceItsTransactionHasCommitted() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (var listening = live.onChange(topic, () -> heard.add("news"))) {
            inTransaction(() -> {
                live.changed(topic);
                assertThat(heard).isEmpty();
            });

            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("news");
        }
    }

    @Test
    void newsOfATransactionThatFailedIsNeverHeard() throws InterruptedException {
        LiveTopic later = new LiveTopic("thread", Ids.next());
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch heardLater = new CountDownLatch(1);
        try (var first = live.onChange(topic, failed::incrementAndGet);
                var second = live.onChange(later, heardLater::countDown)) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                live.changed(topic);
                status.setRollbackOnly();
            });
            live.changed(later);

            assertThat(heardLater.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(failed).hasValue(0);
        }
    }

    @Test
    void newsThatCommitsBehindLaterNewsIsStillHeard() throws InterruptedException {
        LiveTopic overtaking = new LiveTopic("thread", Ids.next());
        CountDownLatch slowHeard = new CountDownLatch(1);
        CountDownLatch overtakingHeard = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (var first = live.onChange(topic, slowHeard::countDown);
                var second = live.onChange(overtaking, overtakingHeard::countDown)) {
            Thread slow = Thread.ofVirtual()
                    .start(() -> inTransaction(() -> {
                        live.changed(topic);
                        written.countDown();
                        awaitQuietly(mayCommit);
                    }));
            assertThat(written.await(5, TimeUnit.SECONDS)).isTrue();
            live.changed(overtaking);
            assertThat(overtakingHeard.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(slowHeard.getCount()).isEqualTo(1);

            mayCommit.countDown();

            assertThat(slowHeard.await(5, TimeUnit.SECONDS)).isTrue();
            slow.join();
        }
    }

    @Test
    void manyTopicsAreToldInOneStatement() throws InterruptedException {
        LiveTopic other = new LiveTopic("thread", Ids.next());
        CountDownLatch heard = new CountDownLatch(2);
        try (var first = live.onChange(topic, heard::countDown);
                var second = live.onChange(other, heard::countDown)) {
            List<String> statements = SqlCounter.during(() -> {
                live.changed(List.of(topic, other));
                live.changed(List.of());
            });

            assertThat(statements).hasSize(1);
            assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void manyChangesInOneMomentAreFewCalls() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        LiveTopic last = new LiveTopic("thread", Ids.next());
        try (var first = live.onChange(topic, calls::incrementAndGet);
                var second = live.onChange(last, end::countDown)) {
            inTransaction(() -> {
                for (int i = 0; i < 200; i++) {
                    live.changed(topic);
                }
                live.changed(last);
            });

            awaitQuietly(end);
            assertThat(calls.get()).isBetween(1, 3);
        }
    }

    @Test
    void newsThatComesWhileTheBellRestsIsToldWhenItHasRested() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        long begun = System.nanoTime();
        try (var listening = live.onChange(topic, () -> heard.add("news"))) {
            for (int i = 0; i < 20; i++) {
                live.changed(topic);
                assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("news");
            }
        }
        // Left to the net of 2 s, twenty in a row would take more than half a minute.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void newsIsHeardAgainAfterTheConnectionWasLost() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (var listening = live.onChange(topic, () -> heard.add("news"))) {
            live.changed(topic);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("news");

            // Roles of the same name may end each other's connections.
            jdbc.sql("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE query LIKE '%live_event%' AND pid <> pg_backend_pid() AND datname = current_database()
                            """).query(Boolean.class).list();
            live.changed(topic);

            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("news");
        }
    }

    @Test
    void whispersReachOnlyThoseWhoListenToTheTopic() {
        List<String> here = new CopyOnWriteArrayList<>();
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        try (var first = live.onWhisper(topic, here::add);
                var second = live.onWhisper(new LiveTopic("thread", Ids.next()), elsewhere::add)) {
            live.whisper(topic, "somebody is writing");

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(here).containsExactly("somebody is writing"));
            assertThat(elsewhere).isEmpty();
        }
    }

    @Test
    void whoeverStoppedListeningHearsNothingMore() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch heard = new CountDownLatch(1);
        live.onChange(topic, calls::incrementAndGet).close();
        try (var other = live.onChange(topic, heard::countDown)) {
            live.changed(topic);

            assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void aPageThatIsReadSlowlyKeepsNoNewsFromAnother() throws InterruptedException {
        LiveTopic other = new LiveTopic("thread", Ids.next());
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Window slow = new Window();
        Window quick = new Window();
        slow.watch(rereading, topic, () -> {
            reading.countDown();
            awaitQuietly(goOn);
            return "slow";
        });
        quick.watch(rereading, other, () -> "quick");
        try (var listening = live.onChange(other, () -> heard.add("news"))) {
            live.changed(topic);
            assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();

            live.changed(other);

            assertThat(heard.poll(5, TimeUnit.SECONDS))
                    .as("the node's news go on")
                    .isEqualTo("news");
            quick.turn();
            assertThat(quick.shown()).containsExactly("quick");
            assertThat(slow.shown()).isEmpty();
            goOn.countDown();
            slow.turn();
            assertThat(slow.shown()).containsExactly("slow");
        } finally {
            goOn.countDown();
            slow.close();
            quick.close();
        }
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
