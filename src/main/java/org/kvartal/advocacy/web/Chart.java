package org.kvartal.advocacy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A chart of bars, drawn by the server: one bar for each kind of thing, as long as there are many of them.
 *
 * @param title what is counted
 * @param bars the ones that are there
 * @param height of the drawing, in its own units; it is {@value #WIDTH} wide
 */
record Chart(String title, List<Bar> bars, int height) {

    static final int WIDTH = 400;

    private static final int ROW = 30;
    private static final int LONGEST = 330;

    /**
     * @param style names the colour: waiting, done, late, plain
     * @param y of its upper edge
     * @param width of the bar
     * @param value where its number stands
     */
    record Bar(String label, int number, String style, int y, int width, int value) {}

    /** @param counts how many of each, in the order in which they are shown; those of which there are none are left out */
    static Chart of(String title, SequencedMap<String, Integer> counts, Map<String, String> styles) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        counts.forEach((label, number) -> {
            if (number > 0) {
                int width = Math.max(2, number * LONGEST / most);
                bars.add(new Bar(
                        label, number, styles.getOrDefault(label, "plain"), bars.size() * ROW, width, width + 8));
            }
        });
        return new Chart(title, List.copyOf(bars), bars.size() * ROW);
    }

    public boolean empty() {
        return bars.isEmpty();
    }
}
