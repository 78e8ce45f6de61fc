package org.kvartal.forum.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeDraft;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.BodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outcomes that somebody has begun to write down. No question of this module reads those of somebody else. */
@Component
class HalfWritten {

    private static final Duration LASTS = Duration.ofDays(14);

    private final RoomDoor door;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    HalfWritten(RoomDoor door, JdbcClient jdbc, HouseClock clock) {
        this.door = door;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(Asker by, OutcomeDraft draft) {
        door.requireFacilitator(by, door.sessionOf(draft.item()));
        OutcomeContent content = draft.content();
        String text = Typed.block("text", content.text(), Outcomes.TEXT_LENGTH);
        if (text.isBlank()) {
            drop(by, draft.item(), draft.kind());
            return;
        }
        PersonId person = content.person();
        BodyId body = content.body();
        jdbc.sql("""
                INSERT INTO outcome_draft (item, writer, kind, text, language, person, due, body, changed_at)
                VALUES (:item, :writer, :kind, :text, :language, :person::uuid, :due::date, :body::uuid, :now)
                ON CONFLICT (item, writer, kind) DO UPDATE
                   SET text = excluded.text, language = excluded.language, person = excluded.person, due = excluded.due,
                       body = excluded.body, changed_at = excluded.changed_at""")
                .param("item", draft.item().value())
                .param("writer", by.requirePerson().value())
                .param("kind", draft.kind().name())
                .param("text", text)
                .param("language", content.language().code())
                .param("person", person == null ? null : person.value())
                .param("due", content.due())
                .param("body", body == null ? null : body.value())
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    /** Also done by writing it down, in the same transaction. */
    void drop(Asker by, ItemId item, OutcomeKind kind) {
        by.person()
                .ifPresent(person -> jdbc.sql(
                                "DELETE FROM outcome_draft WHERE item = :item AND writer = :writer AND kind = :kind")
                        .param("item", item.value())
                        .param("writer", person.value())
                        .param("kind", kind.name())
                        .update());
    }

    /** Nobody comes back to it after that: browsers forget what was typed into short forms then, too. */
    void forget() {
        jdbc.sql("DELETE FROM outcome_draft WHERE changed_at < :before")
                .param("before", Columns.moment(clock.now().minus(LASTS)))
                .update();
    }

    List<OutcomeDraft> of(Asker asker, ItemId item) {
        door.requireFacilitator(asker, door.sessionOf(item));
        return jdbc.sql(
                        "SELECT * FROM outcome_draft WHERE item = :item AND writer = :writer ORDER BY changed_at DESC, kind")
                .param("item", item.value())
                .param("writer", asker.requirePerson().value())
                .query((row, _) -> {
                    @Nullable UUID body = Columns.idOrNull(row, "body");
                    return new OutcomeDraft(
                            item,
                            OutcomeKind.valueOf(row.getString("kind")),
                            new OutcomeContent(
                                    row.getString("text"),
                                    Columns.language(row, "language"),
                                    Columns.personOrNull(row, "person"),
                                    row.getObject("due", LocalDate.class),
                                    body == null ? null : new BodyId(body)));
                })
                .list();
    }
}
