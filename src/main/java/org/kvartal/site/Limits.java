package org.kvartal.site;

import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each limit has stopped somebody, on this node and within a day: never whom. Whoever keeps the house sees by it that somebody floods it, or that a
 * limit is too narrow.
 */
public final class Limits {

    private static final long HOURS = 24;

    /** By the machine's own time, as {@link Pace} counts too. */
    private static final Map<Bite, LongAdder> BITES = new ConcurrentHashMap<>();

    private Limits() {}

    private record Bite(String limit, long hour) {}

    /** Counts that a limit has stopped somebody. */
    public static void bit(String limit) {
        Metrics.counter("kvartal.limits", "limit", limit).increment();
        long hour = hour();
        BITES.keySet().removeIf(old -> old.hour() <= hour - HOURS);
        BITES.computeIfAbsent(new Bite(limit, hour), _ -> new LongAdder()).increment();
    }

    /** The limits that have stopped somebody within the last day, by their names, and how often. */
    public static Map<String, Long> lastDay() {
        long hour = hour();
        Map<String, Long> times = new TreeMap<>();
        BITES.forEach((bite, count) -> {
            if (bite.hour() > hour - HOURS) {
                times.merge(bite.limit(), count.sum(), Long::sum);
            }
        });
        return times;
    }

    private static long hour() {
        return TimeUnit.MILLISECONDS.toHours(System.currentTimeMillis());
    }
}
