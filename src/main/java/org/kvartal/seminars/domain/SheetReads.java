package org.kvartal.seminars.domain;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.seminars.CheckIn.AttendanceSheet;
import org.kvartal.seminars.CheckIn.SheetLine;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a seat in a seminar, and how it was on each of its days. */
@Component
class SheetReads {

    private static final int MOST_NAMED = 20;

    private final SeminarRows rows;
    private final People people;
    private final JdbcClient jdbc;

    SheetReads(SeminarRows rows, People people, JdbcClient jdbc) {
        this.rows = rows;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Names of people with an account are known to another module: they are compared here. */
    List<SheetLine> named(SeminarId seminar, String text) {
        String part = PlainText.line(text).toLowerCase(Locale.ROOT);
        return part.isEmpty()
                ? List.of()
                : of(seminar, null, SeminarDesk.MOST_SEATS).lines().stream()
                        .filter(line -> line.name().toLowerCase(Locale.ROOT).contains(part))
                        .sorted(Comparator.comparing(SheetLine::name))
                        .limit(MOST_NAMED)
                        .toList();
    }

    AttendanceSheet of(SeminarId seminar, @Nullable RegistrationId after, int limit) {
        record Row(RegistrationId id, @Nullable PersonId person, String name, RegistrationState state) {}
        List<Row> found = jdbc.sql(
                        "SELECT * FROM seminar_registration WHERE seminar = :seminar AND state = ANY (:states)"
                                + (after == null ? "" : " AND id > :after") + " ORDER BY id LIMIT :limit")
                .param("seminar", seminar.value())
                .param(
                        "states",
                        Stored.names(EnumSet.of(
                                RegistrationState.CONFIRMED,
                                RegistrationState.CHECKED_IN,
                                RegistrationState.COMPLETED,
                                RegistrationState.INCOMPLETE,
                                RegistrationState.NO_SHOW)))
                .param("after", after == null ? null : after.value())
                .param("limit", limit + 1)
                .query((row, _) -> new Row(
                        new RegistrationId(Columns.id(row, "id")),
                        Columns.personOrNull(row, "person"),
                        row.getString("name"),
                        Stored.code(row, "state", RegistrationState.class)))
                .list();
        boolean more = found.size() > limit;
        List<Row> shown = more ? found.subList(0, limit) : found;
        Map<PersonId, PersonCard> cards = people.cards(
                shown.stream().map(Row::person).filter(Objects::nonNull).toList());
        Map<RegistrationId, Map<DayId, Presence>> presence = new HashMap<>();
        jdbc.sql("SELECT registration, day, presence FROM seminar_attendance WHERE registration = ANY (:ids)")
                .param("ids", shown.stream().map(row -> row.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    presence.computeIfAbsent(new RegistrationId(Columns.id(row, "registration")), _ -> new HashMap<>())
                            .put(new DayId(Columns.id(row, "day")), Stored.code(row, "presence", Presence.class));
                });
        return new AttendanceSheet(
                rows.days(seminar),
                shown.stream()
                        .map(row -> {
                            PersonCard card = row.person() == null ? null : cards.get(row.person());
                            return new SheetLine(
                                    row.id(),
                                    card,
                                    card == null ? row.name() : card.name(),
                                    row.state(),
                                    presence.getOrDefault(row.id(), Map.of()));
                        })
                        .toList(),
                more ? shown.getLast().id() : null);
    }
}
