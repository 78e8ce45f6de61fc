package org.kvartal.forum.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads once for all who ask in the same moment. Everybody gets what a reading brought that began after they had asked, so that they find what they have just
 * done; while one reading goes on, those who come wait for the next one together.
 *
 * @param <K> what is read
 * @param <A> who asks
 * @param <V> what comes of it, for all of them
 */
final class ReadTogether<K, A, V> {

    private final BiFunction<K, Set<A>, V> reading;
    private final Map<K, Lane<A, V>> lanes = new HashMap<>();

    /** @param reading reads something for all of these; called on the thread of one of them */
    ReadTogether(BiFunction<K, Set<A>, V> reading) {
        this.reading = reading;
    }

    /** Those who wait for the same reading. */
    private static final class Turn<A, V> {

        private final Set<A> askers = new HashSet<>();
        private final CompletableFuture<V> result = new CompletableFuture<>();
    }

    private static final class Lane<A, V> {

        private final ReentrantLock reader = new ReentrantLock();
        private @Nullable Turn<A, V> waiting;
        private int inside;
    }

    /** @throws RuntimeException as the reading did, to each who waited for it */
    V read(K key, A asker) {
        Lane<A, V> lane;
        Turn<A, V> turn;
        boolean first;
        synchronized (lanes) {
            lane = lanes.computeIfAbsent(key, _ -> new Lane<>());
            lane.inside++;
            turn = lane.waiting;
            first = turn == null;
            if (turn == null) {
                turn = new Turn<>();
                lane.waiting = turn;
            }
            turn.askers.add(asker);
        }
        try {
            return first ? lead(key, lane, turn) : turn.result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        } finally {
            synchronized (lanes) {
                if (--lane.inside == 0) {
                    lanes.remove(key, lane);
                }
            }
        }
    }

    private V lead(K key, Lane<A, V> lane, Turn<A, V> turn) {
        lane.reader.lock();
        try {
            synchronized (lanes) {
                // Whoever asks from now on may have done something that this reading does not find.
                lane.waiting = null;
            }
            V value = reading.apply(key, Set.copyOf(turn.askers));
            turn.result.complete(value);
            return value;
        } catch (RuntimeException | Error failed) {
            turn.result.completeExceptionally(failed);
            throw failed;
        } finally {
            lane.reader.unlock();
        }
    }
}
