package org.kvartal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a node remembers is read when it starts and whenever somebody has changed it, also where the database is away for a moment. */
class RememberedTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LiveTopic TOPIC = new LiveTopic("trial", new UUID(0, 7));

    private final Wire wire = new Wire();
    private final Memory memory = new Memory(wire);

    @Test
    void itIsReadAtTheStartAndWithEachChange() {
        memory.start();
        assertThat(memory.readings).hasValue(1);

        wire.arrive();
        await().atMost(PATIENCE).untilAtomic(memory.readings, equalTo(2));
        memory.changed();

        assertThat(memory.readings).as("on this node at once").hasValue(3);
        assertThat(wire.told).isEqualTo(1);
    }

    @Test
    void aReadingThatFailedIsTriedUntilItSucceeds() {
        memory.start();
        memory.away.set(1);

        wire.arrive();

        await().atMost(PATIENCE).untilAtomic(memory.readings, equalTo(2));
        assertThat(memory.away).hasValue(0);
    }

    @Test
    void aNodeThatStopsHearsNothingMore() {
        memory.start();
        memory.stop();

        assertThat(wire.again).isNull();
        assertThat(memory.isRunning()).isFalse();
    }

    private static final class Memory extends Remembered {

        final AtomicInteger readings = new AtomicInteger();
        final AtomicInteger away = new AtomicInteger();

        Memory(Live live) {
            super(live, TOPIC);
        }

        @Override
        protected void read() {
            if (away.get() > 0) {
                away.decrementAndGet();
                throw new DataAccessResourceFailureException("away");
            }
            readings.incrementAndGet();
        }
    }

    private static final class Wire implements Live {

        @Nullable Runnable again;

        int told;

        void arrive() {
            if (again != null) {
                again.run();
            }
        }

        @Override
        public void changed(LiveTopic topic) {
            told++;
        }

        @Override
        public void changed(Collection<LiveTopic> topics) {
            topics.forEach(this::changed);
        }

        @Override
        public Listening onChange(LiveTopic topic, Runnable listener) {
            again = listener;
            return () -> again = null;
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
