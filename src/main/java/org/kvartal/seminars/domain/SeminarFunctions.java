package org.kvartal.seminars.domain;

import java.util.List;
import java.util.Set;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Functions;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who teach: the leads and trainers of seminars that are neither cancelled nor put away. */
@Component
@Order(20)
class SeminarFunctions implements Functions {

    private final JdbcClient jdbc;

    SeminarFunctions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> codes() {
        return List.of("seminars.trainers");
    }

    @Override
    public Set<PersonId> holders(String code) {
        return jdbc.sql("""
            SELECT DISTINCT k.person FROM seminar_trainer k JOIN seminar s ON s.id = k.seminar
             WHERE k.person IS NOT NULL AND k.role IN ('LEAD', 'TRAINER') AND s.state NOT IN ('ARCHIVED', 'CANCELLED')""").query((row, _) -> Columns.person(row, "person")).set();
    }
}
