package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.ClientWord;
import org.kvartal.missions.GateId;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.Projects.WordLine;
import org.kvartal.missions.StageId;
import org.kvartal.missions.domain.StageReads.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was asked and decided at gates. */
@Component
class Gates {

    private final People people;
    private final Files files;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    Gates(People people, Files files, JdbcClient jdbc, MissionClock clock) {
        this.people = people;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void asked(StageId stage, PersonId by, String note) {
        jdbc.sql("""
                INSERT INTO gate_decision (id, stage, asked_by, asked_at, asked, decided)
                VALUES (:id, :stage, :by, :now, :note, '')""")
                .param("id", GateId.next().value())
                .param("stage", stage.value())
                .param("by", by.value())
                .param("now", Columns.moment(clock.now()))
                .param("note", note)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    GateId decided(StageId stage, PersonId by, GateVerdict verdict, String note) {
        return jdbc.sql("""
                UPDATE gate_decision SET verdict = :verdict, decided_by = :by, decided_at = :now, decided = :note
                 WHERE stage = :stage AND verdict IS NULL RETURNING id""")
                .param("verdict", verdict.name())
                .param("by", by.value())
                .param("now", Columns.moment(clock.now()))
                .param("note", note)
                .param("stage", stage.value())
                .query((row, _) -> new GateId(Columns.id(row, "id")))
                .single();
    }

    /** Nobody waits for a decision there any more, since a gate before it is open again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takenBack(StageId stage) {
        jdbc.sql("DELETE FROM gate_decision WHERE stage = :stage AND verdict IS NULL")
                .param("stage", stage.value())
                .update();
    }

    /** Whether something was decided there once. */
    boolean any(StageId stage) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM gate_decision WHERE stage = :stage)")
                .param("stage", stage.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the client does not stand by what was decided there last. */
    boolean refused(StageId stage) {
        return jdbc.sql("""
                SELECT w.state = 'REFUSED' FROM gate_decision d LEFT JOIN gate_word w ON w.gate = d.id
                 WHERE d.stage = :stage ORDER BY d.asked_at DESC, d.id DESC LIMIT 1""")
                .param("stage", stage.value())
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    private record Row(
            GateId id,
            StageId stage,
            PersonId askedBy,
            Instant askedAt,
            String asked,
            @Nullable GateVerdict verdict,
            @Nullable PersonId decidedBy,
            @Nullable Instant decidedAt,
            String decided,
            @Nullable Said word) {

        Stream<PersonId> people() {
            return Stream.of(askedBy, decidedBy, word == null ? null : word.by())
                    .filter(Objects::nonNull);
        }
    }

    private record Said(
            ClientWord state,
            @Nullable Instant askedAt,
            @Nullable Instant at,
            @Nullable PersonId by,
            String words,
            @Nullable FileId paper) {}

    /** All of a project, by stage, the oldest first; in a constant number of queries. */
    Map<StageId, List<GateLine>> of(ProjectId project, Reading reading) {
        List<Row> rows = jdbc.sql("""
                SELECT d.*, w.state AS word, w.asked_at AS put_at, w.said_at, w.said_by, w.words, w.paper
                  FROM gate_decision d JOIN project_stage s ON s.id = d.stage LEFT JOIN gate_word w ON w.gate = d.id
                 WHERE s.project = :project ORDER BY d.asked_at, d.id""")
                .param("project", project.value())
                .query((row, _) -> row(row))
                .list();
        Set<PersonId> named = new HashSet<>();
        rows.forEach(row -> row.people().forEach(named::add));
        Map<PersonId, PersonCard> cards = people.cards(named);
        Map<FileId, StoredFile> papers = files.cards(rows.stream()
                .map(Row::word)
                .filter(Objects::nonNull)
                .map(Said::paper)
                .filter(Objects::nonNull)
                .toList());
        Map<StageId, List<GateLine>> of = new HashMap<>();
        for (Row row : rows) {
            PersonId decider = row.decidedBy();
            of.computeIfAbsent(row.stage(), _ -> new ArrayList<>())
                    .add(new GateLine(
                            row.id(),
                            cards.get(row.askedBy()),
                            row.askedAt(),
                            row.asked(),
                            row.verdict(),
                            decider == null ? null : cards.get(decider),
                            row.decidedAt(),
                            row.decided(),
                            word(row, reading, cards, papers)));
        }
        return of;
    }

    private static Row row(ResultSet row) throws SQLException {
        ClientWord word = Stored.codeOrNull(row, "word", ClientWord.class);
        return new Row(
                new GateId(Columns.id(row, "id")),
                new StageId(Columns.id(row, "stage")),
                Columns.person(row, "asked_by"),
                Columns.moment(row, "asked_at"),
                row.getString("asked"),
                Stored.codeOrNull(row, "verdict", GateVerdict.class),
                Columns.personOrNull(row, "decided_by"),
                Columns.momentOrNull(row, "decided_at"),
                row.getString("decided"),
                word == null
                        ? null
                        : new Said(
                                word,
                                Columns.momentOrNull(row, "put_at"),
                                Columns.momentOrNull(row, "said_at"),
                                Columns.personOrNull(row, "said_by"),
                                row.getString("words"),
                                Stored.file(row, "paper")));
    }

    private static @Nullable WordLine word(
            Row row, Reading reading, Map<PersonId, PersonCard> cards, Map<FileId, StoredFile> papers) {
        Said said = row.word();
        if (said == null) {
            return null;
        }
        PersonId by = said.by();
        PersonId decider = row.decidedBy();
        FileId paper = said.paper();
        boolean awaited = said.state() == ClientWord.AWAITED;
        boolean asked = row.askedBy().value().equals(reading.person());
        boolean decided = decider != null && decider.value().equals(reading.person());
        return new WordLine(
                said.state(),
                said.askedAt(),
                said.at(),
                by == null ? null : cards.get(by),
                said.words(),
                paper == null ? null : papers.get(paper),
                awaited && reading.signs() && !asked && !decided,
                awaited && reading.decides() && !asked,
                awaited && reading.keeps());
    }
}
