package org.kvartal.missions.domain;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarSource;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.EventTime;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.HostState;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days of missions that the reader may know of; the visits for the coordinator and for those who travel for a member; what is due in the plans of the reader's own
 * projects.
 */
@Component
@Transactional(readOnly = true)
class MissionCalendar implements CalendarSource {

    private static final String KIND = "mission";

    private final ProjectSight sight;
    private final Directory directory;
    private final Messages messages;
    private final House house;
    private final JdbcClient jdbc;

    MissionCalendar(ProjectSight sight, Directory directory, Messages messages, House house, JdbcClient jdbc) {
        this.sight = sight;
        this.directory = directory;
        this.messages = messages;
        this.house = house;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name() {
        return "missions.calendar.name";
    }

    @Override
    public List<CalendarEvent> between(Asker asker, Instant from, Instant to, Language language) {
        // A day begins and ends elsewhere at another moment.
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1);
        List<CalendarEvent> events = new ArrayList<>(missions(asker, first, last, language));
        if (asker.person().isPresent()) {
            events.addAll(visits(asker, first, last, language));
            events.addAll(tasks(asker.requirePerson(), first, last, language));
        }
        return events.stream().filter(event -> event.time().touches(from, to)).toList();
    }

    private List<CalendarEvent> missions(Asker asker, LocalDate first, LocalDate last, Language language) {
        return jdbc.sql("SELECT m.*," + ProjectSight.KNOWN_MISSION
                        + "AS known FROM mission m WHERE m.starts <= :last AND m.ends >= :first AND (m.shown OR"
                        + ProjectSight.KNOWN_MISSION + ")")
                .params(sight.values(asker))
                .param("first", first)
                .param("last", last)
                .query((row, _) -> {
                    String code = MissionCode.of(MissionCode.MISSION, row);
                    LocalizedText title = Stored.text(row, "title");
                    return event(
                            row,
                            "mission-" + Columns.id(row, "id"),
                            state(Stored.code(row, "state", MissionState.class)),
                            title.in(language),
                            title.shownIn(language),
                            EventTime.days(
                                    Stored.day(row, "starts"),
                                    Stored.day(row, "ends"),
                                    ZoneId.of(row.getString("zone"))),
                            "",
                            row.getBoolean("known") ? MissionPages.mission(code) : null,
                            row.getBoolean("shown") ? MissionPages.inPublic(code) : null);
                })
                .list();
    }

    private static EventState state(MissionState state) {
        return switch (state) {
            case PLANNING, ROSTER_FIXED, PAUSED -> EventState.TENTATIVE;
            case CONFIRMED, ON_THE_ROAD, DEBRIEF, DONE -> EventState.CONFIRMED;
            case TERMINATED -> EventState.CANCELLED;
        };
    }

    private record Visit(CalendarEvent event, @Nullable EntryId entry) {}

    private List<CalendarEvent> visits(Asker asker, LocalDate first, LocalDate last, Language language) {
        List<Visit> visits = jdbc.sql("""
                SELECT s.*, m.year, m.number, m.state FROM mission_slot s JOIN mission m ON m.id = s.mission
                 WHERE s.day BETWEEN :first AND :last AND s.host_state <> 'DECLINED' AND m.state NOT IN ('PAUSED', 'TERMINATED')
                   AND (m.coordinator = :asker::uuid
                        OR EXISTS (SELECT FROM delegation d WHERE d.mission = m.id AND d.member = ANY (:spoken)
                                      AND (NOT EXISTS (SELECT FROM slot_who w WHERE w.slot = s.id)
                                           OR EXISTS (SELECT FROM slot_who w WHERE w.slot = s.id AND w.delegation = d.id))))""")
                .params(sight.values(asker))
                .param("first", first)
                .param("last", last)
                .query((row, _) -> {
                    UUID entry = Columns.idOrNull(row, "entry");
                    return new Visit(visit(row, language), entry == null ? null : new EntryId(entry));
                })
                .list();
        Map<EntryId, EntryCard> cards = directory.cards(
                visits.stream().map(Visit::entry).filter(Objects::nonNull).collect(Collectors.toSet()));
        return visits.stream()
                .map(visit -> placed(visit.event(), visit.entry() == null ? null : cards.get(visit.entry()), language))
                .toList();
    }

    private CalendarEvent visit(ResultSet row, Language language) throws SQLException {
        String code = MissionCode.of(MissionCode.MISSION, row);
        LocalDate day = Stored.day(row, "day");
        LocalTime starts = Stored.time(row, "starts");
        LocalTime ends = Stored.time(row, "ends");
        return event(
                row,
                "visit-" + Columns.id(row, "id"),
                Stored.code(row, "host_state", HostState.class).settled() ? EventState.CONFIRMED : EventState.TENTATIVE,
                messages.text(language, "missions.calendar.visit", code, row.getString("purpose")),
                language,
                EventTime.between(
                        day.atTime(starts),
                        (ends.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day).atTime(ends),
                        ZoneId.of(row.getString("zone"))),
                row.getString("place"),
                MissionPages.mission(code),
                null);
    }

    private static CalendarEvent placed(CalendarEvent event, @Nullable EntryCard entry, Language language) {
        if (entry == null) {
            return event;
        }
        String name = entry.names().in(language);
        return new CalendarEvent(
                event.kind(),
                event.id(),
                event.uid(),
                event.sequence(),
                event.state(),
                event.title(),
                event.language(),
                event.about(),
                event.time(),
                event.date(),
                event.place().isEmpty() ? name : name + ", " + event.place(),
                entry.place(),
                event.host(),
                event.path(),
                event.publicPath(),
                event.website(),
                event.changed());
    }

    private List<CalendarEvent> tasks(PersonId person, LocalDate first, LocalDate last, Language language) {
        return jdbc.sql("""
                SELECT i.id, i.text, i.due, p.year, p.number, p.version, p.changed_at
                  FROM plan_item i JOIN project_stage s ON s.id = i.stage JOIN mentor_project p ON p.id = s.project
                 WHERE i.kind = 'TASK' AND i.done_at IS NULL AND i.due BETWEEN :first AND :last
                   AND p.consultant = :person AND p.state IN ('RUNNING', 'CLOSING') AND s.state <> 'STOPPED'""")
                .param("first", first)
                .param("last", last)
                .param("person", person.value())
                .query((row, _) -> {
                    String code = MissionCode.of(MissionCode.PROJECT, row);
                    LocalDate due = Stored.day(row, "due");
                    return event(
                            row,
                            "plan-" + Columns.id(row, "id"),
                            EventState.CONFIRMED,
                            messages.text(
                                    language,
                                    "missions.calendar.task",
                                    code,
                                    Stored.text(row, "text").in(language)),
                            language,
                            EventTime.days(due, due, house.zone()),
                            "",
                            MissionPages.project(code),
                            null);
                })
                .list();
    }

    private CalendarEvent event(
            ResultSet row,
            String uid,
            EventState state,
            String title,
            Language language,
            EventTime time,
            String place,
            @Nullable String path,
            @Nullable String publicPath)
            throws SQLException {
        return new CalendarEvent(
                KIND,
                Columns.id(row, "id"),
                uid + "@" + URI.create(house.baseUrl()).getHost(),
                Math.toIntExact(row.getLong("version")),
                state,
                title,
                language,
                "",
                time,
                null,
                place,
                null,
                null,
                path,
                publicPath,
                null,
                Columns.moment(row, "changed_at"));
    }
}
