package org.kvartal.seminars.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Certificates.Eligible;
import org.kvartal.seminars.Certificates.Facts;
import org.kvartal.seminars.Certificates.Ledger;
import org.kvartal.seminars.Certificates.VerifiedCertificate;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Certificates as pages show them. Whether one has expired is told by the day. */
@Component
class CertificateReads {

    private static final int MOST = 1_000;

    private final People people;
    private final SeminarSight sight;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    CertificateReads(People people, SeminarSight sight, JdbcClient jdbc, HouseClock clock) {
        this.people = people;
        this.sight = sight;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<VerifiedCertificate> verify(String code) {
        return jdbc.sql("""
            SELECT c.*, n.code AS next_code FROM seminar_certificate c LEFT JOIN seminar_certificate n ON n.id = c.replaced_by
             WHERE c.code = :code""")
                .param("code", code)
                .query((row, _) -> new VerifiedCertificate(
                        row.getString("code"),
                        facts(row),
                        state(row),
                        HexFormat.of().formatHex(row.getBytes("hash")),
                        Columns.momentOrNull(row, "ended_at"),
                        row.getString("reason"),
                        row.getString("next_code")))
                .optional();
    }

    static Facts facts(ResultSet row) throws SQLException {
        return JsonMapper.shared().readValue(row.getString("facts"), Facts.class);
    }

    private CertificateState state(ResultSet row) throws SQLException {
        CertificateState state = Stored.code(row, "state", CertificateState.class);
        LocalDate until = Stored.dayOrNull(row, "valid_until");
        return state == CertificateState.ISSUED && until != null && until.isBefore(clock.today())
                ? CertificateState.EXPIRED
                : state;
    }

    private CertificateLine line(ResultSet row, Asker asker, boolean revokes) throws SQLException {
        return new CertificateLine(
                new CertificateId(Columns.id(row, "id")),
                row.getString("code"),
                facts(row),
                state(row),
                new RegistrationId(Columns.id(row, "registration")),
                new FileId(Columns.id(row, "file")),
                row.getString("reason"),
                revokes
                        && Stored.code(row, "state", CertificateState.class) == CertificateState.ISSUED
                        && asker.person()
                                .filter(person -> !person.value().equals(uuid(row, "issued_by")))
                                .isPresent());
    }

    private static UUID uuid(ResultSet row, String column) {
        try {
            return Columns.id(row, column);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    List<CertificateLine> of(Asker asker, SeminarId seminar) {
        boolean revokes = sight.has(asker, SeminarRights.REVOKE);
        return jdbc.sql("SELECT * FROM seminar_certificate WHERE seminar = :seminar ORDER BY year DESC, number DESC"
                        + " LIMIT :most")
                .param("seminar", seminar.value())
                .param("most", MOST)
                .query((row, _) -> line(row, asker, revokes))
                .list();
    }

    Ledger ledger(Asker asker, PersonId person) {
        boolean revokes = sight.has(asker, SeminarRights.REVOKE);
        List<CertificateLine> lines = jdbc.sql(
                        "SELECT * FROM seminar_certificate WHERE person = :person ORDER BY year DESC, number DESC"
                                + " LIMIT :most")
                .param("person", person.value())
                .param("most", MOST)
                .query((row, _) -> line(row, asker, revokes))
                .list();
        BigDecimal hours = lines.stream()
                .filter(line -> line.state() == CertificateState.ISSUED)
                .map(line -> line.facts().hours())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Ledger(lines, hours);
    }

    /** @param only those, or all where it is empty */
    List<Eligible> eligible(SeminarId seminar, boolean feedbackNeeded, Collection<RegistrationId> only) {
        record Row(RegistrationId id, @Nullable PersonId person, String name, boolean feedback) {}
        List<Row> rows = jdbc.sql("""
            SELECT r.*, EXISTS (SELECT FROM seminar_voiced v WHERE v.registration = r.id AND v.day IS NULL) AS voiced
              FROM seminar_registration r
             WHERE r.seminar = :seminar AND r.state = 'COMPLETED' AND (:everybody OR r.id = ANY (:only))
               AND NOT EXISTS (SELECT FROM seminar_certificate c WHERE c.registration = r.id AND c.state = 'ISSUED')
             ORDER BY r.made_at, r.id LIMIT :most""")
                .param("seminar", seminar.value())
                .param("everybody", only.isEmpty())
                .param("only", only.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .param("most", MOST)
                .query((row, _) -> new Row(
                        new RegistrationId(Columns.id(row, "id")),
                        Columns.personOrNull(row, "person"),
                        row.getString("name"),
                        row.getBoolean("voiced")))
                .list();
        Map<PersonId, PersonCard> cards = people.cards(
                rows.stream().map(Row::person).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> {
                    PersonCard card = row.person() == null ? null : cards.get(row.person());
                    return new Eligible(
                            row.id(),
                            card == null ? row.name() : card.name(),
                            card,
                            row.feedback(),
                            row.feedback() || !feedbackNeeded);
                })
                .toList();
    }

    boolean feedbackNeeded(SeminarId seminar) {
        return jdbc.sql("SELECT feedback FROM seminar WHERE id = :id")
                .param("id", seminar.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Whose certificate it is; asked before anything of it is read, since the seminar is locked first. */
    RegistrationId registration(CertificateId id) {
        return jdbc.sql("SELECT registration FROM seminar_certificate WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new RegistrationId(Columns.id(row, "registration")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    Optional<FileId> standing(RegistrationId registration) {
        return jdbc.sql("SELECT file FROM seminar_certificate WHERE registration = :registration AND state = 'ISSUED'")
                .param("registration", registration.value())
                .query((row, _) -> new FileId(Columns.id(row, "file")))
                .optional();
    }
}
