package org.kvartal.seminars.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may read the files of this module: materials those for whom they are; certificates their holder, the seminar's team and the office. */
@Component
class SeminarFiles implements FileAccess {

    static final String MODULE = "seminars";

    private final SeminarSight sight;
    private final JdbcClient jdbc;

    SeminarFiles(SeminarSight sight, JdbcClient jdbc) {
        this.sight = sight;
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return MODULE;
    }

    /** Of a certificate; the files of a seminar are asked for one by one. */
    @Override
    public boolean mayRead(Asker asker, UUID object) {
        record Certified(SeminarId seminar, @Nullable PersonId person) {}
        return jdbc.sql("SELECT seminar, person FROM seminar_certificate WHERE id = :id")
                .param("id", object)
                .query((row, _) -> new Certified(Stored.seminar(row, "seminar"), Columns.personOrNull(row, "person")))
                .optional()
                .filter(one -> asker instanceof Asker.House
                        || (one.person() != null
                                && asker.person().filter(one.person()::equals).isPresent())
                        || sight.in(one.seminar(), asker).read())
                .isPresent();
    }

    @Override
    public Set<FileId> readable(Asker asker, UUID object, Set<FileId> files) {
        if (mayRead(asker, object)) {
            return files;
        }
        SeminarId seminar = new SeminarId(object);
        SeminarSight.Standing standing = sight.in(seminar, asker);
        if (asker instanceof Asker.House || standing.keep() || standing.manage()) {
            return files;
        }
        // Earlier versions stay with the team.
        return jdbc
                .sql("""
                    SELECT f.file FROM seminar_material m
                      JOIN seminar s ON s.id = m.seminar
                      JOIN seminar_material_file f ON f.material = m.id AND f.version = m.version
                      LEFT JOIN seminar_registration r ON r.seminar = m.seminar AND r.person = :asker::uuid
                           AND r.state IN ('CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'INCOMPLETE')
                     WHERE m.seminar = :seminar AND s.published_at IS NOT NULL
                       AND (m.audience = 'ALL' OR (m.audience = 'PARTICIPANTS' AND r.id IS NOT NULL)
                            OR (m.audience = 'AFTER_ATTENDANCE' AND r.state IN ('CHECKED_IN', 'COMPLETED', 'INCOMPLETE')))""")
                .param("asker", asker.person().map(PersonId::value).orElse(null))
                .param("seminar", object)
                .query((row, _) -> new FileId(Columns.id(row, "file")))
                .list()
                .stream()
                .filter(files::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("""
            SELECT id FROM seminar WHERE id = ANY (:ids)
            UNION ALL SELECT id FROM seminar_certificate WHERE id = ANY (:ids)""")
                .param("ids", objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
