package org.kvartal.accounts.domain;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.DisplayName;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say of themselves; each changes their own and nobody else's. */
@Component
public class Profiles {

    static final String MODULE = "accounts";

    private final PersonRepository people;
    private final JdbcClient jdbc;
    private final Files files;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Profiles(PersonRepository people, JdbcClient jdbc, Files files, AuditTrail audit, TransactionTemplate transaction) {
        this.people = people;
        this.jdbc = jdbc;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * A person's own settings.
     *
     * @param email null for a person who does not sign in
     * @param hasPassword whether they have set one; who came by a link may not
     * @param picture the address of the picture, null where the initials serve
     */
    public record Profile(
            PersonId person,
            String name,
            @Nullable String email,
            boolean hasPassword,
            Language language,
            ZoneId zone,
            @Nullable String picture) {}

    @Transactional(readOnly = true)
    public Profile own(Asker asker) {
        return jdbc.sql("""
                SELECT p.id, p.name, p.language, p.zone, p.picture, a.address, a.password IS NOT NULL AS has_password
                  FROM person p LEFT JOIN account a ON a.person = p.id WHERE p.id = :id
                """)
                .param("id", asker.requirePerson().value())
                .query((row, _) -> {
                    UUID picture = Columns.idOrNull(row, "picture");
                    return new Profile(
                            Columns.person(row, "id"),
                            row.getString("name"),
                            row.getString("address"),
                            row.getBoolean("has_password"),
                            Columns.language(row, "language"),
                            ZoneId.of(row.getString("zone")),
                            picture == null ? null : FilePages.small(new FileId(picture)));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Changes name, language and zone.
     *
     * @throws Refused at {@code name}
     */
    @Transactional
    public void change(Asker asker, String name, Language language, ZoneId zone) {
        DisplayName newName = DisplayName.of(name);
        Person person = require(asker);
        person.rename(newName);
        person.readIn(language);
        person.liveBy(zone);
        people.save(person);
        recordChange(person.id());
    }

    /** Changes the language alone. */
    @Transactional
    public void readIn(Asker asker, Language language) {
        Person person = require(asker);
        person.readIn(language);
        people.save(person);
    }

    /**
     * Shows a picture instead of the initials.
     *
     * @throws Refused at {@code file} if it can't be read as a picture
     */
    public void show(Asker asker, String fileName, InputStream content) {
        FileOwner owner = new FileOwner(MODULE, require(asker).id().value());
        StoredFile file = files.storePicture(asker, owner, fileName, content);
        try {
            transaction.executeWithoutResult(_ -> {
                Person person = require(asker);
                person.show(file.id()).ifPresent(files::remove);
                people.save(person);
                recordChange(person.id());
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
    }

    /** Shows the initials again. */
    @Transactional
    public void showInitials(Asker asker) {
        Person person = require(asker);
        person.show(null).ifPresent(files::remove);
        people.save(person);
        recordChange(person.id());
    }

    private void recordChange(PersonId person) {
        audit.record(AuditEntry.of(person, "accounts.profile-changed", Newcomers.PERSON, person.value()));
    }

    private Person require(Asker asker) {
        return people.findById(asker.requirePerson().value()).orElseThrow(NotFound::new);
    }
}
