package org.kvartal.advocacy.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.imports.ImportRow;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/** Reads what a measure is measured by and may cost from a row of a strategy: one indicator at most, and all of it may be missing. */
final class AimColumns {

    static final String INDICATOR = "indicator";
    static final String UNIT = "unit";
    static final String BASELINE = "baseline";
    static final String TARGET = "target";
    static final String CURRENT = "current";
    static final String WEIGHT = "weight";
    static final String BUDGET = "budget";
    static final String CURRENCY = "currency";

    /** Where the row names none. */
    private static final String MONEY = "EUR";

    /** As people write numbers in tables: digits in groups, a comma or a point before the rest. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,9})?");

    private static final Pattern GROUPING = Pattern.compile("[\\s\\u00A0\\u202F'’]");

    /** By the names of the columns. */
    private static final Map<String, String> COLUMNS = Map.of(
            "indicators.0.name.en", INDICATOR,
            "indicators.0.name.ru", INDICATOR,
            "indicators.0.name.bg", INDICATOR,
            "indicators.0.unit", UNIT,
            "indicators.0.baseline", BASELINE,
            "indicators.0.target", TARGET,
            "indicators.0.current", CURRENT);

    private AimColumns() {}

    /** @param language of the row's words */
    static Aims read(ImportRow row, Language language, List<Refused> wrong) {
        BigDecimal baseline = number(row, BASELINE, wrong);
        BigDecimal target = number(row, TARGET, wrong);
        BigDecimal current = number(row, CURRENT, wrong);
        BigDecimal weight = number(row, WEIGHT, wrong);
        BigDecimal budget = number(row, BUDGET, wrong);
        String name = PlainText.line(row.cell(INDICATOR));
        if (name.isEmpty()) {
            for (String column : List.of(UNIT, BASELINE, TARGET, CURRENT)) {
                if (row.has(column)) {
                    wrong.add(Refused.at(INDICATOR, "kernel.refused.missing"));
                    break;
                }
            }
        }
        List<Indicator> indicators = name.isEmpty()
                ? List.of()
                : List.of(new Indicator(
                        Ids.next(), LocalizedText.of(language, name), row.cell(UNIT), baseline, target, current));
        try {
            return TypedAims.checked(new Aims(
                    indicators,
                    weight == null ? null : whole(weight),
                    budget == null ? null : new Budget(budget, row.has(CURRENCY) ? row.cell(CURRENCY) : MONEY)));
        } catch (Refused refused) {
            refused.all().forEach(one -> wrong.add(atColumn(one)));
            return Aims.NONE;
        }
    }

    private static Refused atColumn(Refused refused) {
        String field = String.valueOf(refused.field());
        return Refused.at(COLUMNS.getOrDefault(field, field), refused.key(), refused.arguments());
    }

    /** What is no whole number is none that is taken. */
    private static int whole(BigDecimal weight) {
        return weight.stripTrailingZeros().scale() > 0
                        || weight.abs().compareTo(BigDecimal.valueOf(Aims.MOST_WEIGHT)) > 0
                ? 0
                : weight.intValue();
    }

    private static @Nullable BigDecimal number(ImportRow row, String column, List<Refused> wrong) {
        if (!row.has(column)) {
            return null;
        }
        String plain = GROUPING.matcher(row.cell(column)).replaceAll("");
        if (!NUMBER.matcher(plain).matches()) {
            wrong.add(Refused.at(column, "advocacy.refused.amount", Bounds.MOST_DIGITS, Bounds.MOST_DECIMALS));
            return null;
        }
        return new BigDecimal(plain.replace(',', '.'));
    }
}
