package org.kvartal.advocacy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;

/**
 * What a measure is measured by, how much it counts and what it may cost. All of it may be missing.
 *
 * @param weight how much it counts among the measures beside it, from 1 to 100; null where nobody has said
 */
public record Aims(
        List<Indicator> indicators,
        @Nullable Integer weight,
        @Nullable Budget budget) {

    public static final Aims NONE = new Aims(List.of(), null, null);

    /** The most indicators of one measure. */
    public static final int MOST_INDICATORS = 20;

    public static final int NAME_LENGTH = 200;
    public static final int UNIT_LENGTH = 40;
    public static final int MOST_WEIGHT = 100;

    public Aims {
        indicators = List.copyOf(indicators);
    }

    public boolean none() {
        return equals(NONE);
    }

    /**
     * Something that can be counted.
     *
     * @param unit such as % or m², may be empty
     * @param baseline where it stood at first, null where nobody knows
     * @param target where it should get to, null where nobody has said
     * @param current where it stands, null where nobody knows
     */
    public record Indicator(
            UUID id,
            LocalizedText name,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal current) {}

    /** @param currency by ISO 4217, such as EUR */
    public record Budget(BigDecimal amount, String currency) {}
}
