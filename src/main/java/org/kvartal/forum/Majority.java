package org.kvartal.forum;

/** How many must say yes. Stored by name: names stay. */
public enum Majority {
    /** More say yes than no. */
    SIMPLE(0, 1),
    /** More than half of all who count. */
    ABSOLUTE(1, 2),
    TWO_THIRDS(2, 3),
    FOUR_FIFTHS(4, 5);

    private final int part;
    private final int whole;

    Majority(int part, int whole) {
        this.part = part;
        this.whole = whole;
    }

    /** Whether it counts who did not vote, too. */
    public boolean countsAll() {
        return this != SIMPLE;
    }

    /**
     * Whether that is enough.
     *
     * @param entitled how many count, whether they have voted or not
     */
    public boolean reached(int yes, int no, int entitled) {
        return this == SIMPLE ? yes > no : yes > 0 && yes >= needed(entitled);
    }

    /** How many must say yes where that many count; at least 1. */
    public int needed(int entitled) {
        return switch (this) {
            case SIMPLE -> 1;
            case ABSOLUTE -> entitled / 2 + 1;
            case TWO_THIRDS, FOUR_FIFTHS -> Math.max(1, Math.ceilDiv(entitled * part, whole));
        };
    }
}
