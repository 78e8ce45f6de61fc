package org.kvartal.alliance.domain;

import java.time.Clock;
import java.util.Optional;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryDrafts;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is typed into forms. */
@Component
@Transactional
class TypedEntries implements EntryDrafts {

    /** In characters of its stored form: several times what the longest entry takes. */
    private static final int MOST = 200_000;

    /** How many entries somebody may have begun and not sent. */
    private static final int MOST_NEW = 5;

    private final EntryRepository entries;
    private final EntryKeepers keepers;
    private final JdbcClient jdbc;
    private final Clock clock;

    TypedEntries(EntryRepository entries, EntryKeepers keepers, JdbcClient jdbc, Clock clock) {
        this.entries = entries;
        this.keepers = keepers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> find(Asker asker, EntryId entry) {
        return asker.person()
                .flatMap(person -> jdbc.sql("""
                SELECT version, base, content, note, at FROM entry_draft
                 WHERE person = ? AND entry = ? AND kind IS NULL""")
                        .params(person.value(), entry.value())
                        .query((row, _) -> new Draft(
                                row.getLong("version"),
                                StoredContent.read(row.getString("base")),
                                StoredContent.read(row.getString("content")),
                                row.getString("note"),
                                Columns.moment(row, "at")))
                        .optional());
    }

    @Override
    public boolean keep(Asker asker, EntryId id, long version, EntryContent base, EntryContent content, String note) {
        if (asker instanceof Asker.Guest) {
            throw new Forbidden();
        }
        Entry entry = entries.findById(id.value()).orElseThrow(NotFound::new);
        keepers.requireKnown(asker, entry);
        String typed = StoredContent.write(content);
        // A column takes no such character; the content's form writes it out.
        String said = note.replace("\0", "");
        if (typed.length() + said.length() > MOST) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO entry_draft (person, entry, version, base, content, note, at)
                VALUES (:person, :entry, :version, :base, :content, :note, :at)
                ON CONFLICT (person, entry) DO UPDATE
                   SET kind = NULL, version = excluded.version, base = excluded.base, content = excluded.content,
                       note = excluded.note, at = excluded.at""")
                .param("person", asker.requirePerson().value())
                .param("entry", id.value())
                .param("version", version)
                .param("base", StoredContent.write(base))
                .param("content", typed)
                .param("note", said)
                .param("at", Columns.moment(clock.instant()))
                .update();
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NewDraft> findNew(Asker asker) {
        return asker.person()
                .flatMap(person -> jdbc.sql("""
                SELECT d.entry, d.kind, d.content, d.at FROM entry_draft d
                 WHERE d.person = ? AND d.kind IS NOT NULL AND NOT EXISTS (SELECT FROM entry e WHERE e.id = d.entry)
                 ORDER BY d.at DESC, d.entry DESC
                 LIMIT 1""")
                        .param(person.value())
                        .query((row, _) -> new NewDraft(
                                new EntryId(Columns.id(row, "entry")),
                                EntryKind.valueOf(row.getString("kind")),
                                StoredContent.read(row.getString("content")),
                                Columns.moment(row, "at")))
                        .optional());
    }

    @Override
    public boolean keepNew(Asker asker, EntryId id, EntryKind kind, EntryContent content) {
        PersonId person = asker.requirePerson();
        String typed = StoredContent.write(content);
        if (typed.length() > MOST || entries.findById(id.value()).isPresent()) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO entry_draft (person, entry, kind, content, at)
                VALUES (:person, :entry, :kind, :content, :at)
                ON CONFLICT (person, entry) DO UPDATE
                   SET kind = excluded.kind, content = excluded.content, at = excluded.at""")
                .param("person", person.value())
                .param("entry", id.value())
                .param("kind", kind.name())
                .param("content", typed)
                .param("at", Columns.moment(clock.instant()))
                .update();
        jdbc.sql("""
                DELETE FROM entry_draft
                 WHERE person = :person AND kind IS NOT NULL
                   AND entry NOT IN (SELECT entry FROM entry_draft WHERE person = :person AND kind IS NOT NULL
                                      ORDER BY at DESC, entry DESC LIMIT :most)""").param("person", person.value()).param("most", MOST_NEW).update();
        return true;
    }

    @Override
    public void discard(Asker asker, EntryId entry) {
        asker.person()
                .ifPresent(person -> jdbc.sql("DELETE FROM entry_draft WHERE person = ? AND entry = ?")
                        .params(person.value(), entry.value())
                        .update());
    }
}
