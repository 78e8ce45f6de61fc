package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.AttendanceId;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Presence.CameBy;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room.QuorumLine;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pieces of a room, whoever may see them. Each takes a constant number of queries. */
@Component
class RoomReads {

    private final JdbcClient jdbc;
    private final AgendaReads agendas;
    private final People people;
    private final Members members;

    RoomReads(JdbcClient jdbc, AgendaReads agendas, People people, Members members) {
        this.jdbc = jdbc;
        this.agendas = agendas;
        this.people = people;
        this.members = members;
    }

    /**
     * What stands about a session that has begun.
     *
     * @param paperAt null for a session that is held now
     */
    record Times(
            Instant begunAt,
            @Nullable Instant closedAt,
            @Nullable Instant paperAt,
            @Nullable QuorumRule quorum) {}

    Optional<Times> times(SessionId session) {
        return jdbc.sql("""
                SELECT r.begun_at, r.closed_at, r.paper_at, s.quorum
                  FROM session_room r JOIN forum_session s ON s.id = r.session WHERE r.session = :session""")
                .param("session", session.value())
                .query((row, _) -> new Times(
                        Columns.moment(row, "begun_at"),
                        Columns.momentOrNull(row, "closed_at"),
                        Columns.momentOrNull(row, "paper_at"),
                        QuorumRule.stored(row.getString("quorum"))))
                .optional();
    }

    /** The items of the agenda in their order, internal ones among them. */
    List<RoomItem> items(Asker asker, SessionCard session) {
        record Spent(
                long seconds,
                @Nullable Instant running,
                @Nullable String about) {}
        Map<UUID, Spent> spent = new HashMap<>();
        jdbc.sql("""
                SELECT i.id, a.year, a.number,
                       coalesce(sum(extract(epoch FROM p.ended_at - p.began_at)), 0) AS seconds,
                       max(p.began_at) FILTER (WHERE p.ended_at IS NULL AND NOT s.paper) AS running
                  FROM agenda_item i JOIN forum_session s ON s.id = i.session
                  LEFT JOIN item_span p ON p.item = i.id AND p.session = i.session
                  LEFT JOIN forum_session a ON a.id = i.about
                 WHERE i.session = :session GROUP BY i.id, a.year, a.number""").param("session", session.id().value()).query(row -> {
            int year = row.getInt("year");
            spent.put(
                    Columns.id(row, "id"),
                    new Spent(
                            (long) row.getDouble("seconds"),
                            Columns.momentOrNull(row, "running"),
                            year == 0 ? null : new SessionCode(year, row.getInt("number")).toString()));
        });
        List<RoomItem> items = new ArrayList<>();
        for (AgendaPart part : agendas.parts(asker, session, true, true)) {
            for (ItemLine line : part.items()) {
                Spent its = spent.getOrDefault(line.id().value(), new Spent(0, null, null));
                items.add(new RoomItem(line, its.seconds(), its.running(), its.about()));
            }
        }
        return items;
    }

    private record Row(
            AttendanceId id,
            @Nullable PersonId person,
            @Nullable String guest,
            @Nullable MemberId onBehalfOf,
            boolean counts,
            CameBy way,
            Instant came,
            @Nullable Instant left) {}

    Attendance attendance(SessionId session) {
        List<Row> rows = jdbc.sql("SELECT * FROM attendance WHERE session = :session ORDER BY came_at, id")
                .param("session", session.value())
                .query((row, _) -> new Row(
                        new AttendanceId(Columns.id(row, "id")),
                        Columns.personOrNull(row, "person"),
                        row.getString("guest"),
                        Stored.member(row, "on_behalf_of"),
                        row.getBoolean("counts"),
                        CameBy.valueOf(row.getString("way")),
                        Columns.moment(row, "came_at"),
                        Columns.momentOrNull(row, "left_at")))
                .list();
        Set<PersonId> persons = new HashSet<>();
        Set<MemberId> associations = new HashSet<>();
        Set<MemberId> represented = new HashSet<>();
        int there = 0;
        int remote = 0;
        for (Row row : rows) {
            PersonId person = row.person();
            MemberId association = row.onBehalfOf();
            if (person != null) {
                persons.add(person);
            }
            if (association != null) {
                associations.add(association);
            }
            if (row.left() == null) {
                there++;
                remote += row.way() == CameBy.REMOTE ? 1 : 0;
                if (association != null && row.counts()) {
                    represented.add(association);
                }
            }
        }
        Map<PersonId, PersonCard> faces = persons.isEmpty() ? Map.of() : people.cards(persons);
        Map<MemberId, MemberCard> names = names(associations);
        List<AttendanceLine> lines = rows.stream()
                .map(row -> new AttendanceLine(
                        row.id(),
                        row.person() == null ? null : faces.get(row.person()),
                        row.guest() == null ? "" : row.guest(),
                        row.onBehalfOf() == null ? null : names.get(row.onBehalfOf()),
                        row.way(),
                        row.came(),
                        row.left()))
                .toList();
        return new Attendance(lines, there, remote, represented.size());
    }

    private Map<MemberId, MemberCard> names(Set<MemberId> associations) {
        return associations.isEmpty() ? Map.of() : members.cards(Asker.guest(), associations);
    }

    /** Whoever speaks, then those who wait, the first one first. */
    List<HandLine> hands(SessionId session) {
        record Hand(PersonId person, @Nullable MemberId onBehalfOf, boolean speaking, Instant since, int spoken) {}
        List<Hand> hands = jdbc.sql("""
                SELECT h.person, a.on_behalf_of, h.state, coalesce(h.called_at, h.raised_at) AS since,
                       (SELECT count(*) FROM raised_hand e
                         WHERE e.session = h.session AND e.person = h.person AND e.state = 'SPOKEN') AS spoken
                  FROM raised_hand h LEFT JOIN attendance a ON a.session = h.session AND a.person = h.person
                 WHERE h.session = :session AND h.state IN ('WAITING', 'SPEAKING')
                 ORDER BY h.state, h.raised_at, h.id""")
                .param("session", session.value())
                .query((row, _) -> new Hand(
                        Columns.person(row, "person"),
                        Stored.member(row, "on_behalf_of"),
                        row.getString("state").equals("SPEAKING"),
                        Columns.moment(row, "since"),
                        row.getInt("spoken")))
                .list();
        if (hands.isEmpty()) {
            return List.of();
        }
        Set<PersonId> persons = new HashSet<>();
        Set<MemberId> associations = new HashSet<>();
        for (Hand hand : hands) {
            persons.add(hand.person());
            MemberId association = hand.onBehalfOf();
            if (association != null) {
                associations.add(association);
            }
        }
        Map<PersonId, PersonCard> faces = people.cards(persons);
        Map<MemberId, MemberCard> names = names(associations);
        List<HandLine> lines = new ArrayList<>();
        for (Hand hand : hands) {
            PersonCard face = faces.get(hand.person());
            MemberId association = hand.onBehalfOf();
            if (face != null) {
                lines.add(new HandLine(
                        face,
                        association == null ? null : names.get(association),
                        hand.speaking(),
                        hand.since(),
                        hand.spoken()));
            }
        }
        return lines;
    }

    @Nullable QuorumLine quorum(@Nullable QuorumRule rule, Attendance attendance) {
        return rule == null
                ? null
                : new QuorumLine(rule, rule.needed(members.countAssociations()), attendance.associations());
    }
}
