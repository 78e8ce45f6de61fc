package org.kvartal.missions.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.missions.Results.ResultKey;
import org.kvartal.missions.Results.ResultLine;
import org.kvartal.missions.Results.ResultList;
import org.kvartal.missions.Results.ResultState;
import org.kvartal.missions.domain.AgreementEvidence.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Results as pages show them, in a constant number of queries. */
@Component
class ResultReads {

    private final ProjectSight sight;
    private final AgreementEvidence evidence;
    private final People people;
    private final JdbcClient jdbc;

    ResultReads(ProjectSight sight, AgreementEvidence evidence, People people, JdbcClient jdbc) {
        this.sight = sight;
        this.evidence = evidence;
        this.people = people;
        this.jdbc = jdbc;
    }

    private record Row(
            ResultId id,
            ResultState state,
            ResultContent content,
            @Nullable PersonId verifiedBy,
            ResultLine line) {}

    List<ResultLine> of(Asker asker, UUID subject) {
        return lines(asker, jdbc.sql("""
                SELECT r.* FROM mission_result r JOIN result_claim c ON c.result = r.id
                 WHERE c.subject = :subject ORDER BY r.happened_on DESC, r.id DESC LIMIT 500""").param("subject", subject));
    }

    ResultList list(Asker asker, @Nullable ResultKey before, int limit) {
        List<ResultLine> lines = lines(
                asker,
                jdbc.sql("SELECT r.* FROM mission_result r"
                                + (before == null ? "" : " WHERE (r.happened_on, r.id) < (:on, :id)")
                                + " ORDER BY r.happened_on DESC, r.id DESC LIMIT :limit")
                        .param("on", before == null ? null : before.on())
                        .param("id", before == null ? null : before.result().value())
                        .param("limit", limit + 1));
        boolean more = lines.size() > limit;
        List<ResultLine> shown = more ? lines.subList(0, limit) : lines;
        return new ResultList(
                shown,
                more
                        ? new ResultKey(
                                shown.getLast().content().on(), shown.getLast().id())
                        : null);
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID agreement = Columns.idOrNull(row, "agreement");
        ResultId id = new ResultId(Columns.id(row, "id"));
        ResultState state = Stored.code(row, "state", ResultState.class);
        ResultContent content = new ResultContent(
                Stored.code(row, "kind", ResultKind.class),
                row.getBigDecimal("value"),
                row.getString("text"),
                Columns.language(row, "language"),
                Stored.day(row, "happened_on"),
                row.getString("link"),
                agreement == null ? null : new AgreementId(agreement));
        return new Row(
                id,
                state,
                content,
                Columns.personOrNull(row, "verified_by"),
                new ResultLine(
                        id,
                        state,
                        content,
                        null,
                        List.of(),
                        null,
                        null,
                        Columns.momentOrNull(row, "verified_at"),
                        row.getString("verdict"),
                        false,
                        row.getLong("version")));
    }

    /** @param known whether the asker may know of what it was claimed for */
    private record Claimed(
            String code,
            boolean known,
            @Nullable PersonId by,
            @Nullable PersonId consultant) {}

    private List<ResultLine> lines(Asker asker, StatementSpec query) {
        List<Row> rows = query.query((row, _) -> row(row)).list();
        Map<ResultId, List<Claimed>> claims =
                claims(asker, rows.stream().map(Row::id).toList());
        Set<PersonId> named = new HashSet<>();
        rows.stream().map(Row::verifiedBy).filter(Objects::nonNull).forEach(named::add);
        claims.values().stream()
                .map(all -> all.getFirst().by())
                .filter(Objects::nonNull)
                .forEach(named::add);
        Map<AgreementId, Shown> agreements = evidence.of(
                asker,
                rows.stream()
                        .map(row -> row.content().agreement())
                        .filter(Objects::nonNull)
                        .toList());
        Map<PersonId, PersonCard> cards = people.cards(named);
        boolean verifies = sight.has(asker, MissionRights.VERIFY);
        PersonId person = asker.person().orElse(null);
        List<ResultLine> lines = new ArrayList<>();
        for (Row row : rows) {
            List<Claimed> of = claims.getOrDefault(row.id(), List.of());
            PersonId verifier = row.verifiedBy();
            PersonId reporter = of.isEmpty() ? null : of.getFirst().by();
            AgreementId agreement = row.content().agreement();
            Shown shown = agreement == null ? null : agreements.get(agreement);
            boolean concerned = person == null
                    || (shown != null && shown.handled())
                    || of.stream().anyMatch(one -> person.equals(one.by()) || person.equals(one.consultant()));
            lines.add(new ResultLine(
                    row.id(),
                    row.state(),
                    row.content(),
                    shown == null ? null : shown.evidence(),
                    of.stream().filter(Claimed::known).map(Claimed::code).toList(),
                    reporter == null ? null : cards.get(reporter),
                    verifier == null ? null : cards.get(verifier),
                    row.line().verifiedAt(),
                    row.line().verdict(),
                    row.state() == ResultState.REPORTED && verifies && !concerned,
                    row.line().version()));
        }
        return lines;
    }

