package org.kvartal.forum.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.domain.RoomReads.Times;
import org.kvartal.forum.domain.RoomSnapshot.Cast;
import org.kvartal.forum.domain.RoomSnapshot.Given;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a room as it stands, once for everybody who looks at it. */
@Component
class SnapshotReads {

    private final JdbcClient jdbc;
    private final SessionReads sessions;
    private final RoomReads rooms;
    private final OutcomeReads outcomes;
    private final AtomicLong readings = new AtomicLong();

    SnapshotReads(JdbcClient jdbc, SessionReads sessions, RoomReads rooms, OutcomeReads outcomes) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.rooms = rooms;
        this.outcomes = outcomes;
    }

    Optional<SessionId> find(String text) {
        return SessionCode.of(text)
                .flatMap(code -> jdbc.sql("SELECT id FROM forum_session WHERE year = :year AND number = :number")
                        .param("year", code.year())
                        .param("number", code.number())
                        .query(UUID.class)
                        .optional()
                        .map(SessionId::new));
    }

    Optional<RoomSnapshot> of(SessionId id) {
        long reading = readings.incrementAndGet();
        Times times = rooms.times(id).orElse(null);
        SessionCard session = sessions.cards(ForumTrail.HOUSE, List.of(id)).get(id);
        if (times == null || session == null) {
            return Optional.empty();
        }
        List<RoomItem> items = rooms.items(ForumTrail.HOUSE, session);
        Attendance attendance = rooms.attendance(id);
        Map<PersonId, AttendanceLine> present = new HashMap<>();
        for (AttendanceLine line : attendance.lines()) {
            if (line.person() != null) {
                present.put(line.person().id(), line);
            }
        }
        ItemId current = items.stream()
                .filter(item -> item.line().state() == ItemState.CURRENT)
                .map(item -> item.line().id())
                .findFirst()
                .orElse(null);
        BallotLine ballot = ballot(id, current).orElse(null);
        List<OutcomeLine> noted = current == null
                ? List.of()
                : outcomes.ofItems(ForumTrail.HOUSE, List.of(current)).getOrDefault(current, List.of());
        return Optional.of(new RoomSnapshot(
                session,
                times.paperAt(),
                items,
                present,
                attendance,
                rooms.quorum(times.quorum(), attendance),
                rooms.hands(id),
                ballot,
                ballot == null ? new Cast(Map.of(), Map.of()) : cast(ballot),
                noted,
                reading));
    }

    /**
     * A session that speaks of the minutes of an earlier one, for all who belong to the house.
     *
     * @param about the code of the earlier one
     */
    record Minded(@Nullable SeriesId series, String about) {}

    Optional<Minded> minded(SessionId session) {
        return jdbc.sql("""
                SELECT s.series, a.year, a.number
                  FROM forum_session s
                  JOIN agenda_item i ON i.session = s.id AND i.state = 'CURRENT' AND i.visibility = 'COMMON'
                  JOIN forum_session a ON a.id = i.about
                 WHERE s.id = :session AND s.state = 'IN_PROGRESS'""")
                .param("session", session.value())
                .query((row, _) -> new Minded(
                        Stored.series(row), new SessionCode(row.getInt("year"), row.getInt("number")).toString()))
                .optional();
    }

    private Optional<BallotLine> ballot(SessionId session, @Nullable ItemId current) {
        return jdbc.sql(BallotReads.ROWS + """
                 WHERE b.session = :session AND b.state <> 'WITHDRAWN' AND b.item = :item::uuid
                 ORDER BY (b.state = 'OPEN') DESC, b.opened_at DESC, b.id DESC LIMIT 1""")
                .param("session", session.value())
                .param("item", current == null ? null : current.value())
                .query((row, _) -> BallotReads.line(row))
                .optional();
    }

    private Cast cast(BallotLine ballot) {
        Map<PersonId, Optional<Choice>> people = new HashMap<>();
        Map<MemberId, Given> associations = new HashMap<>();
        String rows = ballot.secret()
                ? "SELECT person, on_behalf_of, NULL::text AS choice FROM ballot_voter WHERE ballot = :ballot"
                : "SELECT person, on_behalf_of, choice FROM ballot_vote WHERE ballot = :ballot";
        jdbc.sql(rows).param("ballot", ballot.id().value()).query(row -> {
            PersonId person = Columns.person(row, "person");
            Optional<Choice> choice =
                    Optional.ofNullable(row.getString("choice")).map(Choice::valueOf);
            MemberId association = Stored.member(row, "on_behalf_of");
            if (association == null) {
                people.put(person, choice);
            } else {
                associations.put(association, new Given(person, choice));
            }
        });
        return new Cast(people, associations);
    }
}
