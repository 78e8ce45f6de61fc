package org.kvartal.kernel.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices that the machine's clock was put back. Jobs that come again and again would wait until it is as late again as it was before; they are let run
 * at once instead, which does nothing twice, since each of them looks what there is to do.
 */
@Component
class ClockWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** What a clock is put back by when it is set right, every day. */
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final Clock clock;
    private final LongSupplier elapsed;
    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant then;
    private long nanos;
    private volatile @Nullable Thread watching;

    @Autowired
    ClockWatch(Clock clock, JdbcClient jdbc, Scheduler scheduler) {
        this(clock, System::nanoTime, jdbc, scheduler);
    }

    /** @param elapsed nanoseconds by a clock that nobody can set */
    ClockWatch(Clock clock, LongSupplier elapsed, JdbcClient jdbc, Scheduler scheduler) {
        this.clock = clock;
        this.elapsed = elapsed;
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.then = clock.instant();
        this.nanos = elapsed.getAsLong();
    }

    /** Looks now. */
    synchronized void look() {
        Instant now = clock.instant();
        long passed = elapsed.getAsLong();
        Duration back = Duration.ofNanos(passed - nanos).minus(Duration.between(then, now));
        if (back.compareTo(TOLERATED) > 0) {
            try {
                int moved = jdbc.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now, version = version + 1
                         WHERE task_instance = 'recurring' AND NOT picked AND execution_time > :now
                        """).param("now", Columns.moment(now)).update();
                log.warn("The clock was put back by {} s; {} jobs run at once", back.toSeconds(), moved);
                scheduler.triggerCheckForDueExecutions();
            } catch (DataAccessException away) {
                // Looked at again in a moment, from where the clock stood before.
                log.debug("The jobs could not be moved", away);
                return;
            }
        }
        then = now;
        nanos = passed;
    }

    private void watch() {
        try {
            while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        watching = Thread.ofPlatform().daemon().name("clock-watch").start(this::watch);
    }

    @Override
    public void stop() {
        closing.countDown();
    }

    @Override
    public boolean isRunning() {
        return watching != null && closing.getCount() > 0;
    }
}
