package org.kvartal.search.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.search.Search.Order;
import org.kvartal.search.Search.Question;
import org.kvartal.search.domain.SeekerSight.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks into the index. Of very common words the newest things are ranked and no more, those that lead and those that stand within others apart, so that a long thread does not hide the rest.
 *
 * @see "Decision record 0152, words are stemmed here and kept in PostgreSQL"
 */
@Component
class Matches {

    /** So many are ranked. */
    private static final int RANKED = 1_000;

    /** Of what begins so, while somebody types. */
    private static final int PICKED = 200;

    private static final String PICK = """
            SELECT d.kind, d.id, d.within, d.at, d.%1$s AS words FROM search_document d
             WHERE d.%1$s @@ :query::tsquery AND %2$s
               AND (:all OR d.audience && :audiences::text[])
               AND (:anyKind OR d.kind = ANY (:kinds::text[]))
               AND (:from::timestamptz IS NULL OR d.at >= :from)
               AND (:language = '' OR strpos(d.languages, :language) > 0)
             ORDER BY d.at DESC LIMIT\040""";

    private final JdbcClient jdbc;

    Matches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A document that matches, and how well. */
    record Match(String kind, UUID id, float rank, Instant at) {}

    /** @param after the end of the page before, null for the first */
    List<Match> of(Seen seen, String query, Question question, @Nullable Place after, int limit) {
        boolean best = question.order() == Order.BEST;
        String sort = best ? "rank DESC, at DESC, id DESC" : "at DESC, id DESC";
        String page = after == null
                ? ""
                : best ? "WHERE (rank, at, id) < (:rank::float4, :at, :id)" : "WHERE (at, id) < (:at, :id)";
        Map<String, @Nullable Object> parameters =
                parameters(seen, query, question.kinds(), question.from(), question.language());
        if (after != null) {
            parameters.put("rank", after.rank());
            parameters.put("at", Columns.moment(after.at()));
            parameters.put("id", after.id());
        }
        planByTheWords();
        return jdbc.sql("WITH picked AS MATERIALIZED ((" + PICK.formatted("words", "d.leads") + RANKED + ") UNION ALL ("
                        + PICK.formatted("words", "NOT d.leads") + RANKED + ")), "
                        + "ranked AS (SELECT kind, id, within, at, ts_rank(words, :query::tsquery, 1) AS rank FROM picked), "
                        + "best AS (SELECT DISTINCT ON (kind, within) kind, id, rank, at FROM ranked "
                        + "ORDER BY kind, within, " + sort + ") "
                        + "SELECT kind, id, rank, at FROM best " + page + " ORDER BY " + sort + " LIMIT :limit")
                .params(parameters)
                .param("limit", limit)
                .query(Matches::match)
                .list();
    }

    /** Things that lead whose title and names hold these words, each as a beginning. */
    List<Match> beginning(Seen seen, String query, Collection<String> kinds, int limit) {
        planByTheWords();
        return jdbc.sql("WITH picked AS MATERIALIZED (" + PICK.formatted("head", "d.leads") + PICKED + ") "
                        + "SELECT kind, id, ts_rank(words, :query::tsquery, 1) AS rank, at FROM picked "
                        + "ORDER BY rank DESC, at DESC, id LIMIT :limit")
                .params(parameters(seen, query, kinds, null, null))
                .param("limit", limit)
                .query(Matches::match)
                .list();
    }

    /** Things that lead whose title or names resemble a text. */
    List<Match> resembling(Seen seen, String text, Collection<String> kinds, int limit) {
        planByTheWords();
        return jdbc.sql("""
                SELECT d.kind, d.id, word_similarity(:text, d.title) AS rank, d.at FROM search_document d
                 WHERE d.leads AND d.title %> :text AND (:all OR d.audience && :audiences::text[])
                   AND (:anyKind OR d.kind = ANY (:kinds::text[]))
                 ORDER BY rank DESC, d.at DESC, d.id LIMIT :limit""")
                .params(parameters(seen, "", kinds, null, null))
                .param("text", Latin.of(text))
                .param("limit", limit)
                .query(Matches::match)
                .list();
    }

    /** Things that lead of some kinds that hold at least so many of these words, those that hold most of them first. */
    List<Match> sharing(Seen seen, List<String> words, Collection<String> kinds, int least, int limit) {
        planByTheWords();
        return jdbc.sql("WITH picked AS MATERIALIZED (" + PICK.formatted("words", "d.leads") + RANKED + "), "
                        + "shared AS (SELECT kind, id, at, ts_rank('{0,0,0.4,1}', words, :query::tsquery, 1) AS rank, "
                        + "(SELECT count(*) FROM unnest(:words::text[]) AS w (word) WHERE words @@ w.word::tsquery) AS held "
                        + "FROM picked) "
                        + "SELECT kind, id, rank, at FROM shared WHERE held >= :least AND rank > 0 "
                        + "ORDER BY held DESC, rank DESC, at DESC, id LIMIT :limit")
                .params(parameters(seen, String.join("|", words), kinds, null, null))
                .param("words", words.toArray(String[]::new))
                .param("least", least)
                .param("limit", limit)
                .query(Matches::match)
                .list();
    }

    /** For each of these words the stems that resemble it most, the nearest first. */
    Map<String, Set<String>> near(Collection<String> words) {
        Map<String, Set<String>> near = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            jdbc.sql("""
                    SELECT s.typed, w.word
                      FROM unnest(:words::text[], :latin::text[]) AS s (typed, latin)
                      CROSS JOIN LATERAL (
                           SELECT word FROM search_word v WHERE v.latin % s.latin
                            ORDER BY similarity(v.latin, s.latin) DESC, word LIMIT 20) w""")
                    .param("words", words.toArray(String[]::new))
                    .param("latin", words.stream().map(Latin::of).toArray(String[]::new))
                    .query(row -> {
                        near.computeIfAbsent(row.getString("typed"), _ -> new LinkedHashSet<>())
                                .add(row.getString("word"));
                    });
        }
        return near;
    }

    /**
     * Whether a word is rare is known only with the word: the plan must know it. And a short name with one letter wrong resembles the right one by less than PostgreSQL takes for a likeness. Holds for the
     * transaction.
     */
    private void planByTheWords() {
        jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
                        + " set_config('pg_trgm.word_similarity_threshold', '0.5', true)")
                .query((_, _) -> 1)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(
            Seen seen, String query, Collection<String> kinds, @Nullable Instant from, @Nullable Language language) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("query", query);
        parameters.put("all", seen.all());
        parameters.put("audiences", seen.keys());
        parameters.put("anyKind", kinds.isEmpty());
        parameters.put("kinds", kinds.toArray(String[]::new));
        parameters.put("from", Columns.momentOrNull(from));
        parameters.put("language", language == null ? "" : language.code());
        return parameters;
    }

    private static Match match(ResultSet row, int number) throws SQLException {
        return new Match(row.getString("kind"), Columns.id(row, "id"), row.getFloat("rank"), Columns.moment(row, "at"));
    }
}
