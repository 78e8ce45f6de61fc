package org.kvartal.advocacy.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.advocacy.Aims.Indicator;

/** The indicators of a measure, as its row keeps them. */
record Indicators(List<Indicator> all) {

    Indicators {
        all = List.copyOf(all);
    }

    /** The same once a report has said where they stand; what it does not mention stays. */
    Indicators at(Map<UUID, BigDecimal> values) {
        return new Indicators(all.stream()
                .map(one -> values.containsKey(one.id())
                        ? new Indicator(
                                one.id(), one.name(), one.unit(), one.baseline(), one.target(), values.get(one.id()))
                        : one)
                .toList());
    }
}
