package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements.AgreementFilter;
import org.kvartal.missions.Agreements.AgreementLine;
import org.kvartal.missions.Agreements.AgreementList;
import org.kvartal.missions.Agreements.AgreementPage;
import org.kvartal.missions.Agreements.PartyLine;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects.ListKey;
import org.kvartal.missions.domain.AgreementParties.Signing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements as pages show them. Each answer takes a constant number of queries. */
@Component
class AgreementReads {

    /** A state as the calendar says it; takes {@code today}. */
    private static final String STATE =
            "CASE WHEN a.state = 'IN_FORCE' AND a.ends < :today THEN 'EXPIRED' ELSE a.state END";

    private final AgreementSight sight;
    private final AgreementParties signatures;
    private final Parties parties;
    private final Files files;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    AgreementReads(
            AgreementSight sight,
            AgreementParties signatures,
            Parties parties,
            Files files,
            JdbcClient jdbc,
            MissionClock clock) {
        this.sight = sight;
        this.signatures = signatures;
        this.parties = parties;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            AgreementId id,
            int year,
            int number,
            AgreementKind kind,
            AgreementState state,
            LocalizedText title,
            @Nullable LocalizedText summary,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable FileId file,
            @Nullable String hash,
            @Nullable UUID project,
            String reason,
            Instant changedAt,
            boolean whole,
            @Nullable String projectCode,
            @Nullable String missionCode,
            @Nullable String renews,
            @Nullable String renewedBy,
            long version) {}

    private static final String ROWS = "SELECT a.*, " + STATE + " AS shown_state," + AgreementSight.WHOLE + """
             AS whole,
               (SELECT 'P-' || year || '-' || lpad(number::text, 3, '0') FROM mentor_project WHERE id = a.project) AS project_code,
               (SELECT 'D-' || year || '-' || lpad(number::text, 3, '0') FROM mission WHERE id = a.mission) AS mission_code,
               (SELECT 'A-' || year || '-' || lpad(number::text, 3, '0') FROM agreement WHERE id = a.renews) AS renews_code,
               (SELECT 'A-' || year || '-' || lpad(number::text, 3, '0') FROM agreement WHERE id = a.renewed_by) AS renewed_code
              FROM agreement a WHERE""";

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new AgreementId(Columns.id(row, "id")),
                row.getInt("year"),
                row.getInt("number"),
                Stored.code(row, "kind", AgreementKind.class),
                Stored.code(row, "shown_state", AgreementState.class),
                Stored.text(row, "title"),
                Stored.textOrNull(row, "summary"),
                Stored.dayOrNull(row, "starts"),
                Stored.dayOrNull(row, "ends"),
                Stored.file(row, "file"),
                hex(row.getBytes("hash")),
                Columns.idOrNull(row, "project"),
                row.getString("reason"),
                Columns.moment(row, "changed_at"),
                row.getBoolean("whole"),
                row.getString("project_code"),
                row.getString("mission_code"),
                row.getString("renews_code"),
                row.getString("renewed_code"),
                row.getLong("version"));
    }

    private static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }

    AgreementList list(Asker asker, AgreementFilter filter, @Nullable ListKey before, int limit) {
        List<Row> rows = jdbc.sql(ROWS + sight.listed(asker)
                        + (filter.states().isEmpty() ? "" : " AND " + STATE + " = ANY (:states)")
                        + (before == null ? "" : " AND (a.year, a.number) < (:year, :number)")
                        + " ORDER BY a.year DESC, a.number DESC LIMIT :limit")
                .params(sight.values(asker))
                .param("today", clock.today())
                .param("states", Stored.names(filter.states()))
                .param("year", before == null ? 0 : before.year())
                .param("number", before == null ? 0 : before.number())
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new AgreementList(
                lines(shown),
                more ? new ListKey(shown.getLast().year(), shown.getLast().number()) : null);
    }

    private List<AgreementLine> lines(List<Row> rows) {
        Map<AgreementId, List<Signing>> signings =
                signatures.of(rows.stream().map(Row::id).toList());
        Map<Party, LocalizedText> names = parties.names(signings.values().stream()
                .flatMap(List::stream)
                .map(Signing::party)
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> line(
                        row,
                        signings.getOrDefault(row.id(), List.of()).stream()
                                .map(one -> Parties.in(names, one.party()))
                                .toList()))
                .toList();
    }

    private static AgreementLine line(Row row, List<LocalizedText> names) {
        return new AgreementLine(
                row.id(),
                new MissionCode(MissionCode.AGREEMENT, row.year(), row.number()).toString(),
                row.kind(),
                row.state(),
                row.title(),
                row.summary(),
                names,
                row.starts(),
                row.ends(),
                row.changedAt(),
                row.version());
    }

    Optional<AgreementPage> find(Asker asker, String code) {
        return MissionCode.of(MissionCode.AGREEMENT, code)
                .flatMap(wanted -> jdbc.sql(ROWS + AgreementSight.KNOWN + " AND a.year = :year AND a.number = :number")
                        .params(sight.values(asker))
                        .param("today", clock.today())
                        .param("year", wanted.year())
                        .param("number", wanted.number())
                        .query((row, _) -> row(row))
                        .optional())
                .map(row -> page(asker, row));
    }

    private AgreementPage page(Asker asker, Row row) {
        List<Signing> signings = signatures.of(row.id());
        Map<Party, LocalizedText> names =
                parties.names(signings.stream().map(Signing::party).collect(Collectors.toSet()));
        boolean office = sight.keepsAll(asker);
        boolean signable = row.state() == AgreementState.DRAFT || row.state() == AgreementState.SIGNED_PARTLY;
        var spoken = parties.spoken(asker);
        List<PartyLine> lines = new ArrayList<>();
        for (Signing one : signings) {
            boolean speaks = one.party() instanceof Party.OfMember(var member) && spoken.contains(member);
            lines.add(new PartyLine(
                    one.place(),
                    one.party(),
                    Parties.in(names, one.party()),
                    row.whole() ? one.signer() : "",
                    one.signedOn(),
                    signable && row.hash() != null && one.signedOn() == null && (office || speaks)));
        }
        FileId file = row.file();
        StoredFile stored =
                file == null || !row.whole() ? null : files.find(file).orElse(null);
        UUID project = row.project();
        return new AgreementPage(
                line(row, lines.stream().map(PartyLine::name).toList()),
                lines,
                stored,
                row.hash(),
                row.whole() ? row.projectCode() : null,
                row.missionCode(),
                row.renews(),
                row.renewedBy(),
                row.whole() ? row.reason() : "",
                sight.keeps(asker, project == null ? null : new ProjectId(project)));
    }
}
