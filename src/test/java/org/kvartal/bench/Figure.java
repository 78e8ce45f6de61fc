package org.kvartal.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param scenario as in the list of promises: B1, F1 …
 * @param what in words
 * @param must the promise, null where a figure is told and not judged
 * @param aim what it should become
 */
record Figure(
        String scenario,
        String what,
        double value,
        String unit,
        @Nullable Bound must,
        @Nullable Bound aim) {

    static Figure told(String scenario, String what, double value, String unit) {
        return new Figure(scenario, what, value, unit, null, null);
    }

    static Figure atMost(String scenario, String what, double value, String unit, double must, double aim) {
        return new Figure(scenario, what, value, unit, new Bound(must, true), new Bound(aim, true));
    }

    static Figure atLeast(String scenario, String what, double value, String unit, double must, double aim) {
        return new Figure(scenario, what, value, unit, new Bound(must, false), new Bound(aim, false));
    }

    /** A limit that a figure keeps from above or from below. */
    record Bound(double limit, boolean upper) {

        boolean keeps(double value) {
            return upper ? value <= limit : value >= limit;
        }

        @Override
        public String toString() {
            return (upper ? "≤ " : "≥ ") + number(limit);
        }
    }

    /** Whether the promise is kept; a figure that is only told keeps it. */
    boolean kept() {
        return must == null || must.keeps(value);
    }

    /** Met, missed, or only told. */
    String verdict() {
        if (must == null) {
            return "";
        }
        if (!must.keeps(value)) {
            return "MISSED";
        }
        return aim == null || aim.keeps(value) ? "aim met" : "must met";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-12s %-66s %10s %-7s %-12s %-12s %s",
                scenario,
                what,
                number(value),
                unit,
                must == null ? "" : "must " + must,
                aim == null ? "" : "aim " + aim,
                verdict());
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
