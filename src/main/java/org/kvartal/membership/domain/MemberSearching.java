package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberList;
import org.kvartal.membership.Members.MemberSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds members by their names, in a constant number of statements. Words that somebody typed are looked for inside the names by the trigram index;
 * only where nothing holds them, names that resemble them are shown instead.
 */
@Component
class MemberSearching {

    private static final int MOST_WORDS = 5;
    private static final int MOST_TEXT = 100;

    private final JdbcClient jdbc;
    private final KeptSectors sectors;
    private final HouseClock day;

    MemberSearching(JdbcClient jdbc, KeptSectors sectors, HouseClock day) {
        this.jdbc = jdbc;
        this.sectors = sectors;
        this.day = day;
    }

    @Transactional(readOnly = true)
    MemberList search(Sight.Seen seen, MemberSearch search, Language language, @Nullable String key, int limit) {
        String typed = PlainText.line(search.text());
        String text = typed.substring(0, Math.min(MOST_TEXT, typed.length()));
        List<List<String>> words = Folding.sought(text, MOST_WORDS);
        if (!text.isEmpty() && words.isEmpty()) {
            return new MemberList(List.of(), false, null);
        }
        Wish wish = new Wish(seen, search);
        MemberList held = held(wish, words, language, key, limit);
        return held.members().isEmpty() && key == null && !words.isEmpty() ? resembling(wish, text, limit) : held;
    }

    private MemberList held(Wish wish, List<List<String>> words, Language language, @Nullable String key, int limit) {
        ListKey after = ListKey.of(key);
        if (key != null && after == null) {
            return new MemberList(List.of(), false, null);
        }
        Map<String, Object> parameters = new HashMap<>(wish.parameters);
        StringBuilder where = new StringBuilder(wish.where);
        for (int word = 0; word < words.size(); word++) {
            List<String> any = new ArrayList<>();
            for (String form : words.get(word)) {
                String name = "w" + word + "_" + any.size();
                any.add("m.search_text LIKE :" + name);
                // Folded forms hold letters and digits only: nothing in them is special to LIKE.
                parameters.put(name, "%" + form + "%");
            }
            where.append(" AND (").append(String.join(" OR ", any)).append(')');
        }
        String sort = "m.sort_" + language.code();
        if (after != null) {
            where.append(" AND (").append(sort).append(", m.number) > (:afterText, :afterNumber)");
            parameters.put("afterText", after.text());
            parameters.put("afterNumber", after.number());
        }
        if (!words.isEmpty()) {
            planByTheWords();
        }
        record Row(MemberCard card, String sorted) {}
        // Without the number, PostgreSQL would take a page for a tenth of all members, and plan each time anew.
        List<Row> rows = jdbc.sql("SELECT " + Cards.COLUMNS + ", " + sort + " AS sorted FROM member m WHERE " + where
                        + " ORDER BY " + sort + ", m.number LIMIT " + (limit + 1))
                .params(parameters)
                .query((row, _) -> new Row(Cards.card(row, wish.seen), row.getString("sorted")))
                .list();
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit
                ? new ListKey(shown.getLast().sorted(), shown.getLast().card().number()).toString()
                : null;
        return new MemberList(shown.stream().map(Row::card).toList(), false, next);
    }

    /**
     * A word that half of the names hold is quicker found along the alphabet, a rare one by the trigrams: the plan must know the words. Holds for the
     * transaction.
     */
    private void planByTheWords() {
        jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query((_, _) -> 1)
                .single();
    }

    private MemberList resembling(Wish wish, String text, int limit) {
        List<String> forms = Folding.forms(text);
        List<MemberCard> found = jdbc.sql("SELECT " + Cards.COLUMNS + """
                , max(word_similarity(f.form, m.search_text)) OVER (PARTITION BY m.id) AS likeness
                  FROM unnest(:forms::text[]) AS f (form) JOIN member m ON m.search_text %> f.form
                 WHERE """ + " " + wish.where
                        + " ORDER BY likeness DESC, m.number LIMIT :limit")
                .params(wish.parameters)
                .param("forms", forms.toArray(String[]::new))
                .param("limit", limit * forms.size())
                .query((row, _) -> Cards.card(row, wish.seen))
                .list();
        List<MemberCard> first = found.stream().distinct().limit(limit).toList();
        return new MemberList(first, !first.isEmpty(), null);
    }

    /** What is looked for beside the text, and what may be found at all. */
    private final class Wish {

        private final Sight.Seen seen;
        private final String where;
        private final Map<String, Object> parameters = new HashMap<>();

        Wish(Sight.Seen seen, MemberSearch search) {
            this.seen = seen;
            StringBuilder conditions = new StringBuilder("NOT m.left_told AND (m.ends_at IS NULL OR m.ends_at > :now)");
            parameters.put("now", Columns.moment(day.now()));
            if (!seen.manages()) {
                conditions.append(" AND ").append(visible("name"));
                parameters.put("levels", seen.names());
                if (seen.person() != null) {
                    parameters.put("me", seen.person().value());
                }
            }
            if (!search.kinds().isEmpty()) {
                conditions.append(" AND m.kind = ANY (:kinds)");
                parameters.put(
                        "kinds", search.kinds().stream().map(MemberKind::name).toArray(String[]::new));
            }
            if (search.city() != null) {
                conditions.append(" AND m.place = :place");
                parameters.put("place", search.city());
                if (!seen.manages()) {
                    conditions.append(" AND ").append(visible("city"));
                }
            }
            if (search.sector() != null) {
                conditions.append(" AND m.sectors && :sectors::text[]");
                parameters.put("sectors", sectors.within(search.sector()).toArray(String[]::new));
                if (!seen.manages()) {
                    conditions.append(" AND ").append(visible("sectors"));
                }
            }
            this.where = conditions.toString();
        }

        private String visible(String what) {
            String level = "m." + what + "_shown = ANY (:levels)";
            return seen.person() == null ? level : "(" + level + " OR m.person = :me)";
        }
    }
}
