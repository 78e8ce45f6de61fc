package org.kvartal.forum.domain;

import org.kvartal.forum.ItemId;
import org.kvartal.forum.Room;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever facilitates writes for themselves. No question of this module reads the notes of somebody else. */
@Component
@Transactional
class RoomNotes {

    private final RoomDoor door;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    RoomNotes(RoomDoor door, JdbcClient jdbc, HouseClock clock) {
        this.door = door;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(Asker by, ItemId item, String text) {
        door.requireFacilitator(by, door.sessionOf(item));
        PersonId person = by.requirePerson();
        jdbc.sql("""
                INSERT INTO item_note (item, person, text, changed_at) VALUES (:item, :person, :text, :now)
                ON CONFLICT (item, person) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at""")
                .param("item", item.value())
                .param("person", person.value())
                .param("text", Typed.block("note", text, Room.NOTE_LENGTH))
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    @Transactional(readOnly = true)
    String of(Asker asker, ItemId item) {
        door.requireFacilitator(asker, door.sessionOf(item));
        return jdbc.sql("SELECT text FROM item_note WHERE item = :item AND person = :person")
                .param("item", item.value())
                .param("person", asker.requirePerson().value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
