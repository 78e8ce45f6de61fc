package org.kvartal.missions.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.StageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was asked and decided at gates. */
@Component
class Gates {

    private final People people;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    Gates(People people, JdbcClient jdbc, MissionClock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void asked(StageId stage, PersonId by, String note) {
        jdbc.sql("""
                INSERT INTO gate_decision (id, stage, asked_by, asked_at, asked, decided)
                VALUES (:id, :stage, :by, :now, :note, '')""")
                .param("id", Ids.next())
                .param("stage", stage.value())
                .param("by", by.value())
                .param("now", Columns.moment(clock.now()))
                .param("note", note)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decided(StageId stage, PersonId by, GateVerdict verdict, String note) {
        jdbc.sql("""
                UPDATE gate_decision SET verdict = :verdict, decided_by = :by, decided_at = :now, decided = :note
                 WHERE stage = :stage AND verdict IS NULL""")
                .param("verdict", verdict.name())
                .param("by", by.value())
                .param("now", Columns.moment(clock.now()))
                .param("note", note)
                .param("stage", stage.value())
                .update();
    }

    /** All of a project, by stage, the oldest first; in two queries. */
    Map<StageId, List<GateLine>> of(ProjectId project) {
        record Row(
                StageId stage,
                PersonId askedBy,
                GateLine line,
                @Nullable PersonId decidedBy) {}
        List<Row> rows = jdbc.sql("""
                SELECT d.* FROM gate_decision d JOIN project_stage s ON s.id = d.stage
                 WHERE s.project = :project ORDER BY d.asked_at, d.id""")
                .param("project", project.value())
                .query((row, _) -> new Row(
                        new StageId(Columns.id(row, "stage")),
                        Columns.person(row, "asked_by"),
                        new GateLine(
                                null,
                                Columns.moment(row, "asked_at"),
                                row.getString("asked"),
                                Stored.codeOrNull(row, "verdict", GateVerdict.class),
                                null,
                                Columns.momentOrNull(row, "decided_at"),
                                row.getString("decided")),
                        Columns.personOrNull(row, "decided_by")))
                .list();
        Set<PersonId> named = new HashSet<>();
        rows.forEach(row -> named.add(row.askedBy()));
        rows.stream().map(Row::decidedBy).filter(Objects::nonNull).forEach(named::add);
        Map<PersonId, PersonCard> cards = people.cards(named);
        Map<StageId, List<GateLine>> of = new HashMap<>();
        for (Row row : rows) {
            GateLine line = row.line();
            PersonId decider = row.decidedBy();
            of.computeIfAbsent(row.stage(), _ -> new ArrayList<>())
                    .add(new GateLine(
                            cards.get(row.askedBy()),
                            line.askedAt(),
                            line.asked(),
                            line.verdict(),
                            decider == null ? null : cards.get(decider),
                            line.decidedAt(),
                            line.decided()));
        }
        return of;
    }
}
