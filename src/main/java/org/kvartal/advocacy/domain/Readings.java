package org.kvartal.advocacy.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.kernel.Refused;

/** Where indicators stood by a report, as its row keeps them. */
record Readings(Map<UUID, BigDecimal> values) {

    Readings {
        values = Map.copyOf(values);
    }

    /** @throws Refused at {@code indicator.} and the id where a number can't be meant, or the measure has no such indicator */
    static Readings of(Map<UUID, BigDecimal> typed, Indicators known) {
        Map<UUID, BigDecimal> values = new HashMap<>();
        typed.forEach((id, value) -> {
            String field = "indicator." + id;
            if (known.all().stream().map(Indicator::id).noneMatch(id::equals)) {
                throw Refused.at(field, "advocacy.refused.changed");
            }
            values.put(id, Bounds.amount(field, value));
        });
        return new Readings(values);
    }
}
