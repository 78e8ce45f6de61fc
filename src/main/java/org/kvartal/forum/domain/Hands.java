package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.RoomDoor.Seat;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to speak, in the order in which they asked. */
@Component
@Transactional
class Hands {

    private final RoomDoor door;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    Hands(RoomDoor door, Permissions permissions, JdbcClient jdbc, HouseClock clock) {
        this.door = door;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void raise(Asker by, SessionId id) {
        permissions.check(by, ForumRights.TAKE_PART, Scope.PLATFORM);
        PersonId person = by.requirePerson();
        Seat seat = door.seat(id);
        requireThere(jdbc, id, person);
        Optional<ItemId> current = door.current(id);
        jdbc.sql("""
                INSERT INTO raised_hand (id, session, item, person, state, raised_at)
                VALUES (:id, :session, :item, :person, 'WAITING', :now) ON CONFLICT DO NOTHING""")
                .param("id", Ids.next())
                .param("session", id.value())
                .param("item", current.map(ItemId::value).orElse(null))
                .param("person", person.value())
                .param("now", Columns.moment(seat.now()))
                .update();
        door.changed(id);
    }

    void lower(Asker by, SessionId id) {
        PersonId person = by.requirePerson();
        var _ = door.seat(id);
        take(id, person);
        door.changed(id);
    }

    void lower(Asker by, SessionId id, PersonId person) {
        door.requireFacilitator(by, id);
        var _ = door.seat(id);
        take(id, person);
        door.changed(id);
    }

    void callNext(Asker by, SessionId id) {
        door.running(by, id);
        first(id).ifPresent(hand -> speak(id, hand));
    }

    void call(Asker by, SessionId id, PersonId person) {
        door.running(by, id);
        jdbc.sql(
                        "SELECT id FROM raised_hand WHERE session = :session AND person = :person AND state = 'WAITING' FOR UPDATE")
                .param("session", id.value())
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .ifPresent(hand -> speak(id, hand));
    }

    void thank(Asker by, SessionId id) {
        door.running(by, id);
        end(id);
        door.changed(id);
    }

    private Optional<UUID> first(SessionId id) {
        return jdbc.sql("""
                SELECT id FROM raised_hand WHERE session = :session AND state = 'WAITING'
                 ORDER BY raised_at, id LIMIT 1 FOR UPDATE""").param("session", id.value()).query(UUID.class).optional();
    }

    private void speak(SessionId id, UUID hand) {
        end(id);
        jdbc.sql("UPDATE raised_hand SET state = 'SPEAKING', called_at = :now WHERE id = :id")
                .param("now", Columns.moment(clock.now()))
                .param("id", hand)
                .update();
        door.changed(id);
    }

    private void end(SessionId id) {
        jdbc.sql(
                        "UPDATE raised_hand SET state = 'SPOKEN', ended_at = :now WHERE session = :session AND state = 'SPEAKING'")
                .param("now", Columns.moment(clock.now()))
                .param("session", id.value())
                .update();
    }

    private void take(SessionId id, PersonId person) {
        Instant now = clock.now();
        jdbc.sql("""
                UPDATE raised_hand SET state = 'LOWERED', ended_at = :now
                 WHERE session = :session AND person = :person AND state = 'WAITING'""")
                .param("now", Columns.moment(now))
                .param("session", id.value())
                .param("person", person.value())
                .update();
    }

    /** @throws Refused unless that person is in the room; they do not leave before the transaction ends */
    static void requireThere(JdbcClient jdbc, SessionId session, PersonId person) {
        boolean there = jdbc.sql("""
                SELECT 1 FROM attendance WHERE session = :session AND person = :person AND left_at IS NULL FOR SHARE""")
                .param("session", session.value())
                .param("person", person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            throw Refused.because("forum.refused.not-there");
        }
    }
}
