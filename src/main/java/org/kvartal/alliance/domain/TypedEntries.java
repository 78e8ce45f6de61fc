package org.kvartal.alliance.domain;

import java.time.Clock;
import java.util.Optional;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryDrafts;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is typed into forms. */
@Component
@Transactional
class TypedEntries implements EntryDrafts {

    /** In characters of its stored form: several times what the longest entry takes. */
    private static final int MOST = 200_000;

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
                .flatMap(person -> jdbc.sql(
                                "SELECT version, base, content, at FROM entry_draft WHERE person = ? AND entry = ?")
                        .params(person.value(), entry.value())
                        .query((row, _) -> new Draft(
                                row.getLong("version"),
                                StoredContent.read(row.getString("base")),
                                StoredContent.read(row.getString("content")),
                                Columns.moment(row, "at")))
                        .optional());
    }

    @Override
    public void keep(Asker asker, EntryId id, long version, EntryContent base, EntryContent content) {
        if (asker instanceof Asker.Guest) {
            throw new Forbidden();
        }
        Entry entry = entries.findById(id.value()).orElseThrow(NotFound::new);
        keepers.requireKnown(asker, entry);
        String typed = StoredContent.write(content);
        if (typed.length() > MOST) {
            return;
        }
        jdbc.sql("""
                INSERT INTO entry_draft (person, entry, version, base, content, at)
                VALUES (:person, :entry, :version, :base, :content, :at)
                ON CONFLICT (person, entry) DO UPDATE
                   SET version = excluded.version, base = excluded.base, content = excluded.content, at = excluded.at""")
                .param("person", asker.requirePerson().value())
                .param("entry", id.value())
                .param("version", version)
                .param("base", StoredContent.write(base))
                .param("content", typed)
                .param("at", Columns.moment(clock.instant()))
                .update();
    }

    @Override
    public void discard(Asker asker, EntryId entry) {
        asker.person()
                .ifPresent(person -> jdbc.sql("DELETE FROM entry_draft WHERE person = ? AND entry = ?")
                        .params(person.value(), entry.value())
                        .update());
    }
}
