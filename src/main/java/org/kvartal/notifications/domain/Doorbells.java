package org.kvartal.notifications.domain;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Rings at open pages whose reader's inbox has changed, on threads that may read. */
@Component
class Doorbells implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Doorbells.class);

    /** A page has at most one ring waiting, so the queue is no longer than the list of pages that are open. */
    private static final int RINGERS = 2;

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Live live;
    private final ScheduledThreadPoolExecutor ringers = new ScheduledThreadPoolExecutor(
            RINGERS, Thread.ofPlatform().daemon().name("inbox-", 0).factory());
    private volatile boolean running = true;

    Doorbells(Live live) {
        this.live = live;
        ringers.setRemoveOnCancelPolicy(true);
    }

    Listening watch(PersonId person, Runnable again) {
        Bell bell = new Bell(again);
        Listening own = live.onChange(LiveTopics.of(person), bell::ring);
        Listening everybody = live.onChange(LiveTopics.EVERYBODY, bell::ring);
        return () -> {
            bell.ended = true;
            own.close();
            everybody.close();
        };
    }

    /** What watches is gone before the pool is. */
    @Override
    public void destroy() {
        running = false;
        ringers.shutdownNow();
    }

    private final class Bell {

        private final Runnable again;
        private final AtomicInteger wanted = new AtomicInteger();
        private volatile boolean ended;

        Bell(Runnable again) {
            this.again = again;
        }

        /** However often it rings while the page reads, one more reading is enough. */
        void ring() {
            if (wanted.getAndIncrement() == 0 && running) {
                ringers.execute(this::round);
            }
        }

        private void round() {
            int asked = wanted.get();
            Duration pause = Duration.ZERO;
            try {
                if (!ended) {
                    again.run();
                }
            } catch (RuntimeException unavailable) {
                log.debug("An inbox could not be read, trying again", unavailable);
                pause = RETRY;
                asked--;
            }
            if (wanted.addAndGet(-asked) > 0 && running) {
                var _ = ringers.schedule(this::round, pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
