package org.kvartal.accounts.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditFilter;
import org.kvartal.kernel.PersonId;

/**
 * What an address asks of the audit trail. What can't be read there asks for nothing.
 *
 * @param from the first day
 * @param to the last day
 */
record TrailWish(
        @Nullable PersonId person,
        @Nullable String module,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Moments far beyond any house have no place in a column. */
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

    static TrailWish of(QueryParameters query) {
        return new TrailWish(
                query.getSingleParameter("person").flatMap(TrailWish::person).orElse(null),
                query.getSingleParameter("module")
                        .filter(module -> module.matches("[a-z]{1,40}"))
                        .orElse(null),
                query.getSingleParameter("from").flatMap(TrailWish::day).orElse(null),
                query.getSingleParameter("to").flatMap(TrailWish::day).orElse(null));
    }

    TrailWish by(@Nullable PersonId other) {
        return new TrailWish(other, module, from, to);
    }

    TrailWish in(@Nullable String other) {
        return new TrailWish(person, other, from, to);
    }

    TrailWish from(@Nullable LocalDate other) {
        return new TrailWish(person, module, other, to);
    }

    TrailWish to(@Nullable LocalDate other) {
        return new TrailWish(person, module, from, other);
    }

    boolean isNarrow() {
        return person != null || module != null || from != null || to != null;
    }

    /** The same for the trail: days by the reader's clock, the last one included. */
    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                person,
                module,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** What an address says to ask for this. */
    QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (person != null) {
            query.put("person", person.toString());
        }
        if (module != null) {
            query.put("module", module);
        }
        if (from != null) {
            query.put("from", from.toString());
        }
        if (to != null) {
            query.put("to", to.toString());
        }
        return QueryParameters.simple(query);
    }

    private static Optional<PersonId> person(String text) {
        try {
            return Optional.of(PersonId.of(text));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
        } catch (DateTimeParseException mistyped) {
            return Optional.empty();
        }
    }
}
