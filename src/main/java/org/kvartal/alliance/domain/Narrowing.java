package org.kvartal.alliance.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.DirectoryFilter.Box;
import org.kvartal.alliance.domain.Spelling.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What a filter means in SQL, said of an entry that is called {@code e}. Everything that people type is a parameter.
 *
 * @param base entries of the wanted states that have the text in their names and lie within the box
 * @param kinds whether the kind is one of those chosen; {@code true} where none is
 * @param rank how well the names fit the text, 0 to 100; always 0 without one
 */
record Narrowing(
        String base,
        String kinds,
        String sectors,
        String places,
        String languages,
        String members,
        String rank,
        Map<String, Object> parameters) {

    private static final String EVERYTHING = "true";

    /** The names, each word between spaces. */
    private static final String WORDS = "(' ' || translate(e.found, E'\\n', ' ') || ' ')";

    /**
     * Entries whose names have each word of the filter somewhere in them, those first that have it whole or begin a word with it.
     *
     * @param states a condition on the entry's state, of no parameters
     */
    static Narrowing holding(DirectoryFilter filter, String states) {
        return of(filter, states, Narrowing::held);
    }

    /** Entries whose names have something like each word of the filter in them, the likest first. */
    static Narrowing resembling(DirectoryFilter filter, String states) {
        return of(filter, states, Narrowing::resembled);
    }

    /** Says of one word that it is found, and adds how well. */
    private interface Finding {

        String found(Wanted word, Map<String, Object> parameters, List<String> ranks);
    }

    private static Narrowing of(DirectoryFilter filter, String states, Finding finding) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringJoiner base = new StringJoiner(" AND ").add(states);
        List<String> ranks = new ArrayList<>();
        for (Wanted word : Spelling.wanted(filter.text())) {
            base.add(finding.found(word, parameters, ranks));
        }
        Box box = filter.box();
        if (box != null) {
            base.add("EXISTS (SELECT 1 FROM entry_point p WHERE p.entry = e.id AND " + within(box, parameters) + ")");
        }
        if (!filter.text().isEmpty() && ranks.isEmpty()) {
            // Signs only: no name is made of them.
            base.add("false");
        }
        String rank = ranks.isEmpty() ? "0" : "((" + String.join(" + ", ranks) + ") * 100 / " + ranks.size() + ")::int";
        return new Narrowing(
                base.toString(),
                chosen(
                        "e.kind = ANY(:kinds)",
                        "kinds",
                        filter.kinds().stream().map(Enum::name).toList(),
                        parameters),
                chosen("e.sectors && :sectors::text[]", "sectors", filter.sectors(), parameters),
                chosen("e.places && :places::text[]", "places", filter.places(), parameters),
                chosen("e.languages && :languages::text[]", "languages", filter.languages(), parameters),
                filter.members() ? "e.member_current" : EVERYTHING,
                rank,
                parameters);
    }

    /** Everything that the filter asks for. */
    String whole() {
        return String.join(" AND ", base, kinds, sectors, places, languages, members);
    }

    /** The statement with what the filter needs. */
    StatementSpec bind(StatementSpec statement) {
        return statement.params(parameters);
    }

    private static String held(Wanted word, Map<String, Object> parameters, List<String> ranks) {
        StringJoiner any = new StringJoiner(" OR ", "(", ")");
        StringJoiner whole = new StringJoiner(" OR ");
        StringJoiner begun = new StringJoiner(" OR ");
        for (String form : word.latin()) {
            String name = "w" + parameters.size();
            parameters.put(name, "%" + form + "%");
            parameters.put(name + "_whole", "% " + form + " %");
            parameters.put(name + "_begun", "% " + form + "%");
            any.add("e.found LIKE :" + name);
            whole.add(WORDS + " LIKE :" + name + "_whole");
            begun.add(WORDS + " LIKE :" + name + "_begun");
        }
        ranks.add("CASE WHEN " + whole + " THEN 1 WHEN " + begun + " THEN 0.5 ELSE 0.1 END");
        return any.toString();
    }

    private static String resembled(Wanted word, Map<String, Object> parameters, List<String> ranks) {
        StringJoiner any = new StringJoiner(" OR ", "(", ")");
        StringJoiner best = new StringJoiner(", ", "greatest(", ")");
        for (String form : word.latin()) {
            String name = "w" + parameters.size();
            parameters.put(name, form);
            best.add("word_similarity(:" + name + ", e.found)");
            if (word.mayBeMisspelt(form)) {
                any.add(":" + name + " <% e.found");
            } else {
                parameters.put(name + "_in", "%" + form + "%");
                any.add("e.found LIKE :" + name + "_in");
            }
        }
        ranks.add(best.toString());
        return any.toString();
    }

    private static String within(Box box, Map<String, Object> parameters) {
        parameters.put("south", box.south());
        parameters.put("north", box.north());
        parameters.put("west", box.west());
        parameters.put("east", box.east());
        return "p.latitude BETWEEN :south AND :north AND "
                + (box.west() < box.east()
                        ? "p.longitude BETWEEN :west AND :east"
                        : "(p.longitude >= :west OR p.longitude <= :east)");
    }

    private static String chosen(
            String condition, String name, Collection<String> values, Map<String, Object> parameters) {
        if (values.isEmpty()) {
            return EVERYTHING;
        }
        parameters.put(name, values.toArray(String[]::new));
        return condition;
    }
}
