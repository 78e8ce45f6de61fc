package org.kvartal.advocacy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** Checks what a measure is measured by and what it may cost. */
final class TypedAims {

    /** Larger ones are a mistake of typing, in cents as well. */
    private static final BigDecimal MOST_BUDGET = new BigDecimal("1000000000000");

    private TypedAims() {}

    /** @throws Refused at {@code indicators.0.name.en}, {@code indicators.0.unit}, {@code indicators.0.target} and the like, {@code weight}, {@code budget} or {@code currency} */
    static Aims checked(Aims typed) {
        if (typed.indicators().size() > Aims.MOST_INDICATORS) {
            throw Refused.at("indicators", "advocacy.refused.too-many", Aims.MOST_INDICATORS);
        }
        List<Indicator> indicators = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (Indicator one : typed.indicators()) {
            String field = "indicators." + indicators.size();
            if (!ids.add(one.id())) {
                throw Refused.at(field, "advocacy.refused.changed");
            }
            indicators.add(new Indicator(
                    one.id(),
                    Typed.title(field + ".name", one.name().asLine(), Aims.NAME_LENGTH),
                    Typed.line(field + ".unit", one.unit(), Aims.UNIT_LENGTH),
                    amount(field + ".baseline", one.baseline()),
                    amount(field + ".target", one.target()),
                    amount(field + ".current", one.current())));
        }
        Integer weight = typed.weight();
        return new Aims(
                indicators,
                weight == null ? null : Typed.number("weight", weight, 1, Aims.MOST_WEIGHT),
                typed.budget() == null ? null : budget(typed.budget()));
    }

    private static @Nullable BigDecimal amount(String field, @Nullable BigDecimal typed) {
        return typed == null ? null : Bounds.amount(field, typed);
    }

    private static Budget budget(Budget typed) {
        BigDecimal amount = typed.amount();
        if (amount.signum() <= 0
                || amount.compareTo(MOST_BUDGET) >= 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw Refused.at("budget", "advocacy.refused.budget");
        }
        return new Budget(amount.setScale(2, RoundingMode.UNNECESSARY), currency(typed.currency()));
    }

    private static String currency(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(one -> one.getCurrencyCode().equals(code))) {
            throw Refused.at("currency", "advocacy.refused.currency");
        }
        return code;
    }
}
