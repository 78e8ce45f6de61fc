package org.kvartal.seminars.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Cards of seminars, in one query and as far as the asker may know of them. */
@Component
class SeminarReads {

    private static final String SEATED = "('CONFIRMED', 'OFFERED', 'CHECKED_IN', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW')";

    private static final String CARDS = """
        SELECT s.*,
               (SELECT count(*) FROM seminar_day d WHERE d.seminar = s.id) AS days,
               (SELECT count(*) FROM seminar_registration r WHERE r.seminar = s.id AND r.state = 'WAITLISTED') AS waiting,
               greatest(0, s.capacity
                 - (SELECT count(*) FROM seminar_registration r WHERE r.seminar = s.id AND r.state IN SEATED)
                 - (SELECT coalesce(sum(greatest(0, g.seats - (SELECT count(*) FROM seminar_registration r
                                                                WHERE r.seminar = s.id AND r.grp = g.id AND r.state IN SEATED))), 0)
                      FROM seminar_group g WHERE g.seminar = s.id AND NOT g.released)) AS free
          FROM seminar s WHERE""".replace("SEATED", SEATED) + SeminarSight.KNOWN;

    private final SeminarSight sight;
    private final JdbcClient jdbc;

    SeminarReads(SeminarSight sight, JdbcClient jdbc) {
        this.sight = sight;
        this.jdbc = jdbc;
    }

    /** @param more what else must hold of {@code s}, beginning with {@code AND}, and the order */
    StatementSpec cards(Asker asker, String more) {
        return jdbc.sql(CARDS + more).params(sight.values(asker));
    }

    Map<SeminarId, SeminarCard> of(Asker asker, Collection<SeminarId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return cards(asker, "AND s.id = ANY (:ids)")
                .param("ids", ids.stream().map(SeminarId::value).toArray(UUID[]::new))
                .query((row, _) -> card(row))
                .list()
                .stream()
                .collect(Collectors.toMap(SeminarCard::id, card -> card));
    }

    static SeminarCard card(ResultSet row) throws SQLException {
        return new SeminarCard(
                Stored.seminar(row, "id"),
                row.getString("slug"),
                Stored.code(row, "state", SeminarState.class),
                Stored.text(row, "title"),
                Stored.programme(row, "programme"),
                Stored.languages(row, "languages"),
                Stored.words(row, "topics"),
                Stored.decimal(row, "hours"),
                Stored.local(row, "starts"),
                Stored.local(row, "ends"),
                row.getInt("days"),
                ZoneId.of(row.getString("zone")),
                row.getString("place"),
                row.getString("city"),
                !row.getString("link").isEmpty(),
                Stored.code(row, "mode", RegistrationMode.class),
                row.getInt("capacity"),
                row.getInt("free"),
                row.getInt("waiting"),
                Columns.moment(row, "changed_at"),
                row.getInt("sequence"),
                row.getLong("version"));
    }

    static SeminarContent content(ResultSet row) throws SQLException {
        return new SeminarContent(
                Stored.text(row, "title"),
                Stored.textOrNull(row, "about"),
                Stored.programme(row, "programme"),
                Stored.languages(row, "languages"),
                Stored.words(row, "topics"),
                Stored.decimal(row, "hours"),
                Stored.code(row, "mode", RegistrationMode.class),
                row.getInt("capacity"),
                Stored.numberOrNull(row, "minimum"),
                Stored.dayOrNull(row, "go_no_go_on"),
                Stored.numberOrNull(row, "per_association"),
                row.getInt("offer_hours"),
                Stored.localOrNull(row, "opens"),
                Stored.localOrNull(row, "closes"),
                Stored.localOrNull(row, "withdraw_until"),
                ZoneId.of(row.getString("zone")),
                row.getString("place"),
                row.getString("city"),
                row.getString("link"),
                new CertificateRule(
                        row.getInt("share"), row.getBoolean("feedback"), Stored.numberOrNull(row, "valid_months")));
    }

    static ProgrammeCard programme(ResultSet row) throws SQLException {
        return new ProgrammeCard(
                new ProgrammeId(Columns.id(row, "id")), Stored.text(row, "name"), Stored.textOrNull(row, "about"));
    }
}
