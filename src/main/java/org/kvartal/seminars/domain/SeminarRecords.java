package org.kvartal.seminars.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.PersonalRecords;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was where and what was certified stays with an id; what they told of themselves goes, and their certificates unless they want these to be checked further on. */
@Component
class SeminarRecords extends PersonalRecords {

    private final KeptRegistrations registrations;
    private final Files files;

    SeminarRecords(JdbcClient jdbc, KeptRegistrations registrations, Files files) {
        super("seminars", jdbc);
        this.registrations = registrations;
        this.files = files;
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry("registrations", """
                        SELECT r.made_at AS "when", s.title, s.starts_at AS since, r.name, r.email AS address, r.answers AS answer, r.state, r.reason
                          FROM seminar_registration r JOIN seminar s ON s.id = r.seminar
                         WHERE r.person = :person OR r.email_key = :address ORDER BY r.made_at
                        """),
                Map.entry("made-for-others", """
                        SELECT r.made_at AS "when", s.title FROM seminar_registration r JOIN seminar s ON s.id = r.seminar
                         WHERE r.made_by = :person AND r.person IS DISTINCT FROM :person ORDER BY r.made_at
                        """),
                Map.entry("attendance", """
                        SELECT a.marked_at AS "when", s.title, a.presence AS state, a.way AS kind FROM seminar_attendance a
                          JOIN seminar_registration r ON r.id = a.registration JOIN seminar s ON s.id = r.seminar
                         WHERE r.person = :person OR r.email_key = :address ORDER BY a.marked_at
                        """),
                Map.entry("certificates", """
                        SELECT c.issued_at AS "when", c.facts AS text, c.hours, c.state, c.code FROM seminar_certificate c
                          JOIN seminar_registration r ON r.id = c.registration
                         WHERE r.person = :person OR r.email_key = :address ORDER BY c.issued_at
                        """),
                Map.entry("teaches", """
                        SELECT s.title, t.name, t.role FROM seminar_trainer t JOIN seminar s ON s.id = t.seminar
                         WHERE t.person = :person ORDER BY s.starts_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                UPDATE seminar_registration SET name = '', answers = '{}', email = NULL, email_key = NULL
                 WHERE person = :person AND (name <> '' OR answers::text <> '{}' OR email IS NOT NULL OR email_key IS NOT NULL)
                """, """
                UPDATE seminar_registration SET name = :plain, answers = '{}', email = 'nobody', email_key = 'nobody:' || id
                 WHERE person IS NULL AND email_key = :address
                """, """
                UPDATE seminar_trainer SET name = '' WHERE person = :person AND name ~ :pattern
                """);
    }

    @Override
    public void copy(Subject subject, Copy copy) {
        super.copy(subject, copy);
        jdbc().sql("SELECT file FROM seminar_certificate WHERE person = :person AND state = 'ISSUED'")
                .param("person", subject.person().value())
                .query(UUID.class)
                .list()
                .forEach(copy::file);
    }

    /** Seats that others may have are given back first. */
    @Override
    public boolean erase(Erased erased) {
        jdbc().sql(AHEAD)
                .params(erased.values())
                .query(UUID.class)
                .list()
                .forEach(id -> registrations.giveBack(new RegistrationId(id)));
        if (!erased.certificates()) {
            jdbc().sql("SELECT * FROM erase_certificates(:person, :plain, '—')")
                    .params(erased.values())
                    .query(UUID.class)
                    .list()
                    .forEach(file -> files.remove(new FileId(file)));
        }
        return super.erase(erased);
    }

    private static final String AHEAD = """
            SELECT r.id FROM seminar_registration r JOIN seminar s ON s.id = r.seminar
             WHERE r.person = :person AND s.starts_at > now() AND s.state NOT IN ('RUNNING', 'FINISHED', 'ARCHIVED', 'CANCELLED')
               AND r.state IN ('STARTED', 'PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED')
            """;

    @Override
    public List<Sight> sights(Subject subject) {
        List<Sight> sights = new ArrayList<>();
        if (has(subject, "SELECT FROM seminar_registration WHERE person = :person")) {
            sights.add(Sight.of("seminars.own.registrations-sight", "/app/" + SeminarPages.SEMINARS));
        }
        if (has(subject, "SELECT FROM seminar_certificate WHERE person = :person")) {
            sights.add(Sight.of("seminars.own.certificates-sight", "/app/" + SeminarPages.CERTIFICATES));
        }
        return sights;
    }

    @Override
    public List<Burden> burdens(Subject subject) {
        long ahead = jdbc().sql("SELECT count(*) FROM (" + AHEAD + ") ahead")
                .param("person", subject.person().value())
                .query(Long.class)
                .single();
        long teaches = count(subject, """
                SELECT count(*) FROM seminar_trainer t JOIN seminar s ON s.id = t.seminar
                 WHERE t.person = :person AND s.state NOT IN ('FINISHED', 'ARCHIVED', 'CANCELLED')
                """);
        List<Burden> burdens = new ArrayList<>();
        if (ahead > 0) {
            burdens.add(Burden.of("seminars.own.ahead-burden", "/app/" + SeminarPages.SEMINARS, ahead));
        }
        if (teaches > 0) {
            burdens.add(Burden.of("seminars.own.teaches-burden", "/app/" + SeminarPages.SEMINARS, teaches));
        }
        return burdens;
    }
}
