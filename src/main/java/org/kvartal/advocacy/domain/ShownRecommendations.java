package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.CostBand;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.Figures;
import org.kvartal.advocacy.Recommendations.ListKey;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.Recommendations.RecommendationList;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PlainText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recommendations as pages show them. */
@Component
@Transactional(readOnly = true)
class ShownRecommendations implements Recommendations {

    /** The most associations that a page names. */
    private static final int NAMED = 200;

    private static final String WORDED =
            " AND EXISTS (SELECT FROM jsonb_each_text(r.title -> 'texts') t" + " WHERE t.value ILIKE :text)";

    private static final String NEWEST = " ORDER BY r.year DESC, r.number DESC LIMIT :limit";

    private final RecommendationReads reads;
    private final EvidenceBook evidence;
    private final DispatchReads letters;
    private final MeasureReads measures;
    private final Standing standing;
    private final KeptFollowing followers;
    private final RoomWords words;
    private final AdvocacySight sight;
    private final Counts counts;
    private final HouseClock clock;

    ShownRecommendations(
            RecommendationReads reads,
            EvidenceBook evidence,
            DispatchReads letters,
            MeasureReads measures,
            Standing standing,
            KeptFollowing followers,
            RoomWords words,
            AdvocacySight sight,
            Counts counts,
            HouseClock clock) {
        this.reads = reads;
        this.evidence = evidence;
        this.letters = letters;
        this.measures = measures;
        this.standing = standing;
        this.followers = followers;
        this.words = words;
        this.sight = sight;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public RecommendationList list(Asker asker, RecommendationFilter filter, @Nullable ListKey before, int limit) {
        String text = PlainText.line(filter.text());
        record Row(RecommendationCard card, ListKey key) {}
        List<Row> rows = reads.cards(asker, narrowed(filter, text, before) + NEWEST)
                .param("states", Stored.names(filter.states()))
                .param("text", Columns.containing(text))
                .param("year", before == null ? 0 : before.year())
                .param("number", before == null ? 0 : before.number())
                .param("limit", limit + 1)
                .query((row, _) ->
                        new Row(RecommendationReads.card(row), new ListKey(row.getInt("year"), row.getInt("number"))))
                .list();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new RecommendationList(
                shown.stream().map(Row::card).toList(), more ? shown.getLast().key() : null);
    }

    /** Only what is asked for stands in the query: what might be asked for as well keeps it from an index. */
    private static String narrowed(RecommendationFilter filter, String text, @Nullable ListKey before) {
        return (filter.states().isEmpty() ? "" : Stored.among("r.state", filter.states()))
                + (text.isEmpty() ? "" : WORDED)
                + (before == null ? "" : " AND (r.year, r.number) < (:year, :number)");
    }

    @Override
    public Map<RecommendationId, RecommendationCard> cards(Asker asker, Collection<RecommendationId> ids) {
        return reads.of(asker, ids);
    }

    private record Whole(
            RecommendationCard card,
            RecommendationText text,
            @Nullable LocalDate consultUntil,
            @Nullable Instant adoptedAt,
            @Nullable String hash,
            boolean confirmed,
            @Nullable RetirementReason retired,
            String reason,
            @Nullable UUID supersededBy) {}

    @Override
    public Optional<RecommendationPage> find(Asker asker, String code) {
        return RefCode.of(RefCode.RECOMMENDATION, code)
                .flatMap(wanted -> reads.cards(asker, "AND r.year = :year AND r.number = :number")
                        .param("year", wanted.year())
                        .param("number", wanted.number())
                        .query((row, _) -> new Whole(
                                RecommendationReads.card(row),
                                new RecommendationText(
                                        Stored.text(row, "title"),
                                        Stored.textOrNull(row, "problem"),
                                        Stored.textOrNull(row, "affected"),
                                        Stored.textOrNull(row, "proposal"),
                                        Stored.dayOrNull(row, "by_when"),
                                        Stored.textOrNull(row, "legal"),
                                        Stored.codeOrNull(row, "cost", CostBand.class)),
                                Stored.dayOrNull(row, "consult_until"),
                                Columns.momentOrNull(row, "adopted_at"),
                                Stored.hex(row.getBytes("hash")),
                                Columns.idOrNull(row, "outcome") != null,
                                Stored.codeOrNull(row, "retired_as", RetirementReason.class),
                                row.getString("reason"),
                                Columns.idOrNull(row, "superseded_by")))
                        .optional())
                .map(whole -> page(asker, whole));
    }

    private RecommendationPage page(Asker asker, Whole whole) {
        RecommendationId id = whole.card().id();
        UUID later = whole.supersededBy();
        RecommendationId with = later == null ? null : new RecommendationId(later);
        RecommendationCard successor =
                with == null ? null : reads.of(asker, List.of(with)).get(with);
        return new RecommendationPage(
                whole.card(),
                whole.text(),
                whole.consultUntil(),
                whole.adoptedAt(),
                whole.hash(),
                whole.confirmed(),
                sight.writes(asker) ? words.of(id) : null,
                evidence.of(asker, id, whole.card().title().source()),
                standing.count(id),
                standing.associations(id, NAMED),
                letters.of(asker, id),
                measures.of(List.of(id)).getOrDefault(id, List.of()),
                whole.retired(),
                whole.reason(),
                successor == null ? null : successor.code(),
                standing.mine(asker, id, whole.card().state()),
                whole.consultUntil() != null && !clock.today().isBefore(whole.consultUntil()),
                followers.follows(asker, id.value()),
                sight.reads(asker) && asker.person().isPresent(),
                sight.writes(asker),
                sight.has(asker, AdvocacyRights.PREPARE) && whole.card().state().sendable());
    }

    @Override
    public Figures figures(Asker asker) {
        return counts.of(asker);
    }

    @Override
    public long version() {
        return counts.revision();
    }
}
