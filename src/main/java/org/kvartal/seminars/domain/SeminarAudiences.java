package org.kvartal.seminars.domain;

import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.seminars.SeminarId;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a seminar waits for those of its team who decide. */
@Component
class SeminarAudiences implements TaskAudiences {

    private static final String SEMINAR = "seminar";

    private final JdbcClient jdbc;

    SeminarAudiences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String of(SeminarId seminar) {
        return Audience.of(SEMINAR, seminar);
    }

    @Override
    public Set<String> of(Asker asker) {
        return asker.person()
                .map(person -> jdbc.sql("""
                    SELECT k.seminar FROM seminar_trainer k JOIN seminar s ON s.id = k.seminar
                     WHERE k.person = :person AND k.role IN ('LEAD', 'TRAINER')
                       AND s.state NOT IN ('ARCHIVED', 'CANCELLED')""")
                        .param("person", person.value())
                        .query((row, _) -> of(Stored.seminar(row, "seminar")))
                        .set())
                .orElse(Set.of());
    }
}
