package org.kvartal.advocacy.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.EvidenceLine;
import org.kvartal.advocacy.Measures.IndicatorReading;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.Measures.MeasureList;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.Measures.ReportDay;
import org.kvartal.advocacy.Measures.ReportLine;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations.ListKey;
import org.kvartal.advocacy.ReportId;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Measures as pages show them. */
@Component
@Transactional(readOnly = true)
class ShownMeasures implements Measures {

    private static final int MOST_REPORTS = 200;

    private final MeasureReads reads;
    private final RecommendationReads recommendations;
    private final MeasureOwners owners;
    private final KeptFollowing followers;
    private final Members members;
    private final People people;
    private final Files files;
    private final AdvocacySight sight;
    private final JdbcClient jdbc;

    ShownMeasures(
            MeasureReads reads,
            RecommendationReads recommendations,
            MeasureOwners owners,
            KeptFollowing followers,
            Members members,
            People people,
            Files files,
            AdvocacySight sight,
            JdbcClient jdbc) {
        this.reads = reads;
        this.recommendations = recommendations;
        this.owners = owners;
        this.followers = followers;
        this.members = members;
        this.people = people;
        this.files = files;
        this.sight = sight;
        this.jdbc = jdbc;
    }

    @Override
    public MeasureList list(Asker asker, MeasureFilter filter, @Nullable ListKey before, int limit) {
        List<MeasureReads.Row> rows = reads.rows(jdbc.sql(MeasureReads.CARDS
                        + "WHERE true"
                        + narrowed(filter, before)
                        + " ORDER BY m.year DESC, m.number DESC LIMIT :limit")
                .param("states", Stored.names(filter.states()))
                .param("strategy", filter.strategy())
                .param("year", before == null ? 0 : before.year())
                .param("number", before == null ? 0 : before.number())
                .param("limit", limit + 1));
        boolean more = rows.size() > limit;
        List<MeasureReads.Row> shown = more ? rows.subList(0, limit) : rows;
        return new MeasureList(
                reads.cards(shown),
                more ? new ListKey(shown.getLast().year(), shown.getLast().number()) : null);
    }

    /** Only what is asked for stands in the query: what might be asked for as well keeps it from an index. */
    private static String narrowed(MeasureFilter filter, @Nullable ListKey before) {
        return (filter.states().isEmpty() ? "" : Stored.among("m.state", filter.states()))
                + (filter.strategy().isEmpty() ? "" : " AND m.strategy = :strategy")
                + (before == null ? "" : " AND (m.year, m.number) < (:year, :number)");
    }

    @Override
    public Map<RecommendationId, List<MeasureCard>> of(Collection<RecommendationId> ids) {
        return reads.of(ids);
    }

    @Override
    public List<MemberCard> owners(Asker asker) {
        return owners.mine(asker);
    }

    @Override
    public Optional<MeasurePage> find(Asker asker, String code) {
        return RefCode.of(RefCode.MEASURE, code)
                .flatMap(wanted -> reads
                        .rows(jdbc.sql(MeasureReads.CARDS + "WHERE m.year = :year AND m.number = :number")
                                .param("year", wanted.year())
                                .param("number", wanted.number()))
                        .stream()
                        .findFirst())
                .map(row -> page(asker, row));
    }

    private record Said(
            @Nullable MemberId verifier,
            @Nullable PersonId verifiedBy,
            @Nullable MemberId verifiedFor,
            @Nullable Instant verifiedAt,
            @Nullable UUID reportedBy,
            String verdict,
            String reason) {}

