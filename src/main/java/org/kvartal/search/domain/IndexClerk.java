package org.kvartal.search.domain;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks twice a second for what has changed, and reads it again: what somebody has said is found by others within two seconds. */
@Component
class IndexClerk implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexClerk.class);

    private static final Duration LOOK = Duration.ofMillis(500);

    /** After so many steps others have their turn: a house that takes in very much at once keeps working meanwhile. */
    private static final int STEPS = 5;

    private final Indexing indexing;
    private volatile @Nullable ScheduledExecutorService clerk;

    IndexClerk(Indexing indexing) {
        this.indexing = indexing;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("search").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        clerk = started;
    }

    private void look() {
        try {
            for (int step = 0; step < STEPS && indexing.step(); step++) {
                log.trace("There is more");
            }
        } catch (RuntimeException lost) {
            // What is marked stays marked, and is read by the next look.
            log.debug("What has changed is read later: {}", lost.toString());
        } catch (Error broken) {
            Indexing.requireLife(broken);
            // It would end the looking for as long as the program runs.
            log.error("What has changed is read later", broken);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService working = clerk;
        clerk = null;
        if (working != null) {
            working.shutdown();
            try {
                if (!working.awaitTermination(5, TimeUnit.SECONDS)) {
                    working.shutdownNow();
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return clerk != null;
    }
}
