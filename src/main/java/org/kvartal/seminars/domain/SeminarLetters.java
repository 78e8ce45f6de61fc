package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters to participants without an account, each with a link to their own place. */
@Component
class SeminarLetters {

    private final Postbox postbox;
    private final PlaceLinks links;
    private final Wording wording;
    private final SeminarHours hours;
    private final Messages messages;
    private final House house;
    private final JdbcClient jdbc;

    SeminarLetters(
            Postbox postbox,
            PlaceLinks links,
            Wording wording,
            SeminarHours hours,
            Messages messages,
            House house,
            JdbcClient jdbc) {
        this.postbox = postbox;
        this.links = links;
        this.wording = wording;
        this.hours = hours;
        this.messages = messages;
        this.house = house;
        this.jdbc = jdbc;
    }

    void place(Seminar seminar, Registration registration, String key) {
        Instant until = registration.offerUntil();
        Language language = registration.language();
        String more =
                until != null ? wording.exact(until, language, seminar.zone(), house.zone()) : registration.reason();
        registration
                .guest()
                .ifPresent(to -> post(
                        seminar,
                        registration.id(),
                        to,
                        key,
                        "seminars.letter.place-" + Code.of(registration.state()),
                        more,
                        position(registration)));
    }

    /** Which in the queue; 0 for whoever does not wait. */
    private int position(Registration registration) {
        return registration.state() == RegistrationState.WAITLISTED
                ? jdbc.sql("SELECT " + RegistrationReads.POSITION + " FROM seminar_registration r WHERE r.id = :id")
                        .param("id", registration.id().value())
                        .query(Integer.class)
                        .single()
                : 0;
    }

    void certified(Seminar seminar, Registration registration, String kind, String key) {
        registration.guest().ifPresent(to -> post(seminar, registration.id(), to, key, template(kind), "", 0));
    }

    private record Guest(RegistrationId id, Recipient to) {}

    /** To all without an account who are registered in one of these states. */
    void all(Seminar seminar, String kind, String key, Set<RegistrationState> states) {
        List<Guest> guests = jdbc.sql("""
            SELECT id, name, email, language FROM seminar_registration
             WHERE seminar = :seminar AND person IS NULL AND state = ANY (:states) ORDER BY id""")
                .param("seminar", seminar.id().value())
                .param("states", Stored.names(states))
                .query((row, _) -> new Guest(
                        new RegistrationId(Columns.id(row, "id")),
                        new Recipient(
                                row.getString("name"), row.getString("email"), Columns.language(row, "language"))))
                .list();
        for (Guest guest : guests) {
            post(seminar, guest.id(), guest.to(), key, template(kind), seminar.reason(), 0);
        }
    }

    private static String template(String kind) {
        return kind.replaceFirst("\\.", ".letter.");
    }

    private void post(
            Seminar seminar,
            RegistrationId registration,
            Recipient to,
            String key,
            String template,
            String more,
            int position) {
        Language language = to.language();
        postbox.post(Letter.about(
                        key,
                        to,
                        template,
                        house.name(),
                        seminar.title().in(language),
                        hours.of(seminar.startsAt(), seminar.endsAt(), seminar.zone(), language),
                        seminar.place().isEmpty() ? messages.text(language, "seminars.online") : seminar.place(),
                        more,
                        position)
                .withSecretButton(links.address(registration, seminar.endsAt(), language))
                .with(Letter.Importance.ORDINARY));
    }
}
