package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.advocacy.CostBand;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Cards of recommendations, in one query and as far as the asker may know of them. */
@Component
class RecommendationReads {

    static final String CARDS = """
            SELECT r.*,
                   (SELECT count(*) FROM endorsement e WHERE e.recommendation = r.id AND e.association IS NULL) AS people,
                   (SELECT count(*) FROM endorsement e WHERE e.recommendation = r.id AND e.association IS NOT NULL) AS associations,
                   (SELECT count(*) FROM dispatch d WHERE d.recommendation = r.id AND d.sent_at IS NOT NULL) AS letters,
                   (SELECT count(*) FROM dispatch d WHERE d.recommendation = r.id AND d.position IS NOT NULL
                       AND d.position <> 'NO_REPLY') AS answered,
                   (SELECT count(*) FROM measure_of o WHERE o.recommendation = r.id) AS measures
              FROM recommendation r WHERE""" + AdvocacySight.KNOWN;

    private final AdvocacySight sight;
    private final JdbcClient jdbc;

    RecommendationReads(AdvocacySight sight, JdbcClient jdbc) {
        this.sight = sight;
        this.jdbc = jdbc;
    }

    /** @param more what else must hold of {@code r}, beginning with {@code AND}, and the order */
    StatementSpec cards(Asker asker, String more) {
        return jdbc.sql(CARDS + more).params(sight.values(asker));
    }

    Map<RecommendationId, RecommendationCard> of(Asker asker, Collection<RecommendationId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return cards(asker, "AND r.id = ANY (:ids)")
                .param("ids", ids.stream().map(RecommendationId::value).toArray(UUID[]::new))
                .query((row, _) -> card(row))
                .list()
                .stream()
                .collect(Collectors.toMap(RecommendationCard::id, card -> card));
    }

    List<RecommendationCard> ofMeasure(Asker asker, MeasureId measure) {
        return cards(
                        asker,
                        "AND r.id IN (SELECT recommendation FROM measure_of WHERE measure = :measure) ORDER BY r.year, r.number")
                .param("measure", measure.value())
                .query((row, _) -> card(row))
                .list();
    }

    static RecommendationCard card(ResultSet row) throws SQLException {
        return new RecommendationCard(
                new RecommendationId(Columns.id(row, "id")),
                RefCode.recommendation(row),
                Stored.code(row, "state", RecommendationState.class),
                Stored.text(row, "title"),
                Stored.dayOrNull(row, "by_when"),
                row.getInt("people"),
                row.getInt("associations"),
                row.getInt("letters"),
                row.getInt("answered"),
                row.getInt("measures"),
                Stored.textOrNull(row, "legal"),
                Stored.codeOrNull(row, "cost", CostBand.class),
                Columns.momentOrNull(row, "public_at"),
                Columns.moment(row, "changed_at"),
                row.getLong("version"));
    }
}
