package org.kvartal.seminars.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.kernel.Columns;
import org.kvartal.mail.LetterRefused;
import org.kvartal.seminars.RegistrationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears that the letter by which somebody was registered could not be delivered, and tells whoever has entered them. Facts may come twice. */
@Component
class ReturnedPlaceLetters {

    private static final Pattern ENTERED =
            Pattern.compile("seminars\\.place-started:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::[0-9]+)?");

    private final SeminarTelling telling;
    private final JdbcClient jdbc;

    ReturnedPlaceLetters(SeminarTelling telling, JdbcClient jdbc) {
        this.telling = telling;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener(id = "seminars.letter-came-back")
    void on(LetterRefused fact) {
        Matcher entered = ENTERED.matcher(fact.factKey());
        if (entered.matches()) {
            RegistrationId id = RegistrationId.of(entered.group(1));
            jdbc.sql(
                            "SELECT made_by FROM seminar_registration WHERE id = :id AND state = 'STARTED' AND made_by IS NOT NULL")
                    .param("id", id.value())
                    .query((row, _) -> Columns.person(row, "made_by"))
                    .optional()
                    .ifPresent(person -> telling.unreachable(id, person, fact.factKey()));
        }
    }
}
