package org.kvartal.live.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Ids;
import org.kvartal.live.Live;
import org.kvartal.live.LiveTopic;
import org.kvartal.live.Rereading.Watch;
import org.kvartal.live.Window;

/** Open pages are read again: soon, once for many news, and never in anybody's way. */
class PageReadersTests {

    private final Wire wire = new Wire();
    private final PageReaders readers = new PageReaders(wire, Duration.ofMillis(1));
    private final LiveTopic topic = new LiveTopic("thread", Ids.next());
    private final Window window = new Window();
    private final AtomicInteger readings = new AtomicInteger();

    @AfterEach
    void theHouseCloses() {
        readers.destroy();
    }

    @Test
    void itIsReadNeitherOnTheThreadOfTheNewsNorInThePagesTurn() throws InterruptedException {
        Map<String, String> threads = new ConcurrentHashMap<>();
        window.watch(readers, topic, () -> {
            threads.put("read", Thread.currentThread().getName());
            return "news";
        });

        wire.changed(topic);
        window.turn();

        assertThat(threads.get("read"))
                .startsWith("page-reader-")
                .isNotEqualTo(Thread.currentThread().getName());
        assertThat(window.shown()).containsExactly("news");
    }

    @Test
    void newsThatComeWhileItReadsAreReadOnceMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        window.watch(readers, topic, () -> {
            int reading = readings.incrementAndGet();
            begun.countDown();
            awaitQuietly(goOn);
            return "reading " + reading;
        });
        wire.changed(topic);
        begun.await();

        for (int i = 0; i < 50; i++) {
            wire.changed(topic);
        }
        goOn.countDown();

        await().until(() -> readings.get() == 2 && !window.idle());
        await().untilAsserted(() -> {
            while (!window.idle()) {
                window.turn();
            }
            assertThat(window.shown()).endsWith("reading 2");
        });
        assertThat(readings).hasValue(2);
    }

    @Test
    void aReadingThatCameTooLateIsAskedForAgain() throws InterruptedException {
        Watch watch = window.watch(readers, topic, () -> "reading " + readings.incrementAndGet());
        wire.changed(topic);
        await().until(() -> !window.idle());

        watch.shown();
        window.turn();

        assertThat(window.shown()).as("what the page shows is younger").isEmpty();
        window.turn();
        assertThat(window.shown()).containsExactly("reading 2");
    }

    @Test
    void whatABusyPageHasNotShownYetIsOvertaken() throws InterruptedException {
        window.watch(readers, topic, () -> "reading " + readings.incrementAndGet());
        wire.changed(topic);
        await().until(() -> readings.get() == 1 && !window.idle());
        wire.changed(topic);
        await().until(() -> readings.get() == 2);

        await().untilAsserted(() -> {
            window.turn();
            assertThat(window.shown()).endsWith("reading 2");
        });
        assertThat(window.idle()).isTrue();
    }

    @Test
    void whatCouldNotBeReadIsTriedOnceMoreAndThenWithTheNextNews() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger(1);
        window.watch(readers, topic, () -> {
            readings.incrementAndGet();
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("no connection");
            }
            return "news";
        });

        wire.changed(topic);
        window.turn();
        assertThat(window.shown()).containsExactly("news");
        assertThat(readings).hasValue(2);

        failures.set(2);
        wire.changed(topic);
        await().until(() -> readings.get() == 4);
        assertThat(window.idle()).isTrue();
        await().untilAsserted(() -> {
            wire.changed(topic);
            assertThat(window.idle()).isFalse();
        });
        window.turn();
        assertThat(window.shown()).containsExactly("news", "news");
    }

    @Test
    void aPageThatWasLeftListensNoMoreAndOneThatComesBackIsReadAtOnce() throws InterruptedException {
        window.watch(readers, topic, () -> "news");
        window.close();
        assertThat(wire.listeners(topic)).isZero();

        window.reopen();

        assertThat(wire.listeners(topic)).isOne();
        window.turn();
        assertThat(window.shown()).containsExactly("news");
    }

    @Test
    void aPageWatchesWhatItWasToldLast() throws InterruptedException {
        LiveTopic other = new LiveTopic("thread", Ids.next());
        Watch watch = window.watch(readers, topic, () -> "first");
        watch.on(Set.of(other), () -> "second", window.shown()::add);

        assertThat(wire.listeners(topic)).isZero();
        wire.changed(other);
        window.turn();
        assertThat(window.shown()).containsExactly("second");
        watch.end();
        assertThat(wire.listeners(other)).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** News at once, on the thread of whoever tells them. */
    private static final class Wire implements Live {

        private final Map<LiveTopic, Set<Runnable>> listeners = new ConcurrentHashMap<>();

        int listeners(LiveTopic topic) {
            return listeners.getOrDefault(topic, Set.of()).size();
        }

        @Override
        public void changed(LiveTopic topic) {
            listeners.getOrDefault(topic, Set.of()).forEach(Runnable::run);
        }

        @Override
        public void changed(Collection<LiveTopic> topics) {
            topics.forEach(this::changed);
        }

        @Override
        public Listening onChange(LiveTopic topic, Runnable again) {
            Set<Runnable> all = listeners.computeIfAbsent(topic, _ -> ConcurrentHashMap.newKeySet());
            all.add(again);
            return () -> all.remove(again);
        }

        @Override
        public void whisper(LiveTopic topic, String word) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Listening onWhisper(LiveTopic topic, Consumer<String> heard) {
            throw new UnsupportedOperationException();
        }
    }
}
