package org.kvartal.forum;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/**
 * How many associations must be represented so that a vote counts.
 *
 * @param value per cent of the associations that belong to the house now, or their number
 */
public record QuorumRule(Kind kind, int value) {

    private static final int MOST = 10_000;

    /** How the value counts. */
    public enum Kind {
        SHARE,
        NUMBER
    }

    /** @throws Refused at {@code quorum} if nobody could reach it */
    public QuorumRule {
        int most = kind == Kind.SHARE ? 100 : MOST;
        if (value < 1 || value > most) {
            throw Refused.at("quorum", "kernel.refused.number", 1, most);
        }
    }

    /** How many must be there where that many belong to the house; at least 1. */
    public int needed(int associations) {
        return kind == Kind.NUMBER ? value : Math.max(1, Math.ceilDiv(associations * value, 100));
    }

    /** As a table keeps it. */
    public String stored() {
        return kind.name() + ":" + value;
    }

    /** A rule that a table has kept, null for none. */
    public static @Nullable QuorumRule stored(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int colon = text.indexOf(':');
        return new QuorumRule(Kind.valueOf(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }
}
