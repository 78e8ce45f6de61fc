package org.kvartal.missions.domain;

import java.util.List;
import java.util.Set;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Functions;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who do and who coordinate projects and missions that are not over. */
@Component
@Order(30)
class MissionFunctions implements Functions {

    private static final String CONSULTANTS = "missions.consultants";
    private static final String COORDINATORS = "missions.coordinators";

    private static final String CURRENT_PROJECT = "state IN ('RUNNING', 'PAUSED', 'CLOSING')";

    private final JdbcClient jdbc;

    MissionFunctions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> codes() {
        return List.of(CONSULTANTS, COORDINATORS);
    }

    @Override
    public Set<PersonId> holders(String code) {
        String people = switch (code) {
            case CONSULTANTS -> "SELECT consultant AS person FROM mentor_project WHERE " + CURRENT_PROJECT;
            case COORDINATORS ->
                "SELECT coordinator AS person FROM mentor_project WHERE " + CURRENT_PROJECT
                        + " UNION SELECT coordinator FROM mission WHERE state NOT IN ('DONE', 'TERMINATED')";
            default -> throw new IllegalArgumentException(code);
        };
        return jdbc.sql(people).query((row, _) -> Columns.person(row, "person")).set();
    }
}
