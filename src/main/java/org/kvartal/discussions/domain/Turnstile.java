package org.kvartal.discussions.domain;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.kvartal.discussions.ThreadId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people post to one thread in the order in which they come, a few at a time. Without it a crowd in one thread would wait for the row's
 * lock with all connections of the pool in hand, and everybody else in the house would wait with them.
 *
 * @see "Decision record 0071, posts are numbered under their thread's lock"
 */
@Component
class Turnstile {

    /** One writes, the others have read what they need and stand ready. */
    private static final int AT_ONCE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore[] gates =
            IntStream.range(0, 256).mapToObj(_ -> new Semaphore(AT_ONCE, true)).toArray(Semaphore[]::new);

    private final TransactionTemplate transaction;

    Turnstile(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Acts in a transaction: in the caller's, which may have the row's lock already and so must not queue for it; else in its own turn. */
    <T> T pass(ThreadId thread, Supplier<T> act) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return act.get();
        }
        Semaphore gate = gates[Math.floorMod(thread.hashCode(), gates.length)];
        await(gate);
        try {
            return transaction.execute(_ -> act.get());
        } finally {
            gate.release();
        }
    }

    private static void await(Semaphore gate) {
        try {
            if (!gate.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotAcquireLockException("too many people post to one thread");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("interrupted", e);
        }
    }
}
