package org.kvartal.accounts.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.CopyMade;
import org.kvartal.accounts.OwnCopies;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Has copies made, lends them to whose data they hold, and takes them away after a day. */
@Component
class CopyRoom implements OwnCopies, FileAccess {

    static final String FILES = "own-data";

    private static final Logger log = LoggerFactory.getLogger(CopyRoom.class);
    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final CopyWriting writing;
    private final CopyDrafts drafts;
    private final PersonLocks people;
    private final org.kvartal.files.Files files;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CopyRoom(
            JdbcClient jdbc,
            CopyWriting writing,
            CopyDrafts drafts,
            PersonLocks people,
            org.kvartal.files.Files files,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.drafts = drafts;
        this.people = people;
        this.files = files;
        this.audit = audit;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID want(Asker asker) {
        PersonId person = asker.requirePerson();
        people.lock(person);
        Optional<UUID> waiting = jdbc.sql("SELECT id FROM own_copy WHERE person = :person AND state = 'WAITING'")
                .param("person", person.value())
                .query(UUID.class)
                .optional();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Instant now = clock.instant();
        long made = jdbc.sql("SELECT count(*) FROM own_copy WHERE person = :person AND wanted_at > :since")
                .param("person", person.value())
                .param("since", Columns.moment(now.minus(LIFE)))
                .query(Long.class)
                .single();
        if (made >= AT_MOST) {
            throw Refused.because("accounts.copy.too-often", AT_MOST);
        }
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO own_copy (id, person, language, zone, state, wanted_at)
                SELECT :id, id, language, zone, 'WAITING', :now FROM person WHERE id = :person AND erased_at IS NULL
                """)
                .param("id", id)
                .param("person", person.value())
                .param("now", Columns.moment(now))
                .update();
        audit.record(AuditEntry.of(person, "accounts.copy-wanted", Newcomers.PERSON, person.value()));
        return id;
    }

    @Override
    public Optional<OwnCopy> newest(Asker asker) {
        return jdbc.sql("""
                SELECT id, state, made_at, size, file FROM own_copy
                 WHERE person = :person AND (state <> 'READY' OR made_at > :since)
                 ORDER BY wanted_at DESC LIMIT 1
                """)
                .param("person", asker.requirePerson().value())
                .param("since", Columns.moment(clock.instant().minus(LIFE)))
                .query((row, _) -> {
                    Instant made = Columns.momentOrNull(row, "made_at");
                    UUID file = Columns.idOrNull(row, "file");
                    return new OwnCopy(
                            Columns.id(row, "id"),
                            State.valueOf(row.getString("state")),
                            made == null ? null : made.plus(LIFE),
                            row.getLong("size"),
                            file == null ? null : files.address(new FileId(file), asker));
                })
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Instant> ready(PersonId person, Collection<UUID> copies) {
        Map<UUID, Instant> ready = new HashMap<>();
        jdbc.sql("""
                SELECT id, made_at FROM own_copy
                 WHERE id = ANY (:copies) AND person = :person AND state = 'READY' AND made_at > :since
                """)
                .param("copies", copies.toArray(UUID[]::new))
                .param("person", person.value())
                .param("since", Columns.moment(clock.instant().minus(LIFE)))
                .query(row -> {
                    ready.put(
                            Columns.id(row, "id"),
                            Columns.moment(row, "made_at").plus(LIFE));
                });
        return ready;
    }

    @Override
    public String module() {
        return FILES;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return asker.person()
                .filter(person -> ready(person, Set.of(object)).containsKey(object))
                .isPresent();
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("SELECT id FROM own_copy WHERE id = ANY (:objects)")
                .param("objects", objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }

    /** Makes the copies that are waited for. One that was interrupted is begun anew. */
    void work() {
        jdbc.sql("SELECT id, person, language, zone FROM own_copy WHERE state = 'WAITING' ORDER BY wanted_at")
                .query((row, _) -> new Wanted(
                        Columns.id(row, "id"),
                        Columns.person(row, "person"),
                        Columns.language(row, "language"),
                        ZoneId.of(row.getString("zone"))))
                .list()
                .forEach(this::make);
    }

    private void make(Wanted wanted) {
        int attempt = jdbc.sql("UPDATE own_copy SET attempts = attempts + 1 WHERE id = :id RETURNING attempts")
                .param("id", wanted.id)
                .query(Integer.class)
                .single();
        Path draft = null;
        try {
            draft = drafts.begin(".zip");
            writing.write(draft, wanted.person, wanted.language, wanted.zone);
            StoredFile file;
            try (InputStream in = Files.newInputStream(draft)) {
                file = files.keep(wanted.person, new FileOwner(FILES, wanted.id), "my-data.zip", "application/zip", in);
            }
            keep(wanted, file);
        } catch (IOException | RuntimeException failed) {
            log.error("the copy {} could not be made", wanted.id, failed);
            if (attempt >= ATTEMPTS) {
                jdbc.sql("UPDATE own_copy SET state = 'FAILED' WHERE id = :id AND state = 'WAITING'")
                        .param("id", wanted.id)
                        .update();
            }
        } finally {
            discard(draft);
        }
    }

    private void keep(Wanted wanted, StoredFile file) {
        transaction.executeWithoutResult(_ -> {
            int kept = jdbc.sql("""
                    UPDATE own_copy SET state = 'READY', made_at = :now, file = :file, size = :size
                     WHERE id = :id AND state = 'WAITING'
                    """)
                    .param("now", Columns.moment(clock.instant()))
                    .param("file", file.id().value())
                    .param("size", file.size())
                    .param("id", wanted.id)
                    .update();
            if (kept == 1) {
                facts.publishEvent(new CopyMade(wanted.person, wanted.id));
            } else {
                files.remove(file.id());
            }
        });
    }

    /** Takes away what has lain here for a day, and what was never finished. */
    @Transactional
    void clear() {
        drafts.clear();
        clear(jdbc.sql("DELETE FROM own_copy WHERE wanted_at < :before RETURNING id")
                .param("before", Columns.moment(clock.instant().minus(LIFE.multipliedBy(2))))
                .query((row, _) -> Columns.id(row, "id"))
                .list());
    }

    /** Takes away all that a person has here. */
    void clear(PersonId person) {
        clear(jdbc.sql("DELETE FROM own_copy WHERE person = :person RETURNING id")
                .param("person", person.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list());
    }

    private void clear(List<UUID> copies) {
        copies.forEach(copy -> files.of(new FileOwner(FILES, copy)).forEach(file -> files.remove(file.id())));
    }

    private static void discard(@Nullable Path draft) {
        if (draft != null) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException left) {
                log.warn("{} holds somebody's data and could not be deleted", draft, left);
            }
        }
    }

    private record Wanted(UUID id, PersonId person, Language language, ZoneId zone) {}
}
