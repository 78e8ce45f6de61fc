package org.kvartal.seminars.domain;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarTopics;
import org.kvartal.seminars.domain.SeminarSight.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is given to those who take part. A file belongs to its seminar; who may read it is asked of its material. */
@Component
@Transactional
class KeptMaterials implements Materials {

    private final SeminarHold hold;
    private final SeminarSight sight;
    private final RegistrationReads registrations;
    private final PlaceLinks links;
    private final Files files;
    private final SeminarTrail trail;
    private final Live live;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    KeptMaterials(
            SeminarHold hold,
            SeminarSight sight,
            RegistrationReads registrations,
            PlaceLinks links,
            Files files,
            SeminarTrail trail,
            Live live,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.hold = hold;
        this.sight = sight;
        this.registrations = registrations;
        this.links = links;
        this.files = files;
        this.trail = trail;
        this.live = live;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void add(Asker by, SeminarId seminar, NewMaterial wish, String name, InputStream content) {
        boolean there = Boolean.TRUE.equals(transaction.execute(_ -> isThere(by, seminar, wish)));
        if (there) {
            return;
        }
        StoredFile file = files.store(by, new FileOwner(SeminarFiles.MODULE, seminar.value()), name, content);
        settle(file, () -> {
            if (isThere(by, seminar, wish)) {
                files.remove(file.id());
                return;
            }
            insert(by, seminar, wish, null);
            keep(by, wish.id(), 1, file.id());
        });
    }

    @Override
    public void point(Asker by, SeminarId seminar, NewMaterial wish, String link) {
        if (!isThere(by, seminar, wish)) {
            insert(by, seminar, wish, Entered.link("link", link));
        }
    }

    /** Whether it was added already; the seminar is held. */
    private boolean isThere(Asker by, SeminarId seminar, NewMaterial wish) {
        requireKeeper(by, seminar);
        hold.seminar(seminar);
        Typed.requiredLine("title", wish.title(), TITLE_LENGTH);
        record Added(SeminarId seminar) {}
        Optional<Added> standing = jdbc.sql("SELECT seminar FROM seminar_material WHERE id = :id")
                .param("id", wish.id().value())
                .query((row, _) -> new Added(Stored.seminar(row, "seminar")))
                .optional();
        if (standing.isPresent()) {
            if (!standing.get().seminar().equals(seminar)) {
                throw new NotFound();
            }
            return true;
        }
        int many = jdbc.sql("SELECT count(*) FROM seminar_material WHERE seminar = :seminar")
                .param("seminar", seminar.value())
                .query(Integer.class)
                .single();
        if (many >= MOST) {
            throw Refused.at("file", "seminars.refused.too-many", MOST);
        }
        return false;
    }

    private void insert(Asker by, SeminarId seminar, NewMaterial wish, @Nullable String link) {
        jdbc.sql("""
            INSERT INTO seminar_material (id, seminar, title, audience, version, link, read, added_at)
            VALUES (:id, :seminar, :title, :audience, 1, :link, 0, :now)""")
                .param("id", wish.id().value())
                .param("seminar", seminar.value())
                .param("title", Typed.requiredLine("title", wish.title(), TITLE_LENGTH))
                .param("audience", wish.audience().name())
                .param("link", link)
                .param("now", Columns.moment(clock.now()))
                .update();
        trail.seminar(
                by,
                "seminars.material-added",
                seminar,
                entry -> entry.with("material", wish.id().value()));
        live.changed(SeminarTopics.of(seminar));
    }

    private void keep(Asker by, MaterialId material, int version, FileId file) {
        jdbc.sql("""
            INSERT INTO seminar_material_file (material, version, file, added_by, added_at)
            VALUES (:material, :version, :file, :by::uuid, :now)""")
                .param("material", material.value())
                .param("version", version)
                .param("file", file.value())
                .param("by", by.person().map(PersonId::value).orElse(null))
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void renew(Asker by, MaterialId material, String name, InputStream content) {
        SeminarId seminar = Objects.requireNonNull(transaction.execute(_ -> requireFile(by, material)));
        StoredFile file = files.store(by, new FileOwner(SeminarFiles.MODULE, seminar.value()), name, content);
        settle(file, () -> {
            hold.seminar(requireFile(by, material));
            int version = jdbc.sql("UPDATE seminar_material SET version = version + 1 WHERE id = :id RETURNING version")
                    .param("id", material.value())
                    .query(Integer.class)
                    .single();
            keep(by, material, version, file.id());
            trail.seminar(
                    by,
                    "seminars.material-renewed",
                    seminar,
                    entry -> entry.with("material", material.value()).with("version", (long) version));
            live.changed(SeminarTopics.of(seminar));
        });
    }

    private SeminarId requireFile(Asker by, MaterialId material) {
        Known known = known(material);
        requireKeeper(by, known.seminar());
        if (known.file() == null) {
            throw Refused.at("file", "seminars.refused.no-file");
        }
        return known.seminar();
    }

    private void settle(StoredFile file, Runnable act) {
        try {
            transaction.executeWithoutResult(_ -> act.run());
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
    }

    @Override
    public void show(Asker by, MaterialId material, MaterialAudience audience) {
        Known known = known(material);
        requireKeeper(by, known.seminar());
        jdbc.sql("UPDATE seminar_material SET audience = :audience WHERE id = :id")
                .param("audience", audience.name())
                .param("id", material.value())
                .update();
        trail.seminar(
                by,
                "seminars.material-shown",
                known.seminar(),
                entry -> entry.with("material", material.value()).with("audience", audience));
        live.changed(SeminarTopics.of(known.seminar()));
    }

    @Override
    public void remove(Asker by, MaterialId material) {
        Known known = known(material);
        requireKeeper(by, known.seminar());
        List<FileId> gone = jdbc.sql("DELETE FROM seminar_material_file WHERE material = :id RETURNING file")
                .param("id", material.value())
                .query((row, _) -> new FileId(Columns.id(row, "file")))
                .list();
        jdbc.sql("DELETE FROM seminar_material WHERE id = :id")
                .param("id", material.value())
                .update();
        gone.forEach(files::remove);
        trail.seminar(
                by, "seminars.material-removed", known.seminar(), entry -> entry.with("material", material.value()));
        live.changed(SeminarTopics.of(known.seminar()));
    }

    @Override
    public String open(Asker by, MaterialId material) {
        Known known = known(material);
        Standing standing = sight.in(known.seminar(), by);
        RegistrationState state = by.person()
                .flatMap(person -> registrations.ofPerson(known.seminar(), person))
                .map(Place::state)
                .orElse(null);
        boolean team = standing.keep() || standing.manage();
        if (!team && !known.announced()) {
            throw new NotFound();
        }
        return open(material, known, reader(state, team));
    }

    @Override
    public Optional<String> open(String token, MaterialId material) {
        return links.look(token).flatMap(registrations::whose).map(whose -> {
            Known known = known(material);
            if (!whose.seminar().equals(known.seminar())) {
                throw new NotFound();
            }
            return open(material, known, reader(whose.state(), false));
        });
    }

    private static MaterialReads.Receiver reader(@Nullable RegistrationState state, boolean team) {
        return new MaterialReads.Receiver(state != null && state.takesPart(), state != null && state.attended(), team);
    }

    private String open(MaterialId material, Known known, MaterialReads.Receiver reader) {
        if (!reader.mayRead(known.audience())) {
            throw new NotFound();
        }
        jdbc.sql("UPDATE seminar_material SET read = read + 1 WHERE id = :id")
                .param("id", material.value())
                .update();
        FileId file = known.file();
        // Whoever may read it was asked above; the address lets them in for ten minutes.
        return file == null ? Objects.requireNonNull(known.link()) : files.address(file, SeminarTrail.HOUSE);
    }

    private void requireKeeper(Asker by, SeminarId seminar) {
        Standing standing = sight.in(seminar, by);
        SeminarSight.require(standing.keep() || standing.manage());
    }

    private record Known(
            SeminarId seminar,
            boolean announced,
            MaterialAudience audience,
            @Nullable FileId file,
            @Nullable String link) {}

    private Known known(MaterialId material) {
        return jdbc.sql("""
            SELECT m.seminar, m.audience, m.link, f.file, s.published_at IS NOT NULL AS announced
              FROM seminar_material m JOIN seminar s ON s.id = m.seminar
              LEFT JOIN seminar_material_file f ON f.material = m.id AND f.version = m.version
             WHERE m.id = :id""")
                .param("id", material.value())
                .query((row, _) -> {
                    UUID file = Columns.idOrNull(row, "file");
                    return new Known(
                            Stored.seminar(row, "seminar"),
                            row.getBoolean("announced"),
                            Stored.code(row, "audience", MaterialAudience.class),
                            file == null ? null : new FileId(file),
                            row.getString("link"));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }
}