    private Map<ResultId, List<Claimed>> claims(Asker asker, Collection<ResultId> results) {
        Map<ResultId, List<Claimed>> claims = new HashMap<>();
        jdbc.sql("""
                SELECT c.result, c.reported_by, p.consultant, coalesce(p.year, m.year) AS year,
                       coalesce(p.number, m.number) AS number, p.id IS NOT NULL AS project,
                       CASE WHEN p.id IS NOT NULL THEN""" + ProjectSight.KNOWN + "ELSE m.shown OR" + ProjectSight.KNOWN_MISSION + """
                       END AS known
                  FROM result_claim c LEFT JOIN mentor_project p ON p.id = c.subject LEFT JOIN mission m ON m.id = c.subject
                 WHERE c.result = ANY (:ids) ORDER BY c.reported_at, c.subject""")
                .params(sight.values(asker))
                .param("ids", results.stream().map(ResultId::value).toArray(UUID[]::new))
                .query(row -> {
                    char kind = row.getBoolean("project") ? MissionCode.PROJECT : MissionCode.MISSION;
                    claims.computeIfAbsent(new ResultId(Columns.id(row, "result")), _ -> new ArrayList<>())
                            .add(new Claimed(
                                    MissionCode.of(kind, row),
                                    row.getBoolean("known"),
                                    Columns.personOrNull(row, "reported_by"),
                                    Columns.personOrNull(row, "consultant")));
                });
        return claims;
    }

    /** Whether that person has reported a part of it, is the consultant of one of its projects, or had a hand in the agreement that it is. */
    boolean isConcerned(ResultId result, PersonId person) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM result_claim c LEFT JOIN mentor_project p ON p.id = c.subject
                                WHERE c.result = :id AND (c.reported_by = :person OR p.consultant = :person))
                    OR EXISTS (SELECT FROM mission_result r JOIN agreement a ON a.id = r.agreement
                                WHERE r.id = :id AND (a.entered_by = :person OR EXISTS (
                                      SELECT FROM agreement_party y WHERE y.agreement = a.id AND y.recorded_by = :person)))""")
                .param("id", result.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the asker has to do with one of its projects or missions. */
    boolean knows(Asker asker, ResultId result) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM result_claim c JOIN mentor_project p ON p.id = c.subject"
                        + " WHERE c.result = :id AND" + ProjectSight.KNOWN
                        + ") OR EXISTS (SELECT FROM result_claim c JOIN mission m ON m.id = c.subject"
                        + " WHERE c.result = :id AND" + ProjectSight.KNOWN_MISSION + ")")
                .params(sight.values(asker))
                .param("id", result.value())
                .query(Boolean.class)
                .single();
    }

    /** Each result once. */
    Map<ResultKind, BigDecimal> totals(LocalDate first, LocalDate last) {
        Map<ResultKind, BigDecimal> totals = new EnumMap<>(ResultKind.class);
        Arrays.stream(ResultKind.values()).forEach(kind -> totals.put(kind, BigDecimal.ZERO));
        jdbc.sql("""
                SELECT kind, sum(value) AS value FROM mission_result
                 WHERE state = 'VERIFIED' AND happened_on BETWEEN :first AND :last GROUP BY kind""").param("first", first).param("last", last).query(row -> {
            totals.put(Stored.code(row, "kind", ResultKind.class), row.getBigDecimal("value"));
        });
        return totals;
    }
}
