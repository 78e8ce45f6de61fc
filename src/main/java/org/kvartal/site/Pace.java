package org.kvartal.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * How often each may set something going: it slows floods. Counted per node and in memory, and forgotten two hours after the last time.
 * What must hold across nodes and restarts is kept elsewhere.
 */
public final class Pace {

    /** More keys at once than a house has members; beyond it the longest unused are forgotten. */
    private static final int MOST_KEYS = 100_000;

    private static final Duration KEPT = Duration.ofHours(2);

    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(KEPT).build();

    /**
     * So often within a period, and again bit by bit.
     *
     * @param period at most an hour
     */
    public record Limit(int times, Duration period) {

        public static Limit perHour(int times) {
            return new Limit(times, Duration.ofHours(1));
        }
    }

    /**
     * Counts one time.
     *
     * @param act what is set going
     * @param whose who is counted, in one form for each: a network, a {@code EmailAddress.folded()}
     * @return takes the count back
     * @throws TooOften if it was once too often
     */
    public Runnable count(String act, String whose, Limit limit) {
        Bucket bucket = buckets.get(
                new Key(act, whose),
                _ -> Bucket.builder()
                        .addLimit(full -> full.capacity(limit.times()).refillGreedy(limit.times(), limit.period()))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Limits.bit(act);
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return () -> bucket.addTokens(1);
    }

    private record Key(String act, String whose) {}
}
