package org.kvartal.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The same asked of a small house and of a full one, in turn, so that whatever else the machine does falls on both.
 *
 * @param small how much the small house has, {@code full} how much the full one
 * @param must how many times as long the full one may take at most
 */
record Turns(String scenario, int small, int full, double must) {

    /** With the limit that holds for most lists. */
    Turns(String scenario, int small, int full) {
        this(scenario, small, full, 1.5);
    }

    private static final int TURNS = 5;

    /** Asks some times and says how long the middle one took, in milliseconds. */
    interface Asking {
        double once() throws IOException, InterruptedException, ExecutionException;
    }

    List<Figure> compared(String what, Asking ofSmall, Asking ofFull)
            throws IOException, InterruptedException, ExecutionException {
        // The programs learn their way first: nothing of that is measured.
        for (int turn = 0; turn < TURNS; turn++) {
            ofSmall.once();
            ofFull.once();
        }
        double[] few = new double[TURNS];
        double[] many = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            few[turn] = ofSmall.once();
            many[turn] = ofFull.once();
        }
        double few50 = middle(few);
        double many50 = middle(many);
        return List.of(
                Figure.told(scenario, what + ", in a house of " + small + ", p50", few50, "ms"),
                Figure.told(scenario, what + ", in a house of " + full + ", p50", many50, "ms"),
                Figure.atMost(scenario, what + ", " + full + " ÷ " + small, many50 / few50, "×", must, 1.1));
    }

    static double middle(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
