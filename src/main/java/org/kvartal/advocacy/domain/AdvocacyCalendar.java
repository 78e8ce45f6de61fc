package org.kvartal.advocacy.domain;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.calendar.Calendar;
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
import org.kvartal.membership.Mandates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when the wording of a recommendation is open, when a letter should be answered and when a measure should be reported on. Days on which nothing is
 * expected any more are left out.
 */
@Component
@Transactional(readOnly = true)
class AdvocacyCalendar implements CalendarSource {

    private static final String KIND = "advocacy";

    private final AdvocacySight sight;
    private final Mandates mandates;
    private final Messages messages;
    private final House house;
    private final JdbcClient jdbc;

    AdvocacyCalendar(AdvocacySight sight, Mandates mandates, Messages messages, House house, JdbcClient jdbc) {
        this.sight = sight;
        this.mandates = mandates;
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
        return "advocacy.calendar.name";
    }

    @Override
    public boolean gathers() {
        return false;
    }

    @Override
    public List<CalendarEvent> between(Asker asker, Instant from, Instant to, Language language) {
        // A day begins and ends elsewhere at another moment.
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1);
        return Stream.of(consultations(asker, first, last), replies(asker, first, last), reports(asker, first, last))
                .flatMap(List::stream)
                .map(day -> event(day, language))
                .filter(event -> event.time().touches(from, to))
                .toList();
    }

    /** @param said key of what the day is */
    private record Day(
            UUID id,
            String said,
            String code,
            LocalizedText title,
            LocalDate on,
            ZoneId zone,
            long version,
            String path,
            @Nullable String publicPath,
            Instant changedAt) {}

    private List<Day> consultations(Asker asker, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                SELECT r.* FROM recommendation r
                 WHERE r.state = 'IN_CONSULTATION' AND r.consult_until BETWEEN :first AND :last AND""" + AdvocacySight.KNOWN + " ORDER BY r.consult_until LIMIT :most")
                .param("most", Calendar.MOST_EVENTS)
                .params(sight.values(asker))
                .param("first", first)
                .param("last", last)
                .query((row, _) -> {
                    String code = RefCode.recommendation(row);
                    return day(
                            row,
                            "consult",
                            code,
                            "consult_until",
                            house.zone(),
                            AdvocacyPages.recommendation(code),
                            AdvocacyPages.inPublic(code));
                })
                .list();
    }

    /** For those who may read letters. */
    private List<Day> replies(Asker asker, LocalDate first, LocalDate last) {
        if (!sight.reads(asker)) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT d.id, d.reply_by, d.zone, d.version, d.changed_at, r.year, r.number, r.title
                  FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
                 WHERE d.state = 'SENT' AND d.reply_by BETWEEN :first AND :last
                 ORDER BY d.reply_by LIMIT :most""")
                .param("most", Calendar.MOST_EVENTS)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> day(
                        row,
                        "reply",
                        RefCode.recommendation(row),
                        "reply_by",
                        ZoneId.of(row.getString("zone")),
                        AdvocacyPages.letter(new DispatchId(Columns.id(row, "id"))),
                        null))
                .list();
    }

    /** For those who write them: whoever speaks for the owner, and the office for owners outside. */
    private List<Day> reports(Asker asker, LocalDate first, LocalDate last) {
        boolean keeps = sight.has(asker, AdvocacyRights.KEEP_MEASURES);
        UUID[] mine = asker.person().stream()
                .flatMap(person -> mandates.of(person).stream())
                .map(card -> card.id().value())
                .toArray(UUID[]::new);
        if (!keeps && mine.length == 0) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT m.*, d.due_on FROM report_day d JOIN measure m ON m.id = d.measure
                 WHERE d.report IS NULL AND d.due_on BETWEEN :first AND :last
                   AND m.state IN ('COMMITTED', 'IN_PROGRESS')
                   AND (m.owner_member = ANY (:mine) OR (:keeps AND m.owner_entry IS NOT NULL))
                 ORDER BY d.due_on LIMIT :most""")
                .param("mine", mine)
                .param("keeps", keeps)
                .param("most", Calendar.MOST_EVENTS)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> {
                    String code = RefCode.measure(row);
                    return day(
                            row,
                            "report",
                            code,
                            "due_on",
                            house.zone(),
                            AdvocacyPages.measure(code),
                            AdvocacyPages.measureInPublic(code));
                })
                .list();
    }

    private static Day day(
            ResultSet row, String said, String code, String on, ZoneId zone, String path, @Nullable String publicPath)
            throws SQLException {
        return new Day(
                Columns.id(row, "id"),
                said,
                code,
                Stored.text(row, "title"),
                Stored.day(row, on),
                zone,
                row.getLong("version"),
                path,
                publicPath,
                Columns.moment(row, "changed_at"));
    }

    private CalendarEvent event(Day day, Language language) {
        // A measure has many days for reports, and each stands for itself.
        String which = day.said().equals("report") ? day.id() + "-" + day.on() : day.said() + "-" + day.id();
        return new CalendarEvent(
                KIND,
                day.id(),
                which + "@" + URI.create(house.baseUrl()).getHost(),
                Math.toIntExact(day.version()),
                EventState.CONFIRMED,
                messages.text(
                        language,
                        "advocacy.calendar." + day.said(),
                        day.code(),
                        day.title().in(language)),
                language,
                "",
                EventTime.days(day.on(), day.on(), day.zone()),
                null,
                "",
                null,
                null,
                day.path(),
                day.publicPath(),
                null,
                day.changedAt());
    }
}
