package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.Queue;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications as lists show them, by keyset; two statements whatever they show. */
@Component
class OfficeQueue {

    private static final String COLUMNS = """
            SELECT a.id, a.number, a.kind, a.state, a.version, a.name, a.form ->> 'applicant' AS applicant, a.place, a.city,
                   a.waiting_since, a.asked_at, a.settled_at, a.appealed, a.reviewer
              FROM application a""";

    /** An association that has a primary representative answers itself who wants to represent it. */
    private static final String OF_THE_OFFICE = """
             (a.kind <> 'REPRESENTATIVE' OR NOT EXISTS (
                 SELECT FROM mandate d JOIN member m ON m.id = d.association
                  WHERE d.association = a.association AND d.kind = 'PRIMARY' AND""" + MandateReads.CURRENT + "))";

    private static final String WAITING = " a.state IN ('SUBMITTED', 'IN_REVIEW') AND" + OF_THE_OFFICE;

    private final JdbcClient jdbc;
    private final MandateReads mandates;
    private final People people;
    private final HouseClock day;

    OfficeQueue(JdbcClient jdbc, MandateReads mandates, People people, HouseClock day) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.people = people;
        this.day = day;
    }

    Queue page(QueueFilter filter, @Nullable PersonId reader, @Nullable String key, int limit) {
        ListKey after = ListKey.of(key);
        Instant moment = after == null ? null : moment(after.text());
        if (key != null && moment == null) {
            return new Queue(List.of(), null);
        }
        String where = switch (filter) {
            case WAITING -> WAITING;
            case MINE -> WAITING + " AND a.reviewer = :reader";
            case ASKED -> " a.state = 'MORE_INFO'";
            case SETTLED -> " a.settled_at IS NOT NULL AND a.submissions > 0";
        };
        String by = switch (filter) {
            case WAITING, MINE -> "a.waiting_since";
            case ASKED -> "a.asked_at";
            case SETTLED -> "a.settled_at";
        };
        boolean newest = filter == QueueFilter.SETTLED;
        String order = newest ? " DESC" : "";
        Map<String, Object> parameters = new HashMap<>(mandates.moment());
        if (filter == QueueFilter.MINE) {
            parameters.put("reader", reader == null ? new UUID(0, 0) : reader.value());
        }
        if (after != null && moment != null) {
            where += " AND (" + by + ", a.number) " + (newest ? "<" : ">") + " (:moment, :number)";
            parameters.put("moment", Columns.moment(moment));
            parameters.put("number", after.number());
        }
        List<Row> rows = jdbc.sql(
                        COLUMNS + " WHERE" + where + " ORDER BY " + by + order + ", a.number" + order + " LIMIT :limit")
                .params(parameters)
                .param("limit", limit + 1)
                .query(OfficeQueue::row)
                .list();
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit
                ? new ListKey(
                                shown.getLast().moment(filter).toString(),
                                shown.getLast().number())
                        .toString()
                : null;
        return new Queue(List.copyOf(shown(shown).values()), next);
    }

    private static @Nullable Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM application a WHERE" + WAITING)
                .params(mandates.moment())
                .query(Long.class)
                .single();
    }

    /** The longest waits that nobody has taken, locked; passes by what somebody else has locked. */
    List<UUID> untaken(PersonId officer) {
        return jdbc.sql("SELECT a.id FROM application a WHERE a.state = 'SUBMITTED' AND a.applicant <> :officer AND"
                        + OF_THE_OFFICE + " ORDER BY a.waiting_since, a.number LIMIT 3 FOR UPDATE OF a SKIP LOCKED")
                .param("officer", officer.value())
                .params(mandates.moment())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    /** Those who wait to represent an organisation. */
    List<QueueRow> requests(MemberId association) {
        List<Row> rows = jdbc.sql(COLUMNS + " WHERE a.kind = 'REPRESENTATIVE' AND a.association = :association"
                        + " AND a.state IN ('SUBMITTED', 'IN_REVIEW', 'MORE_INFO') ORDER BY a.waiting_since, a.number")
                .param("association", association.value())
                .query(OfficeQueue::row)
                .list();
        return List.copyOf(shown(rows).values());
    }

    /** The rows of these applications. */
    Map<UUID, QueueRow> rows(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return shown(jdbc.sql(COLUMNS + " WHERE a.id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(OfficeQueue::row)
                .list());
    }

    private Map<UUID, QueueRow> shown(List<Row> rows) {
        Map<PersonId, PersonCard> reviewers = people.cards(
                rows.stream().map(Row::reviewer).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, QueueRow> shown = new LinkedHashMap<>();
        rows.forEach(row -> shown.put(row.id(), row.shown(reviewers, day.now())));
        return shown;
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                Columns.id(row, "id"),
                row.getLong("number"),
                ApplicationKind.valueOf(row.getString("kind")),
                ApplicationState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("name"),
                row.getString("applicant"),
                row.getString("place"),
                row.getString("city"),
                Columns.moment(row, "waiting_since"),
                Columns.momentOrNull(row, "asked_at"),
                Columns.momentOrNull(row, "settled_at"),
                row.getBoolean("appealed"),
                Columns.personOrNull(row, "reviewer"));
    }

    private record Row(
            UUID id,
            long number,
            ApplicationKind kind,
            ApplicationState state,
            long version,
            String name,
            String applicant,
            @Nullable String place,
            String city,
            Instant waitingSince,
            @Nullable Instant asked,
            @Nullable Instant settled,
            boolean appealed,
            @Nullable PersonId reviewer) {

        Instant moment(QueueFilter filter) {
            return switch (filter) {
                case WAITING, MINE -> waitingSince;
                case ASKED -> Objects.requireNonNull(asked);
                case SETTLED -> Objects.requireNonNull(settled);
            };
        }

        QueueRow shown(Map<PersonId, PersonCard> reviewers, Instant now) {
            Instant until = Optional.ofNullable(settled)
                    .or(() -> Optional.ofNullable(asked))
                    .orElse(now);
            return new QueueRow(
                    new ApplicationId(id),
                    number,
                    kind,
                    state,
                    version,
                    name,
                    applicant,
                    place,
                    city,
                    Duration.between(waitingSince, until),
                    waitingSince,
                    appealed,
                    reviewer == null ? null : reviewers.get(reviewer));
        }
    }
}
