package org.kvartal.alliance.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryDesk.FieldDifference;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what stands beside the entries themselves: the directory's revision, points, addresses, histories.
 *
 * @see "Decision record 0085, the directory is written one change at a time"
 */
@Component
class EntryLedger {

    private final JdbcClient jdbc;

    EntryLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a change: whoever else wants to change the directory waits until this transaction ends. */
    void lock() {
        jdbc.sql("SELECT revision FROM directory FOR UPDATE").query(Long.class).single();
    }

    /**
     * Notes that the directory shows something new, and the pages of an entry and of all that it is related to; lists and maps are made anew
     * because of it. The ledger is locked.
     */
    void touch(EntryId entry) {
        long revision = jdbc.sql("UPDATE directory SET revision = revision + 1 RETURNING revision")
                .query(Long.class)
                .single();
        jdbc.sql("""
                UPDATE entry SET revision = :revision
                 WHERE id = :entry
                    OR id IN (SELECT to_entry FROM entry_relation WHERE from_entry = :entry
                              UNION ALL
                              SELECT from_entry FROM entry_relation WHERE to_entry = :entry)""").param("revision", revision).param("entry", entry.value()).update();
    }

    /** Replaces the points at which an entry stands on the map. */
    void place(EntryId entry, List<Coordinates> points) {
        jdbc.sql("DELETE FROM entry_point WHERE entry = ?").param(entry.value()).update();
        for (int number = 0; number < points.size(); number++) {
            jdbc.sql("INSERT INTO entry_point (entry, number, latitude, longitude) VALUES (?, ?, ?, ?)")
                    .params(
                            entry.value(),
                            number,
                            points.get(number).latitude(),
                            points.get(number).longitude())
                    .update();
        }
    }

    /** Whose an address is or was. */
    Optional<EntryId> holder(String slug) {
        return jdbc.sql("SELECT entry FROM entry_address WHERE slug = ?")
                .param(slug)
                .query((row, _) -> new EntryId(Columns.id(row, "entry")))
                .optional();
    }

    /** Gives an address to an entry for good; one that it had already is used again. */
    void address(String slug, EntryId entry, Instant at) {
        jdbc.sql("""
                INSERT INTO entry_address (slug, entry, since) VALUES (?, ?, ?)
                ON CONFLICT (slug) DO UPDATE SET since = excluded.since WHERE entry_address.entry = excluded.entry""").params(slug, entry.value(), Columns.moment(at)).update();
    }

    /** What went with an entry and somebody may have been asked about. */
    record Forgotten(List<RevisionId> changes, List<RelationId> relations) {}

    /** Removes what stands beside an entry that was never public. */
    Forgotten forget(EntryId entry) {
        for (String table : List.of("entry_address", "entry_point", "entry_change", "entry_draft")) {
            jdbc.sql("DELETE FROM " + table + " WHERE entry = ?")
                    .param(entry.value())
                    .update();
        }
        List<RevisionId> changes = jdbc.sql("DELETE FROM entry_revision WHERE entry = ? RETURNING id")
                .param(entry.value())
                .query((row, _) -> new RevisionId(Columns.id(row, "id")))
                .list();
        List<RelationId> relations = jdbc.sql(
                        "DELETE FROM entry_relation WHERE :entry IN (from_entry, to_entry) RETURNING id")
                .param("entry", entry.value())
                .query((row, _) -> new RelationId(Columns.id(row, "id")))
                .list();
        return new Forgotten(changes, relations);
    }

    /** Frees the addresses of an entry that was never public. */
    void freeAddresses(EntryId entry) {
        jdbc.sql("DELETE FROM entry_address WHERE entry = ?")
                .param(entry.value())
                .update();
    }

    /** Writes what changed in an entry into its history. */
    void remember(EntryId entry, List<FieldDifference> differences, @Nullable PersonId by, Instant at) {
        for (FieldDifference difference : differences) {
            jdbc.sql("""
                    INSERT INTO entry_change (entry, field, before, after, by, at)
                    VALUES (:entry, :field, :before, :after, :by, :at)""")
                    .param("entry", entry.value())
                    .param("field", difference.field())
                    .param("before", difference.before())
                    .param("after", difference.after())
                    .param("by", by == null ? null : by.value())
                    .param("at", Columns.moment(at))
                    .update();
        }
    }

    /** How much of what a person suggested still waits. */
    int waiting(PersonId person) {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM entry WHERE state = 'SUGGESTED' AND made_by = :person)
                     + (SELECT count(*) FROM entry_revision WHERE state = 'WAITING' AND made_by = :person)""")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Whether another relation says the same; of a mutual one from the other end too. */
    boolean isSaidAlready(NewRelation wish) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT 1 FROM entry_relation
                     WHERE id <> :id AND kind = :kind AND since IS NOT DISTINCT FROM :since::text
                       AND (from_entry = :from AND to_entry = :to OR :mutual AND from_entry = :to AND to_entry = :from))""")
                .param("id", wish.id().value())
                .param("kind", wish.kind().name())
                .param("since", wish.since() == null ? null : wish.since().toString())
                .param("from", wish.from().value())
                .param("to", wish.to().value())
                .param("mutual", wish.kind().mutual())
                .query(Boolean.class)
                .single();
    }

    /** Whether an entry stands for a member. */
    boolean isThereFor(MemberId member) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM entry WHERE member = ?)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }
}
