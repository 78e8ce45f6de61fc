package org.kvartal.search.domain;

/** Whether one word may be another with a slip of the finger in it: a letter too many, too few, another, or two in the wrong order. */
final class Slips {

    private static final int SHORT = 4;
    private static final int LONG = 7;

    private Slips() {}

    static boolean mayBe(String typed, String word) {
        int most = Math.max(typed.length(), word.length()) >= LONG ? 2 : 1;
        boolean numbers = typed.chars().anyMatch(Character::isDigit);
        return !numbers
                && Math.min(typed.length(), word.length()) >= SHORT - 1
                && !typed.equals(word)
                && distance(typed, word, most) <= most;
    }

    /** Damerau and Levenshtein's distance as far as it matters; more than {@code most} is just more. */
    private static int distance(String one, String other, int most) {
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
