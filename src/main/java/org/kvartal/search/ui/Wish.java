package org.kvartal.search.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.search.Search.Kind;
import org.kvartal.search.Search.Order;
import org.kvartal.search.Search.Question;
import org.kvartal.search.SearchPages;
import org.kvartal.shell.ShellPages;

/** What is looked for, as it stands in the address. */
record Wish(
        String words,
        @Nullable String kind,
        Age age,
        @Nullable Language language,
        Order order) {

    private static final String WORDS = "q";
    private static final String KIND = "kind";
    private static final String AGE = "time";
    private static final String LANGUAGE = "language";
    private static final String ORDER = "sort";

    /** How old what is found may be. */
    enum Age {
        ANY(Period.ZERO),
        WEEK(Period.ofWeeks(1)),
        MONTH(Period.ofMonths(1)),
        YEAR(Period.ofYears(1));

        private final Period most;

        Age(Period most) {
            this.most = most;
        }

        @Nullable Instant from(Instant now, ZoneId zone) {
            return this == ANY ? null : now.atZone(zone).minus(most).toInstant();
        }
    }

    /** @param kinds those that there are; any other is none */
    static Wish of(QueryParameters query, List<Kind> kinds) {
        return new Wish(
                query.getSingleParameter(WORDS).orElse(""),
                query.getSingleParameter(KIND)
                        .filter(code ->
                                kinds.stream().anyMatch(kind -> kind.code().equals(code)))
                        .orElse(null),
                Arrays.stream(Age.values())
                        .filter(age -> query.getSingleParameter(AGE)
                                .filter(Code.of(age)::equals)
                                .isPresent())
                        .findFirst()
                        .orElse(Age.ANY),
                query.getSingleParameter(LANGUAGE).flatMap(Language::of).orElse(null),
                query.getSingleParameter(ORDER)
                                .filter(Code.of(Order.NEWEST)::equals)
                                .isPresent()
                        ? Order.NEWEST
                        : Order.BEST);
    }

    Wish of(@Nullable String other) {
        return new Wish(words, other, age, language, order);
    }

    Wish within(Age other) {
        return new Wish(words, kind, other, language, order);
    }

    Wish sorted(Order other) {
        return new Wish(words, kind, age, language, other);
    }

    /** @param other null for all */
    Wish in(@Nullable Language other) {
        return new Wish(words, kind, age, other, order);
    }

    boolean isNarrow() {
        return kind != null || age != Age.ANY || language != null;
    }

    Wish wide() {
        return new Wish(words, null, Age.ANY, null, order);
    }

    Question question(Instant now, ZoneId zone) {
        return new Question(words, kind == null ? Set.of() : Set.of(kind), age.from(now, zone), language, order);
    }

    String path() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(WORDS, words);
        query.putAll(rest());
        return path(query);
    }

    /** All but the words, as it stands behind them in the address. */
    String kept() {
        Map<String, String> rest = rest();
        return rest.isEmpty()
                ? ""
                : new Location("", QueryParameters.simple(rest))
                        .getPathWithQueryParameters()
                        .substring(1);
    }

    private Map<String, String> rest() {
        Map<String, String> query = new LinkedHashMap<>();
        if (kind != null) {
            query.put(KIND, kind);
        }
        if (age != Age.ANY) {
            query.put(AGE, Code.of(age));
        }
        if (language != null) {
            query.put(LANGUAGE, language.code());
        }
        if (order != Order.BEST) {
            query.put(ORDER, Code.of(order));
        }
        return query;
    }

    private static String path(Map<String, String> query) {
        return ShellPages.path(
                new Location(SearchPages.SEARCH, QueryParameters.simple(query)).getPathWithQueryParameters());
    }
}
