package org.kvartal.seminars.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how it goes on with places, seminars and certificates. Each notice says how things are when it is read; what is no longer so is not said. */
@Configuration(proxyBeanMethods = false)
class SeminarNotices {

    private static final String SEMINAR = "s.slug, s.title, s.starts_at, s.ends_at, s.zone, s.place, s.reason AS why";

    private static final String PLACES =
            "SELECT r.id, r.reason, r.offer_until, " + RegistrationReads.POSITION + " AS position, " + SEMINAR + """
         FROM seminar_registration r JOIN seminar s ON s.id = r.seminar
        WHERE r.id = ANY (:subjects) AND r.person = :reader AND r.state = '%s' AND s.state <> 'CANCELLED'""";

    private static final String SEMINARS =
            "SELECT s.id, '' AS reason, NULL::timestamptz AS offer_until, 0 AS position, " + SEMINAR + """
                 FROM seminar s
                WHERE s.id = ANY (:subjects) AND %s
                  AND EXISTS (SELECT FROM seminar_registration r WHERE r.seminar = s.id AND r.person = :reader
                                 AND r.state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED'))""";

    private static final String CERTIFICATES =
            "SELECT c.id, c.reason, NULL::timestamptz AS offer_until, 0 AS position, " + SEMINAR + """
                 FROM seminar_certificate c JOIN seminar s ON s.id = c.seminar
                WHERE c.id = ANY (:subjects) AND c.person = :reader AND c.state = '%s'""";

    /** What more there is to say is who it is. */
    private static final String UNREACHABLE =
            "SELECT r.id, r.name AS reason, NULL::timestamptz AS offer_until, 0 AS position, " + SEMINAR + """
                 FROM seminar_registration r JOIN seminar s ON s.id = r.seminar
                WHERE r.id = ANY (:subjects) AND r.made_by = :reader AND r.person IS NULL AND r.state = 'STARTED'""";

    private static final String COMING = "s.state IN ('PUBLISHED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED')";

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Wording wording;
    private final SeminarHours hours;
    private final House house;

    SeminarNotices(JdbcClient jdbc, Messages messages, Wording wording, SeminarHours hours, House house) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.wording = wording;
        this.hours = hours;
        this.house = house;
    }

    @Bean
    NoticeSource startedPlaces() {
        return place(RegistrationState.STARTED);
    }

    @Bean
    NoticeSource pendingPlaces() {
        return place(RegistrationState.PENDING);
    }

    @Bean
    NoticeSource confirmedPlaces() {
        return place(RegistrationState.CONFIRMED);
    }

    @Bean
    NoticeSource waitlistedPlaces() {
        return place(RegistrationState.WAITLISTED);
    }

    @Bean
    NoticeSource offeredPlaces() {
        return place(RegistrationState.OFFERED);
    }

    @Bean
    NoticeSource expiredPlaces() {
        return place(RegistrationState.EXPIRED);
    }

    @Bean
    NoticeSource withdrawnPlaces() {
        return place(RegistrationState.WITHDRAWN);
    }

    @Bean
    NoticeSource declinedPlaces() {
        return place(RegistrationState.DECLINED);
    }

    @Bean
    NoticeSource unreachableColleagues() {
        return source(SeminarTelling.UNREACHABLE, UNREACHABLE);
    }

    @Bean
    NoticeSource movedSeminars() {
        return source(SeminarTelling.MOVED, SEMINARS.formatted("s.state NOT IN ('DRAFT', 'CANCELLED', 'ARCHIVED')"));
    }

    @Bean
    NoticeSource cancelledSeminars() {
        return source(SeminarTelling.CANCELLED, SEMINARS.formatted("s.state = 'CANCELLED'"));
    }

    @Bean
    NoticeSource seminarsInAWeek() {
        return source(SeminarTelling.WEEK, SEMINARS.formatted(COMING));
    }

    @Bean
    NoticeSource seminarsTomorrow() {
        return source(SeminarTelling.DAY, SEMINARS.formatted(COMING));
    }

    @Bean
    NoticeSource seminarsToJudge() {
        return source(SeminarTelling.AFTER, SEMINARS.formatted("s.state IN ('RUNNING', 'FINISHED')"));
    }

    @Bean
    NoticeSource issuedCertificates() {
        return source(SeminarTelling.CERTIFICATE, CERTIFICATES.formatted("ISSUED"));
    }

    @Bean
    NoticeSource revokedCertificates() {
        return source(SeminarTelling.REVOKED, CERTIFICATES.formatted("REVOKED"));
    }

    private NoticeSource place(RegistrationState state) {
        return source(SeminarTelling.kind(state), PLACES.formatted(state));
    }

    private NoticeSource source(String kind, String sql) {
        String key = kind.replaceFirst("\\.", ".notice.");
        return new Source(kind, jdbc, sql, (row, language) -> {
            Instant until = Columns.momentOrNull(row, "offer_until");
            ZoneId zone = ZoneId.of(row.getString("zone"));
            String reason = row.getString("reason").isEmpty() ? row.getString("why") : row.getString("reason");
            String place = row.getString("place");
            Object[] arguments = {
                Stored.text(row, "title").in(language),
                hours.of(Columns.moment(row, "starts_at"), Columns.moment(row, "ends_at"), zone, language),
                place.isEmpty() ? messages.text(language, "seminars.online") : place,
                until == null ? reason : wording.exact(until, language, zone, house.zone()),
                row.getInt("position")
            };
            String path = SeminarPages.seminar(row.getString("slug"));
            // The letter's button leads through the inbox: whoever reads it elsewhere has the seminar's own address.
            return new NoticeText(
                    messages.text(language, key, arguments),
                    messages.text(language, key + ".text", arguments) + "\n\n" + house.address(path),
                    path);
        });
    }

    @FunctionalInterface
    private interface Saying {
        NoticeText of(ResultSet row, Language language) throws SQLException;
    }

    private record Source(String kind, JdbcClient jdbc, String sql, Saying saying) implements NoticeSource {

        /** Whoever sets out in the morning has to know. */
        @Override
        public boolean urgent() {
            return kind.equals(SeminarTelling.MOVED) || kind.equals(SeminarTelling.CANCELLED);
        }

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            Map<UUID, NoticeText> texts = new HashMap<>();
            jdbc.sql(sql)
                    .param("reader", reader.value())
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .query((row, _) -> texts.put(Columns.id(row, "id"), saying.of(row, language)))
                    .list();
            return texts;
        }
    }
}
