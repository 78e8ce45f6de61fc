package org.kvartal.missions.domain;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects.HoursLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long consultants have worked, and what was verified of it, for a donor. */
@Component
class ProjectHours {

    private static final int HOUR = 60;

    private static final List<String> HEADS =
            List.of("code", "title", "client", "consultant", "state", "meetings", "minutes", "confirmed", "results");

    private final Parties parties;
    private final People people;
    private final Permissions permissions;
    private final PaperPrint print;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    ProjectHours(
            Parties parties,
            People people,
            Permissions permissions,
            PaperPrint print,
            Messages messages,
            Wording wording,
            House house,
            JdbcClient jdbc,
            MissionClock clock) {
        this.parties = parties;
        this.people = people;
        this.permissions = permissions;
        this.print = print;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            String code,
            LocalizedText title,
            Party client,
            PersonId consultant,
            ProjectState state,
            int meetings,
            long minutes,
            long confirmed,
            int results) {}

    List<HoursLine> of(Asker asker, LocalDate first, LocalDate last) {
        permissions.check(asker, MissionRights.OVERSEE, Scope.PLATFORM);
        List<Row> rows = jdbc.sql("""
                SELECT p.*, coalesce(l.meetings, 0) AS meetings, coalesce(l.minutes, 0) AS minutes,
                       coalesce(l.confirmed, 0) AS confirmed, coalesce(r.results, 0) AS results
                  FROM (SELECT project, count(*) AS meetings, sum(minutes) AS minutes,
                               sum(minutes) FILTER (WHERE state IN ('CONFIRMED', 'ASSUMED')) AS confirmed
                          FROM log_row WHERE held_on BETWEEN :first AND :last GROUP BY project) l
                  FULL JOIN (SELECT c.subject, count(*) AS results FROM mission_result m JOIN result_claim c ON c.result = m.id
                              WHERE m.state = 'VERIFIED' AND m.happened_on BETWEEN :first AND :last GROUP BY c.subject) r
                         ON r.subject = l.project
                  JOIN mentor_project p ON p.id = coalesce(l.project, r.subject)
                 ORDER BY p.year, p.number""")
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new Row(
                        MissionCode.of(MissionCode.PROJECT, row),
                        Stored.text(row, "title"),
                        Objects.requireNonNull(Stored.party(row, "client_member", "client_entry")),
                        Columns.person(row, "consultant"),
                        Stored.code(row, "state", ProjectState.class),
                        row.getInt("meetings"),
                        row.getLong("minutes"),
                        row.getLong("confirmed"),
                        row.getInt("results")))
                .list();
        Map<Party, LocalizedText> clients =
                parties.names(rows.stream().map(Row::client).collect(Collectors.toSet()));
        Map<PersonId, PersonCard> consultants =
                people.cards(rows.stream().map(Row::consultant).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    PersonCard consultant = consultants.get(row.consultant());
                    return new HoursLine(
                            row.code(),
                            row.title(),
                            Parties.in(clients, row.client()),
                            consultant == null ? "" : consultant.name(),
                            row.state(),
                            row.meetings(),
                            row.minutes(),
                            row.confirmed(),
                            row.results());
                })
                .toList();
    }

    byte[] table(Asker asker, LocalDate first, LocalDate last, Language language) {
        List<HoursLine> lines = of(asker, first, last);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvText table = CsvText.forSpreadsheets(bytes, language)) {
            HEADS.forEach(head -> table.text(messages.text(language, "missions.hours." + head)));
            table.end();
            for (HoursLine line : lines) {
                table.text(line.code())
                        .text(line.title().in(language))
                        .text(line.client().in(language))
                        .text(line.consultant())
                        .text(messages.text(language, "missions.state." + Code.of(line.state())))
                        .number(line.meetings())
                        .number(line.minutes())
                        .number(line.confirmed())
                        .number(line.results())
                        .end();
            }
        }
        return bytes.toByteArray();
    }

    byte[] sheet(Asker asker, LocalDate first, LocalDate last, Language language) {
        List<HoursLine> lines = of(asker, first, last);
        String title = messages.text(language, "missions.hours.of", day(first, language), day(last, language));
        Paper paper = new Paper(house.name(), title, house.name() + " · " + title, language);
        long minutes = lines.stream().mapToLong(HoursLine::minutes).sum();
        long confirmed = lines.stream().mapToLong(HoursLine::confirmed).sum();
        paper.strong(messages.text(language, "missions.hours.all", lines.size(), hours(minutes), hours(confirmed)));
        for (HoursLine line : lines) {
            paper.heading(line.code() + " · " + line.title().in(language));
            paper.text(line.client().in(language) + " · " + line.consultant() + " · "
                    + messages.text(language, "missions.state." + Code.of(line.state())));
            paper.text(messages.text(
                    language,
                    "missions.hours.line",
                    line.meetings(),
                    hours(line.minutes()),
                    hours(line.confirmed()),
                    line.results()));
        }
        return print.print(paper, clock.now());
    }

    /** Hours and minutes as on a clock: {@code 12:30}. */
    static String hours(long minutes) {
        return "%d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }

    private String day(LocalDate day, Language language) {
        return wording.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }
}
