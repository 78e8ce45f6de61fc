package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Party;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.AwaitedSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What clients, hosts, delegations and officers owe to whoever leads a project or a mission: a word on a row or a decision, a decision at a gate, an answer, a roster, a look at a
 * result.
 */
@Component
class AwaitedInMissions implements AwaitedSource {

    private static final String LINES = """
            SELECT 'row' AS kind, p.year, p.number, 'P' AS series, p.client_member, p.client_entry, NULL::uuid AS person,
                   NULL AS named, NULL::jsonb AS title, r.held_on AS day, r.asked_at AS since, r.id
              FROM log_row r JOIN mentor_project p ON p.id = r.project
             WHERE r.state = 'WAITING' AND p.consultant = :asker
            UNION ALL
            SELECT 'word', p.year, p.number, 'P', p.client_member, p.client_entry, NULL, NULL, s.title, NULL,
                   coalesce(w.asked_at, d.decided_at), d.id
              FROM gate_word w JOIN gate_decision d ON d.id = w.gate JOIN project_stage s ON s.id = d.stage
              JOIN mentor_project p ON p.id = s.project
             WHERE w.state = 'AWAITED' AND (p.consultant = :asker OR p.coordinator = :asker)
            UNION ALL
            SELECT 'gate', p.year, p.number, 'P', NULL, NULL,
                   CASE WHEN p.coordinator IN (:asker, p.consultant) THEN NULL ELSE p.coordinator END, NULL, s.title, NULL, d.asked_at, d.id
              FROM gate_decision d JOIN project_stage s ON s.id = d.stage JOIN mentor_project p ON p.id = s.project
             WHERE d.verdict IS NULL AND d.asked_by = :asker AND p.state IN ('RUNNING', 'PAUSED')
            UNION ALL
            SELECT 'host', m.year, m.number, 'D', NULL, NULL, NULL, l.host_name, NULL, l.day, l.asked_at, l.id
              FROM mission_slot l JOIN mission m ON m.id = l.mission
             WHERE l.host_state = 'ASKED' AND l.asked_at IS NOT NULL AND m.coordinator = :asker
               AND m.state IN ('PLANNING', 'ROSTER_FIXED', 'CONFIRMED', 'ON_THE_ROAD', 'PAUSED')
            UNION ALL
            SELECT 'roster', m.year, m.number, 'D', NULL, NULL, NULL, g.name, NULL, NULL, g.invited_at, g.id
              FROM delegation g JOIN mission m ON m.id = g.mission
             WHERE g.filled_at IS NULL AND g.invited_at IS NOT NULL AND m.coordinator = :asker AND m.state IN ('PLANNING', 'PAUSED')
            UNION ALL
            SELECT 'result', coalesce(p.year, m.year), coalesce(p.number, m.number), CASE WHEN p.id IS NULL THEN 'D' ELSE 'P' END,
                   NULL, NULL, NULL, NULL, NULL, NULL, c.reported_at, r.id
              FROM result_claim c JOIN mission_result r ON r.id = c.result
              LEFT JOIN mentor_project p ON p.id = c.subject LEFT JOIN mission m ON m.id = c.subject
             WHERE r.state = 'REPORTED' AND (c.reported_by = :asker
                   OR (c.reported_by IS NULL AND (p.consultant = :asker OR m.coordinator = :asker)))
             ORDER BY since, id LIMIT :limit""";

    private final Parties parties;
    private final People people;
    private final Messages messages;
    private final Wording wording;
    private final JdbcClient jdbc;

    AwaitedInMissions(Parties parties, People people, Messages messages, Wording wording, JdbcClient jdbc) {
        this.parties = parties;
        this.people = people;
        this.messages = messages;
        this.wording = wording;
        this.jdbc = jdbc;
    }

    private record Row(
            String kind,
            String code,
            boolean project,
            @Nullable Party client,
            @Nullable PersonId person,
            @Nullable String named,
            String about,
            Instant since) {}

    @Override
    public List<AwaitedLine> awaited(Reader reader, int limit) {
        UUID asker = reader.asker().person().map(PersonId::value).orElse(null);
        if (asker == null) {
            return List.of();
        }
        List<Row> rows = jdbc.sql(LINES)
                .param("asker", asker)
                .param("limit", limit)
                .query((row, _) -> row(row, reader.language()))
                .list();
        Map<Party, LocalizedText> clients = parties.names(
                rows.stream().map(Row::client).filter(Objects::nonNull).toList());
        Map<PersonId, PersonCard> cards = people.cards(
                rows.stream().map(Row::person).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new AwaitedLine(
                        "missions.awaited." + row.kind(),
                        List.of(row.code(), row.about()),
                        who(row, clients, cards, reader.language()),
                        row.project() ? MissionPages.project(row.code()) : MissionPages.mission(row.code()),
                        row.since()))
                .toList();
    }

    private Row row(ResultSet row, Language language) throws SQLException {
        boolean project = row.getString("series").equals("P");
        LocalizedText title = Stored.textOrNull(row, "title");
        var day = Stored.dayOrNull(row, "day");
        String about = title != null ? title.in(language) : "";
        return new Row(
                row.getString("kind"),
                MissionCode.of(project ? MissionCode.PROJECT : MissionCode.MISSION, row),
                project,
                Stored.party(row, "client_member", "client_entry"),
                Columns.personOrNull(row, "person"),
                row.getString("named"),
                day == null
                        ? about
                        : wording.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC),
                Columns.moment(row, "since"));
    }

    private String who(Row row, Map<Party, LocalizedText> clients, Map<PersonId, PersonCard> cards, Language language) {
        PersonId person = row.person();
        PersonCard card = person == null ? null : cards.get(person);
        String named = row.named();
        if (card != null) {
            return card.name();
        }
        if (named != null && !named.isEmpty()) {
            return named;
        }
        return row.client() == null
                ? messages.text(language, "missions.awaited.office")
                : Parties.in(clients, row.client()).in(language);
    }
}
