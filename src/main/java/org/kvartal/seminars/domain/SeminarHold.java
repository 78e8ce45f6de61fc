package org.kvartal.seminars.domain;

import java.util.List;
import org.kvartal.kernel.NotFound;
import org.kvartal.live.Live;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarTopics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Seminars and their registrations under lock: always the seminar first, and nothing of a registration is read before. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeminarHold {

    private final SeminarRepository seminars;
    private final RegistrationRepository registrations;
    private final Live live;
    private final JdbcClient jdbc;

    SeminarHold(SeminarRepository seminars, RegistrationRepository registrations, Live live, JdbcClient jdbc) {
        this.seminars = seminars;
        this.registrations = registrations;
        this.live = live;
        this.jdbc = jdbc;
    }

    record Held(Seminar seminar, Registration registration) {}

    Seminar seminar(SeminarId id) {
        return seminars.lock(id.value()).orElseThrow(NotFound::new);
    }

    Held registration(RegistrationId id) {
        SeminarId of = jdbc.sql("SELECT seminar FROM seminar_registration WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> Stored.seminar(row, "seminar"))
                .optional()
                .orElseThrow(NotFound::new);
        return new Held(seminar(of), registrations.findById(id.value()).orElseThrow(NotFound::new));
    }

    Registration saved(Registration registration) {
        Registration saved = registrations.saveAndFlush(registration);
        live.changed(SeminarTopics.of(saved.seminar()));
        return saved;
    }

    void save(Seminar seminar) {
        seminars.saveAndFlush(seminar);
        live.changed(List.of(SeminarTopics.ALL, SeminarTopics.of(seminar.id())));
    }
}