    private MeasurePage page(Asker asker, MeasureReads.Row row) {
        MeasureId id = row.id();
        Said said = jdbc.sql("SELECT * FROM measure WHERE id = :id")
                .param("id", id.value())
                .query((one, _) -> new Said(
                        Stored.member(one, "verifier"),
                        Columns.personOrNull(one, "verified_by"),
                        Stored.member(one, "verified_for"),
                        Columns.momentOrNull(one, "verified_at"),
                        Columns.idOrNull(one, "reported_by"),
                        one.getString("verdict"),
                        one.getString("reason")))
                .single();
        MemberId owner = row.content().owner() instanceof Owner.OfMember(MemberId member) ? member : null;
        boolean keeps = owners.keeps(asker, owner);
        boolean belongs = sight.reads(asker);
        PersonId verifier = said.verifiedBy();
        Map<MemberId, MemberCard> verifiers = members.cards(
                AdvocacyTrail.HOUSE,
                Stream.of(said.verifier(), said.verifiedFor())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        boolean stranger = owners.stranger(asker, owner);
        return new MeasurePage(
                reads.cards(List.of(row)).getFirst(),
                row.content(),
                recommendations.ofMeasure(asker, id),
                days(id),
                reports(id, row.content().aims(), belongs || keeps),
                evidence(id),
                verifier == null || !belongs ? null : people.card(verifier).orElse(null),
                said.verifiedAt(),
                name(verifiers, said.verifier()),
                name(verifiers, said.verifiedFor()),
                said.verdict(),
                said.reason(),
                keeps,
                owners.speaks(asker, owner),
                row.state() == MeasureState.REPORTED_DONE
                        && owners.verifies(asker, said.verifier())
                        && stranger
                        && asker.person()
                                .filter(person -> person.value().equals(said.reportedBy()))
                                .isEmpty(),
                !row.state().over() && stranger && sight.has(asker, AdvocacyRights.KEEP_MEASURES),
                keeps || sight.has(asker, AdvocacyRights.REPORT),
                followers.follows(asker, id.value()),
                belongs && asker.person().isPresent());
    }

    private static @Nullable LocalizedText name(Map<MemberId, MemberCard> cards, @Nullable MemberId id) {
        MemberCard card = id == null ? null : cards.get(id);
        return card == null ? null : card.name();
    }

    private List<ReportDay> days(MeasureId id) {
        return jdbc.sql(
                        "SELECT due_on, report IS NOT NULL AS reported FROM report_day WHERE measure = :id ORDER BY due_on")
                .param("id", id.value())
                .query((row, _) -> new ReportDay(Stored.day(row, "due_on"), row.getBoolean("reported")))
                .list();
    }

    private List<ReportLine> reports(MeasureId id, Aims aims, boolean drafts) {
        record Row(
                ReportId id,
                boolean published,
                PersonId author,
                @Nullable MemberId onBehalfOf,
                Language language,
                String text,
                int progress,
                Readings readings,
                Instant at) {}
        List<Row> rows = jdbc.sql("""
                SELECT * FROM progress_report WHERE measure = :id AND (state = 'PUBLISHED' OR :drafts)
                 ORDER BY coalesce(published_at, made_at) DESC, id DESC LIMIT :most""")
                .param("id", id.value())
                .param("drafts", drafts)
                .param("most", MOST_REPORTS)
                .query((row, _) -> {
                    UUID association = Columns.idOrNull(row, "on_behalf_of");
                    Instant published = Columns.momentOrNull(row, "published_at");
                    return new Row(
                            new ReportId(Columns.id(row, "id")),
                            published != null,
                            Columns.person(row, "author"),
                            association == null ? null : new MemberId(association),
                            Columns.language(row, "language"),
                            row.getString("text"),
                            row.getInt("progress"),
                            Stored.readings(row, "readings"),
                            published != null ? published : Columns.moment(row, "made_at"));
                })
                .list();
        // Visitors read what the owner says, and not which person wrote it.
        Map<PersonId, PersonCard> authors =
                drafts ? people.cards(rows.stream().map(Row::author).collect(Collectors.toSet())) : Map.of();
        Map<MemberId, MemberCard> associations = members.cards(
                AdvocacyTrail.HOUSE,
                rows.stream().map(Row::onBehalfOf).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    MemberId association = row.onBehalfOf();
                    MemberCard card = association == null ? null : associations.get(association);
                    return new ReportLine(
                            row.id(),
                            row.published(),
                            authors.get(row.author()),
                            card == null ? null : card.name(),
                            row.language(),
                            row.text(),
                            row.progress(),
                            readings(aims, row.readings().values()),
                            row.at());
                })
                .toList();
    }

    private static List<IndicatorReading> readings(Aims aims, Map<UUID, BigDecimal> values) {
        return aims.indicators().stream()
                .flatMap(one -> Optional.ofNullable(values.get(one.id())).stream()
                        .map(value -> new IndicatorReading(one.name(), one.unit(), value)))
                .toList();
    }

    private List<EvidenceLine> evidence(MeasureId id) {
        record Row(@Nullable FileId file, String link, String about, Instant at) {}
        List<Row> rows = jdbc.sql("SELECT * FROM measure_evidence WHERE measure = :id ORDER BY added_at, id")
                .param("id", id.value())
                .query((row, _) -> new Row(
                        Stored.file(row, "file"),
                        row.getString("link"),
                        row.getString("about"),
                        Columns.moment(row, "added_at")))
                .list();
        Map<FileId, StoredFile> stored = files.cards(
                rows.stream().map(Row::file).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> {
                    FileId file = row.file();
                    return new EvidenceLine(file == null ? null : stored.get(file), row.link(), row.about(), row.at());
                })
                .toList();
    }
}
