package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.RecommendationDesk.RoomWord;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeConfirmed;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the room has confirmed, as far as it matters here. Heard once, and never changed. */
@Component
class RoomWords {

    private static final int NEWEST = 50;

    private final JdbcClient jdbc;

    RoomWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is heard for the first time */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean hear(OutcomeConfirmed fact, Instant now) {
        return jdbc.sql("""
                INSERT INTO room_word (outcome, kind, session, item, text, heard_at)
                VALUES (:outcome, :kind, :session, :item, :text::jsonb, :now) ON CONFLICT DO NOTHING""")
                        .param("outcome", fact.id().value())
                        .param("kind", fact.kind().name())
                        .param("session", fact.session().value())
                        .param("item", fact.item().value())
                        .param("text", Stored.json(fact.text()))
                        .param("now", Columns.moment(now))
                        .update()
                > 0;
    }

    /** A recommendation is put before the room as it stands now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void bring(ItemId item, Recommendation recommendation) {
        jdbc.sql(
                        "INSERT INTO recommendation_brought (item, recommendation, hash) VALUES (:item, :recommendation, :hash)")
                .param("item", item.value())
                .param("recommendation", recommendation.id().value())
                .param("hash", recommendation.asked())
                .update();
    }

    /** Whether it was put before the room, as one of those items, in the words that it has now. */
    boolean wasBrought(Recommendation recommendation, Collection<UUID> items) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM recommendation_brought
                                WHERE item = ANY (:items) AND recommendation = :recommendation AND hash = :hash)""")
                .param("items", items.toArray(UUID[]::new))
                .param("recommendation", recommendation.id().value())
                .param("hash", recommendation.asked())
                .query(Boolean.class)
                .single();
    }

    /** What the room said of a recommendation, null where it has said nothing. */
    @Nullable LocalizedText of(RecommendationId id) {
        return jdbc.sql(
                        "SELECT w.text FROM room_word w JOIN recommendation r ON r.outcome = w.outcome WHERE r.id = :id")
                .param("id", id.value())
                .query((row, _) -> Stored.text(row, "text"))
                .optional()
                .orElse(null);
    }

    /** @throws Refused at {@code decision} unless the room has decided that */
    void requireDecision(@Nullable OutcomeId outcome) {
        boolean decided = outcome != null
                && jdbc.sql("SELECT EXISTS (SELECT FROM room_word WHERE outcome = :outcome AND kind = 'DECISION')")
                        .param("outcome", outcome.value())
                        .query(Boolean.class)
                        .single();
        if (!decided) {
            throw Refused.at("decision", "advocacy.refused.decision");
        }
    }

    List<RoomWord> decisions() {
        return jdbc.sql(
                        "SELECT * FROM room_word WHERE kind = 'DECISION' ORDER BY heard_at DESC, outcome DESC LIMIT :limit")
                .param("limit", NEWEST)
                .query((row, _) -> new RoomWord(
                        new OutcomeId(Columns.id(row, "outcome")),
                        OutcomeKind.valueOf(row.getString("kind")),
                        Stored.text(row, "text"),
                        Columns.moment(row, "heard_at")))
                .list();
    }
}
