package org.kvartal.bench;

import java.util.Arrays;

/** Times of many repetitions of the same thing, kept one by one. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = taken;
    }

    synchronized int count() {
        return count;
    }

    /** The time in milliseconds within which that share of the repetitions was done. */
    synchronized double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int place = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(0, place)] / 1e6;
    }

    double p50() {
        return millis(0.5);
    }

    double p95() {
        return millis(0.95);
    }
}
