package org.kvartal.forum.domain;

import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.AttendanceId;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Presence.CameBy;
import org.kvartal.forum.Presence.Proof;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.RoomDoor.Seat;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people come into the room and leave it. A row per person and session, whatever happens at once: the table's own rule sees to that. */
@Component
@Transactional
class CheckIns {

    private final RoomDoor door;
    private final Mandates mandates;
    private final Members members;
    private final People people;
    private final Permissions permissions;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    CheckIns(
            RoomDoor door,
            Mandates mandates,
            Members members,
            People people,
            Permissions permissions,
            ForumTrail trail,
            JdbcClient jdbc,
            HouseClock clock) {
        this.door = door;
        this.mandates = mandates;
        this.members = members;
        this.people = people;
        this.permissions = permissions;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false where the code is not the room's; a wrong number is counted */
    boolean come(Asker by, SessionId id, Proof proof, @Nullable MemberId onBehalfOf) {
        permissions.check(by, ForumRights.TAKE_PART, Scope.PLATFORM);
        PersonId person = by.requirePerson();
        Seat seat = byThemselves(id);
        RoomCodes codes = seat.codes();
        CameBy way = switch (proof) {
            case Proof.Picture(String token) -> codes.knowsToken(token, clock.now()) ? CameBy.QR : null;
            case Proof.Digits(String typed) -> number(codes, id, person, typed) ? CameBy.NUMBER : null;
        };
        if (way == null) {
            return false;
        }
        requireMandate(by, onBehalfOf);
        come(seat, person, onBehalfOf, way);
        return true;
    }

    private boolean number(RoomCodes codes, SessionId session, PersonId person, String typed) {
        // Whoever has tried often enough is told the same of the right number, too.
        int tries = jdbc.sql(
                        "SELECT coalesce(max(tries), 0) FROM session_try WHERE session = :session AND person = :person")
                .param("session", session.value())
                .param("person", person.value())
                .query(Integer.class)
                .single();
        if (tries >= Presence.MOST_TRIES) {
            throw Refused.at("code", "forum.refused.code-tries");
        }
        if (codes.knowsNumber(typed, clock.now())) {
            return true;
        }
        jdbc.sql("""
                INSERT INTO session_try (session, person, tries) VALUES (:session, :person, 1)
                ON CONFLICT (session, person) DO UPDATE SET tries = session_try.tries + 1""")
                .param("session", session.value())
                .param("person", person.value())
                .update();
        return false;
    }

    String join(Asker by, SessionId id, @Nullable MemberId onBehalfOf) {
        permissions.check(by, ForumRights.TAKE_PART, Scope.PLATFORM);
        PersonId person = by.requirePerson();
        Seat seat = byThemselves(id);
        if (seat.callLink().isEmpty()) {
            throw Refused.because("forum.refused.no-call");
        }
        requireMandate(by, onBehalfOf);
        come(seat, person, onBehalfOf, CameBy.REMOTE);
        return seat.callLink();
    }

    void enter(Asker by, SessionId id, PersonId person, @Nullable MemberId onBehalfOf) {
        door.requireFacilitator(by, id);
        Seat seat = door.seat(id);
        if (people.card(person).isEmpty()) {
            throw Refused.at("person", "forum.refused.person");
        }
        try {
            requireMandate(Asker.of(person), onBehalfOf);
        } catch (Forbidden none) {
            throw Refused.at("onBehalfOf", "forum.refused.their-mandate");
        }
        come(seat, person, onBehalfOf, CameBy.HAND);
        trail.session(by, "forum.person-entered", id, entry -> entry.with("person", person));
    }

    void enterGuest(Asker by, SessionId id, String name) {
        door.requireFacilitator(by, id);
        Seat seat = door.seat(id);
        String guest = Typed.requiredLine("guest", name, Presence.GUEST_LENGTH);
        jdbc.sql("""
                INSERT INTO attendance (id, session, guest, counts, way, came_at)
                VALUES (:id, :session, :guest, false, 'HAND', :now)
                ON CONFLICT (session, lower(guest)) WHERE guest IS NOT NULL DO UPDATE SET left_at = NULL""")
                .param("id", AttendanceId.next().value())
                .param("session", id.value())
                .param("guest", guest)
                .param("now", Columns.moment(seat.now()))
                .update();
        trail.session(by, "forum.guest-entered", id);
        door.changed(id);
    }

    void leave(Asker by, SessionId id) {
        PersonId person = by.requirePerson();
        Seat seat = door.seat(id);
        jdbc.sql("""
                UPDATE attendance SET left_at = :now WHERE session = :session AND person = :person AND left_at IS NULL""")
                .param("now", Columns.moment(seat.now()))
                .param("session", id.value())
                .param("person", person.value())
                .update();
        lower(id, person);
        door.changed(id);
    }

    void mark(Asker by, SessionId id, AttendanceId who, boolean there) {
        door.requireFacilitator(by, id);
        Seat seat = door.seat(id);
        record Marked(@Nullable PersonId person) {}
        Marked marked = jdbc.sql("""
                UPDATE attendance SET left_at = CASE WHEN :there THEN NULL ELSE coalesce(left_at, :now) END
                 WHERE id = :id AND session = :session RETURNING person""")
                .param("there", there)
                .param("now", Columns.moment(seat.now()))
                .param("id", who.value())
                .param("session", id.value())
                .query((row, _) -> new Marked(Columns.personOrNull(row, "person")))
                .optional()
                .orElseThrow(NotFound::new);
        if (!there && marked.person() != null) {
            lower(id, marked.person());
        }
        trail.session(by, there ? "forum.person-back" : "forum.person-left", id);
        door.changed(id);
    }

    void strike(Asker by, SessionId id, AttendanceId who) {
        // Nobody votes or speaks meanwhile.
        door.running(by, id);
        record Struck(@Nullable PersonId person, boolean byHand) {}
        Struck struck = jdbc.sql(
                        "SELECT person, way = 'HAND' AS by_hand FROM attendance WHERE id = :id AND session = :session")
                .param("id", who.value())
                .param("session", id.value())
                .query((row, _) -> new Struck(Columns.personOrNull(row, "person"), row.getBoolean("by_hand")))
                .optional()
                .orElseThrow(NotFound::new);
        if (!struck.byHand() || (struck.person() != null && acted(id, struck.person()))) {
            throw Refused.because("forum.refused.was-there");
        }
        if (struck.person() != null) {
            lower(id, struck.person());
        }
        jdbc.sql("DELETE FROM attendance WHERE id = :id")
                .param("id", who.value())
                .update();
        trail.session(
                by,
                "forum.person-struck",
                id,
                entry -> struck.person() == null ? entry : entry.with("person", struck.person()));
        door.changed(id);
    }

    /** Whoever has voted or spoken was there. */
    private boolean acted(SessionId session, PersonId person) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM raised_hand WHERE session = :session AND person = :person
                                  AND state IN ('SPEAKING', 'SPOKEN'))
                    OR EXISTS (SELECT FROM ballot b JOIN ballot_vote v ON v.ballot = b.id
                                WHERE b.session = :session AND v.person = :person)
                    OR EXISTS (SELECT FROM ballot b JOIN ballot_voter v ON v.ballot = b.id
                                WHERE b.session = :session AND v.person = :person)""")
                .param("session", session.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private void lower(SessionId session, PersonId person) {
        jdbc.sql("""
                UPDATE raised_hand SET state = 'LOWERED', ended_at = :now
                 WHERE session = :session AND person = :person AND state = 'WAITING'""")
                .param("now", Columns.moment(clock.now()))
                .param("session", session.value())
                .param("person", person.value())
                .update();
    }

    /** What was held without the house is entered by whoever facilitates alone. */
    private Seat byThemselves(SessionId id) {
        Seat seat = door.seat(id);
        if (seat.paper()) {
            throw Refused.because("forum.refused.session-not-running");
        }
        return seat;
    }

    private void requireMandate(Asker by, @Nullable MemberId association) {
        if (association != null) {
            mandates.check(by, association);
        }
    }

    /** Whoever is there already stays there for whom they came; only whoever facilitates says otherwise. */
    private void come(Seat seat, PersonId person, @Nullable MemberId onBehalfOf, CameBy way) {
        MemberCard card = onBehalfOf == null
                ? null
                : members.find(Asker.guest(), onBehalfOf).orElseThrow(NotFound::new);
        jdbc.sql("""
                INSERT INTO attendance (id, session, person, on_behalf_of, counts, way, came_at)
                VALUES (:id, :session, :person, :association, :counts, :way, :now)
                ON CONFLICT (session, person) WHERE person IS NOT NULL DO UPDATE
                   SET on_behalf_of = CASE WHEN attendance.left_at IS NULL AND excluded.way <> 'HAND'
                                           THEN attendance.on_behalf_of ELSE excluded.on_behalf_of END,
                       counts = CASE WHEN attendance.left_at IS NULL AND excluded.way <> 'HAND'
                                     THEN attendance.counts ELSE excluded.counts END,
                       left_at = NULL,
                       way = CASE WHEN attendance.left_at IS NULL THEN attendance.way ELSE excluded.way END""")
                .param("id", AttendanceId.next().value())
                .param("session", seat.id().value())
                .param("person", person.value())
                .param("association", onBehalfOf == null ? null : onBehalfOf.value())
                .param("counts", card != null && card.kind() == MemberKind.ASSOCIATION)
                .param("way", way.name())
                .param("now", Columns.moment(seat.now()))
                .update();
        door.changed(seat.id());
    }
}
