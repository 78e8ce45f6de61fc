package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureSign;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Cards of measures, in one query and with the names of their owners. */
@Component
class MeasureReads {

    static final String CARDS = """
            SELECT m.*, (SELECT min(d.due_on) FROM report_day d WHERE d.measure = m.id AND d.report IS NULL) AS next_report
              FROM measure m\s""";

    private final Members members;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    MeasureReads(Members members, Directory directory, JdbcClient jdbc, HouseClock clock) {
        this.members = members;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Row(
            MeasureId id,
            String code,
            MeasureState state,
            MeasureContent content,
            int progress,
            @Nullable LocalDate nextReport,
            Instant changedAt,
            long version,
            int year,
            int number) {}

    List<Row> rows(StatementSpec query) {
        return query.query((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID member = Columns.idOrNull(row, "owner_member");
        return new Row(
                new MeasureId(Columns.id(row, "id")),
                RefCode.measure(row),
                Stored.code(row, "state", MeasureState.class),
                new MeasureContent(
                        Stored.text(row, "title"),
                        Stored.textOrNull(row, "about"),
                        member != null
                                ? new Owner.OfMember(new MemberId(member))
                                : new Owner.OfEntry(new EntryId(Columns.id(row, "owner_entry"))),
                        row.getString("implementer"),
                        Stored.day(row, "starts"),
                        Stored.day(row, "due"),
                        Stored.code(row, "schedule", ReportSchedule.class),
                        row.getString("strategy"),
                        row.getString("external"),
                        Stored.aims(row)),
                row.getInt("progress"),
                Stored.dayOrNull(row, "next_report"),
                Columns.moment(row, "changed_at"),
                row.getLong("version"),
                row.getInt("year"),
                row.getInt("number"));
    }

    List<MeasureCard> cards(List<Row> rows) {
        Map<Owner, LocalizedText> names =
                owners(rows.stream().map(row -> row.content().owner()).collect(Collectors.toSet()));
        LocalDate today = clock.today();
        return rows.stream().map(row -> card(row, names, today)).toList();
    }

    private static MeasureCard card(Row row, Map<Owner, LocalizedText> names, LocalDate today) {
        MeasureContent content = row.content();
        return new MeasureCard(
                row.id(),
                row.code(),
                row.state(),
                content.title(),
                names.getOrDefault(content.owner(), LocalizedText.of(Language.EN, "—")),
                content.implementer(),
                content.starts(),
                content.due(),
                row.progress(),
                row.nextReport(),
                signs(row, today),
                content.strategy(),
                content.aims(),
                row.changedAt(),
                row.version());
    }

    /** What the calendar says of it. */
    static Set<MeasureSign> signs(Row row, LocalDate today) {
        Set<MeasureSign> signs = EnumSet.noneOf(MeasureSign.class);
        if (!row.state().runs()) {
            return signs;
        }
        LocalDate next = row.nextReport();
        if (next != null && today.isAfter(next)) {
            signs.add(MeasureSign.REPORT_OVERDUE);
        } else if (next != null && !today.plusDays(Measures.SOON_DAYS).isBefore(next)) {
            signs.add(MeasureSign.REPORT_DUE);
        }
        MeasureContent content = row.content();
        long whole = Math.max(1, ChronoUnit.DAYS.between(content.starts(), content.due()));
        long over = Math.clamp(ChronoUnit.DAYS.between(content.starts(), today), 0L, whole);
        if (over * 100 > (row.progress() + Measures.BEHIND_POINTS) * whole) {
            signs.add(MeasureSign.BEHIND);
        }
        return signs;
    }

    private Map<Owner, LocalizedText> owners(Set<Owner> owners) {
        Map<Owner, LocalizedText> names = new HashMap<>();
        List<MemberId> ofHouse = new ArrayList<>();
        List<EntryId> ofDirectory = new ArrayList<>();
        for (Owner owner : owners) {
            switch (owner) {
                case Owner.OfMember(MemberId member) -> ofHouse.add(member);
                case Owner.OfEntry(EntryId entry) -> ofDirectory.add(entry);
            }
        }
        if (!ofHouse.isEmpty()) {
            members.cards(AdvocacyTrail.HOUSE, ofHouse)
                    .forEach((id, card) -> names.put(new Owner.OfMember(id), card.name()));
        }
        if (!ofDirectory.isEmpty()) {
            directory.cards(ofDirectory).forEach((id, card) -> names.put(new Owner.OfEntry(id), name(card.names())));
        }
        return names;
    }

    private static LocalizedText name(Names names) {
        Language own = Language.of(names.ownLanguage()).orElse(Language.EN);
        Map<Language, String> texts = new EnumMap<>(Language.class);
        texts.put(own, names.own());
        texts.putAll(names.translations());
        return new LocalizedText(own, texts);
    }

    Map<RecommendationId, List<MeasureCard>> of(Collection<RecommendationId> recommendations) {
        if (recommendations.isEmpty()) {
            return Map.of();
        }
        record Tie(RecommendationId recommendation, MeasureId measure) {}
        List<Tie> ties = jdbc.sql("""
                SELECT o.recommendation, o.measure FROM measure_of o JOIN measure m ON m.id = o.measure
                 WHERE o.recommendation = ANY (:ids) ORDER BY m.year, m.number""")
                .param(
                        "ids",
                        recommendations.stream().map(RecommendationId::value).toArray(UUID[]::new))
                .query((row, _) -> new Tie(
                        new RecommendationId(Columns.id(row, "recommendation")),
                        new MeasureId(Columns.id(row, "measure"))))
                .list();
        if (ties.isEmpty()) {
            return Map.of();
        }
        Map<MeasureId, MeasureCard> cards = cards(rows(jdbc.sql(CARDS + "WHERE m.id = ANY (:ids)")
                        .param(
                                "ids",
                                ties.stream().map(tie -> tie.measure().value()).toArray(UUID[]::new))))
                .stream()
                .collect(Collectors.toMap(MeasureCard::id, card -> card));
        Map<RecommendationId, List<MeasureCard>> of = new HashMap<>();
        for (Tie tie : ties) {
            MeasureCard card = cards.get(tie.measure());
            if (card != null) {
                of.computeIfAbsent(tie.recommendation(), _ -> new ArrayList<>()).add(card);
            }
        }
        return of;
    }
}
