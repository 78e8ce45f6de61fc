package org.kvartal.search.domain;

/** How many slips of the finger make one word another: a letter too many, too few, another, or two in the wrong order. */
final class Slips {

    /** So many that it is another word. */
    static final int NONE = Integer.MAX_VALUE;

    private static final int SHORTEST = 3;
    private static final int LONG = 7;

    /** Shorter words are soon near to a form of something else. */
    private static final int SHORTEST_WHOLE = 5;

    private Slips() {}

    /** @return from 1, or {@link #NONE} */
    static int between(String typed, String stem) {
        int most = Math.max(typed.length(), stem.length()) >= LONG ? 2 : 1;
        if (Math.min(typed.length(), stem.length()) < SHORTEST || typed.equals(stem) || isNumber(typed)) {
            return NONE;
        }
        int slips = between(typed, stem, most);
        return slips <= most ? slips : NONE;
    }

    /** Whether a whole word may be compared with the forms of a stem; there are so many of these that it may have one slip and no more. */
    static boolean isBent(String typed, String stem) {
        return typed.length() >= SHORTEST_WHOLE && stem.length() >= SHORTEST && !isNumber(typed);
    }

    private static boolean isNumber(String typed) {
        return typed.chars().anyMatch(Character::isDigit);
    }

    /** Damerau and Levenshtein's distance as far as it matters; more than {@code most} is just more. */
    static int between(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + differs);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
