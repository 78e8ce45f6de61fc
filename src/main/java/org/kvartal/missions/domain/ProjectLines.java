package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.Health;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.NextTask;
import org.kvartal.missions.Projects.ProjectLine;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lines of projects, in one query and with the names of their people and clients. */
@Component
class ProjectLines {

    /**
     * The newest first; takes {@code today}. What stands in each line is counted together only for those that are shown.
     *
     * @param narrowed which rows of the table {@code p}, and how many of them: what follows its {@code WHERE}
     */
    static String of(String narrowed) {
        return """
            SELECT p.*, s.title AS stage_title, t.overdue, n.text AS next_text, n.due AS next_due, l.minutes, l.confirmed, l.disputed
              FROM (SELECT * FROM mentor_project p WHERE %s) p
              LEFT JOIN project_stage s ON s.project = p.id AND s.state IN ('CURRENT', 'AT_GATE')
              LEFT JOIN LATERAL (
                   SELECT count(*) AS overdue FROM plan_item i JOIN project_stage g ON g.id = i.stage
                    WHERE g.project = p.id AND g.state <> 'STOPPED' AND i.kind = 'TASK' AND i.done_at IS NULL AND i.due < :today) t ON true
              LEFT JOIN LATERAL (
                   SELECT i.text, i.due FROM plan_item i JOIN project_stage g ON g.id = i.stage
                    WHERE g.project = p.id AND g.state <> 'STOPPED' AND i.kind = 'TASK' AND i.done_at IS NULL
                    ORDER BY i.due, i.id LIMIT 1) n ON true
              LEFT JOIN LATERAL (
                   SELECT coalesce(sum(r.minutes), 0) AS minutes,
                          coalesce(sum(r.minutes) FILTER (WHERE r.state IN ('CONFIRMED', 'ASSUMED')), 0) AS confirmed,
                          coalesce(bool_or(r.state = 'DISPUTED'), false) AS disputed
                     FROM log_row r WHERE r.project = p.id) l ON true
             ORDER BY p.year DESC, p.number DESC""".formatted(narrowed);
    }

    private final Parties parties;
    private final People people;
    private final MissionClock clock;

    ProjectLines(Parties parties, People people, MissionClock clock) {
        this.parties = parties;
        this.people = people;
        this.clock = clock;
    }

    record Row(
            ProjectId id,
            int year,
            int number,
            ProjectState state,
            ProjectContent content,
            PersonId consultant,
            PersonId coordinator,
            @Nullable LocalizedText stage,
            int overdue,
            @Nullable NextTask next,
            @Nullable LocalDate lastContact,
            LocalDate silentSince,
            long minutes,
            long confirmed,
            boolean disputed,
            @Nullable Long thread,
            String reason,
            long version) {

        String code() {
            return new MissionCode(MissionCode.PROJECT, year, number).toString();
        }
    }

    List<Row> rows(StatementSpec query) {
        return query.param("today", clock.today()).query((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        LocalizedText next = Stored.textOrNull(row, "next_text");
        return new Row(
                new ProjectId(Columns.id(row, "id")),
                row.getInt("year"),
                row.getInt("number"),
                Stored.code(row, "state", ProjectState.class),
                new ProjectContent(
                        Stored.text(row, "title"),
                        Stored.textOrNull(row, "goal"),
                        Objects.requireNonNull(Stored.party(row, "client_member", "client_entry")),
                        Stored.day(row, "starts"),
                        Stored.day(row, "ends")),
                Columns.person(row, "consultant"),
                Columns.person(row, "coordinator"),
                Stored.textOrNull(row, "stage_title"),
                row.getInt("overdue"),
                next == null ? null : new NextTask(next, Stored.day(row, "next_due")),
                Stored.dayOrNull(row, "last_contact"),
                Stored.day(row, "silent_since"),
                row.getLong("minutes"),
                row.getLong("confirmed"),
                row.getBoolean("disputed"),
                row.getObject("thread", Long.class),
                row.getString("reason"),
                row.getLong("version"));
    }

    List<ProjectLine> lines(List<Row> rows) {
        Map<Party, LocalizedText> clients =
                parties.names(rows.stream().map(row -> row.content().client()).collect(Collectors.toSet()));
        Map<PersonId, PersonCard> consultants =
                people.cards(rows.stream().map(Row::consultant).collect(Collectors.toSet()));
        LocalDate today = clock.today();
        return rows.stream()
                .map(row -> new ProjectLine(
                        row.id(),
                        row.code(),
                        row.state(),
                        row.content().title(),
                        Parties.in(clients, row.content().client()),
                        consultants.get(row.consultant()),
                        row.stage(),
                        row.overdue(),
                        row.state().runs() ? row.next() : null,
                        row.lastContact(),
                        row.minutes(),
                        health(row, today),
                        row.content().starts(),
                        row.content().ends(),
                        row.version()))
                .toList();
    }

    /** What the calendar and the log say of it. */
    static Health health(Row row, LocalDate today) {
        if (!row.state().runs()) {
            return Health.WELL;
        }
        if (row.silentSince().plusDays(Projects.SILENT_DAYS).isBefore(today)) {
            return Health.SILENT;
        }
        if (row.disputed()) {
            return Health.DISPUTED;
        }
        return row.overdue() > 0 || today.isAfter(row.content().ends()) ? Health.LATE : Health.WELL;
    }
}
