package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people how it goes on with their place: in their inbox, with a letter, whoever has an account, and by a letter with a link of their own everybody else. Each state is
 * told of once.
 */
@Component
class SeminarTelling {

    static final String MOVED = "seminars.moved";
    static final String CANCELLED = "seminars.cancelled";
    static final String WEEK = "seminars.week";
    static final String DAY = "seminars.day";
    static final String AFTER = "seminars.after";
    static final String CERTIFICATE = "seminars.certificate";
    static final String UNREACHABLE = "seminars.unreachable";
    static final String REVOKED = "seminars.certificate-revoked";

    /** Those of which people are told when they reach them; what follows after the end they are told of by their certificates. */
    static final Set<RegistrationState> TOLD = EnumSet.of(
            RegistrationState.STARTED,
            RegistrationState.PENDING,
            RegistrationState.CONFIRMED,
            RegistrationState.WAITLISTED,
            RegistrationState.OFFERED,
            RegistrationState.EXPIRED,
            RegistrationState.WITHDRAWN,
            RegistrationState.DECLINED);

    private final Notifications notifications;
    private final SeminarLetters letters;
    private final JdbcClient jdbc;

    SeminarTelling(Notifications notifications, SeminarLetters letters, JdbcClient jdbc) {
        this.notifications = notifications;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    static String kind(RegistrationState state) {
        return "seminars.place-" + Code.of(state);
    }

    void place(Seminar seminar, Registration registration) {
        place(seminar, registration, "");
    }

    /** The same once more, since somebody asked for it. */
    void again(Seminar seminar, Registration registration, Instant now) {
        place(seminar, registration, ":" + now.toEpochMilli());
    }

    private void place(Seminar seminar, Registration registration, String more) {
        RegistrationState state = registration.state();
        if (!TOLD.contains(state)) {
            return;
        }
        String key = kind(state) + ":" + registration.id() + more;
        registration
                .person()
                .ifPresentOrElse(
                        person -> notifications.tell(
                                new Notice(key, kind(state), registration.id().value(), Set.of(person))),
                        () -> letters.place(seminar, registration, key));
    }

    /** Tells all who are registered in one of these states. */
    void all(Seminar seminar, String kind, String more, Set<RegistrationState> states) {
        String key = kind + ":" + seminar.id() + more;
        Set<PersonId> people = new HashSet<>(jdbc.sql("""
            SELECT person FROM seminar_registration
             WHERE seminar = :seminar AND person IS NOT NULL AND state = ANY (:states)""")
                .param("seminar", seminar.id().value())
                .param("states", Stored.names(states))
                .query((row, _) -> Columns.person(row, "person"))
                .list());
        notifications.tell(new Notice(key, kind, seminar.id().value(), people));
        letters.all(seminar, kind, key, states);
    }

    void certified(Seminar seminar, Registration registration, CertificateId certificate, String kind) {
        String key = kind + ":" + certificate;
        registration
                .person()
                .ifPresentOrElse(
                        person -> notifications.tell(new Notice(key, kind, certificate.value(), Set.of(person))),
                        () -> letters.certified(seminar, registration, kind, key));
    }

    /** Whoever has entered somebody hears that the letter did not arrive; once for each letter. */
    void unreachable(RegistrationId registration, PersonId by, String letter) {
        notifications.tell(new Notice(UNREACHABLE + ":" + letter, UNREACHABLE, registration.value(), Set.of(by)));
    }
}
