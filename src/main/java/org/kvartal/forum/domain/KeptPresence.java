package org.kvartal.forum.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.AttendanceId;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Presence;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in the room: hands each act on to where it is done. */
@Component
class KeptPresence implements Presence {

    private final CheckIns checkIns;
    private final Hands hands;
    private final RoomDoor door;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    KeptPresence(CheckIns checkIns, Hands hands, RoomDoor door, JdbcClient jdbc, HouseClock clock) {
        this.checkIns = checkIns;
        this.hands = hands;
        this.door = door;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void checkIn(Asker by, SessionId session, Proof proof, @Nullable MemberId onBehalfOf) {
        // Refused when the count of wrong numbers has been kept.
        if (!checkIns.come(by, session, proof, onBehalfOf)) {
            throw Refused.at(
                    "code",
                    switch (proof) {
                        case Proof.Picture _ -> "forum.refused.code-old";
                        case Proof.Digits _ -> "forum.refused.code";
                    });
        }
    }

    @Override
    public String join(Asker by, SessionId session, @Nullable MemberId onBehalfOf) {
        return checkIns.join(by, session, onBehalfOf);
    }

    @Override
    public void enter(Asker by, SessionId session, PersonId person, @Nullable MemberId onBehalfOf) {
        checkIns.enter(by, session, person, onBehalfOf);
    }

    @Override
    public void enterGuest(Asker by, SessionId session, String name) {
        checkIns.enterGuest(by, session, name);
    }

    @Override
    public void leave(Asker by, SessionId session) {
        checkIns.leave(by, session);
    }

    @Override
    public void mark(Asker by, SessionId session, AttendanceId who, boolean there) {
        checkIns.mark(by, session, who, there);
    }

    @Override
    public void strike(Asker by, SessionId session, AttendanceId who) {
        checkIns.strike(by, session, who);
    }

    @Override
    public Codes codes(Asker asker, SessionId session) {
        door.requireFacilitator(asker, session);
        Instant now = clock.now();
        record Found(RoomCodes codes, String code) {}
        Found found = jdbc.sql("""
                SELECT r.secret, s.year, s.number FROM session_room r JOIN forum_session s ON s.id = r.session
                 WHERE r.session = :session AND s.state = 'IN_PROGRESS' AND NOT s.paper""")
                .param("session", session.value())
                .query((row, _) -> new Found(
                        new RoomCodes(row.getBytes("secret")),
                        new SessionCode(row.getInt("year"), row.getInt("number")).toString()))
                .optional()
                .orElseThrow(NotFound::new);
        RoomCodes codes = found.codes();
        return new Codes(
                ForumPages.room(found.code()) + "?here=" + codes.token(now), codes.number(now), codes.until(now));
    }

    @Override
    public void raise(Asker by, SessionId session) {
        hands.raise(by, session);
    }

    @Override
    public void lower(Asker by, SessionId session) {
        hands.lower(by, session);
    }

    @Override
    public void lower(Asker by, SessionId session, PersonId person) {
        hands.lower(by, session, person);
    }

    @Override
    public void callNext(Asker by, SessionId session) {
        hands.callNext(by, session);
    }

    @Override
    public void call(Asker by, SessionId session, PersonId person) {
        hands.call(by, session, person);
    }

    @Override
    public void thank(Asker by, SessionId session) {
        hands.thank(by, session);
    }
}
