package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.ClientWord;
import org.kvartal.missions.Countersignatures;
import org.kvartal.missions.GateId;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.StageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What clients say to decisions at gates, and how they are asked. The caller holds the project. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GateWords {

    private static final Duration SILENCE = Duration.ofDays(Countersignatures.REMINDED_DAYS);

    private static final String WORDS = """
            SELECT w.*, d.stage, d.verdict, d.asked_by, d.decided_by, d.decided_at, d.decided, s.project, s.title
              FROM gate_word w JOIN gate_decision d ON d.id = w.gate JOIN project_stage s ON s.id = d.stage\s""";

    private final GateLinks links;
    private final Parties parties;
    private final MissionTasks tasks;
    private final MissionTelling telling;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    GateWords(
            GateLinks links,
            Parties parties,
            MissionTasks tasks,
            MissionTelling telling,
            JdbcClient jdbc,
            MissionClock clock) {
        this.links = links;
        this.parties = parties;
        this.tasks = tasks;
        this.telling = telling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A decision, and what the client says to it.
     *
     * @param title of the stage
     * @param note the reason of the decision
     * @param askedAt null where nobody could be asked
     */
    record Word(
            GateId gate,
            ProjectId project,
            StageId stage,
            LocalizedText title,
            GateVerdict verdict,
            PersonId askedBy,
            PersonId decidedBy,
            Instant decidedAt,
            String note,
            ClientWord state,
            @Nullable Instant askedAt,
            @Nullable Instant remindedAt,
            String words) {

        boolean awaited() {
            return state == ClientWord.AWAITED;
        }

        /** Whether somebody of the house has to see to it, since letters do not help. */
        boolean owed() {
            return awaited() && (askedAt == null || remindedAt != null);
        }
    }

    Word word(GateId gate) {
        return jdbc.sql(WORDS + "WHERE w.gate = :gate")
                .param("gate", gate.value())
                .query((row, _) -> word(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    List<Word> awaited(ProjectId project) {
        return jdbc.sql(WORDS + "WHERE s.project = :project AND w.state = 'AWAITED' ORDER BY d.decided_at, d.id")
                .param("project", project.value())
                .query((row, _) -> word(row))
                .list();
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(
                new GateId(Columns.id(row, "gate")),
                new ProjectId(Columns.id(row, "project")),
                new StageId(Columns.id(row, "stage")),
                Stored.text(row, "title"),
                Stored.code(row, "verdict", GateVerdict.class),
                Columns.person(row, "asked_by"),
                Columns.person(row, "decided_by"),
                Columns.moment(row, "decided_at"),
                row.getString("decided"),
                Stored.code(row, "state", ClientWord.class),
                Columns.momentOrNull(row, "asked_at"),
                Columns.momentOrNull(row, "reminded_at"),
                row.getString("words"));
    }

    /** A decision stands from now on, and the client is asked to countersign it. */
    void await(Asker by, MentorProject project, GateId gate) {
        jdbc.sql("INSERT INTO gate_word (gate, state, words) VALUES (:gate, 'AWAITED', '')")
                .param("gate", gate.value())
                .update();
        ask(by, project, gate);
    }

    /** Asks by a letter, and in their inbox those who speak for a client that belongs to the house; where there is nobody, the office has to. */
    void ask(Asker by, MentorProject project, GateId gate) {
        links.revoke(gate);
        tasks.wordSettled(gate);
        Contact contact = project.contact();
        Set<PersonId> client = parties.told(project.client());
        if (contact == null && client.isEmpty()) {
            unasked(project, gate);
            return;
        }
        Instant now = clock.now();
        jdbc.sql("UPDATE gate_word SET asked_at = :now, reminded_at = NULL WHERE gate = :gate AND state = 'AWAITED'")
                .param("now", Columns.moment(now))
                .param("gate", gate.value())
                .update();
        if (contact != null) {
            links.ask(project, word(gate), contact);
        }
        telling.countersign(by, gate, now, client);
    }

    /** Others get the letters for the client now: what waits is asked of them, and the links of before work no more. */
    void readdressed(Asker by, MentorProject project) {
        awaited(project.id()).forEach(word -> ask(by, project, word.gate()));
    }

    private void unasked(MentorProject project, GateId gate) {
        jdbc.sql("UPDATE gate_word SET asked_at = NULL, reminded_at = NULL WHERE gate = :gate AND state = 'AWAITED'")
                .param("gate", gate.value())
                .update();
        tasks.wordAwaited(project, gate);
    }

    /** Once, after some days; from then on the coordinator owes a call. */
    void remind(MentorProject project, Word word) {
        Instant now = clock.now();
        jdbc.sql("UPDATE gate_word SET reminded_at = :now WHERE gate = :gate AND state = 'AWAITED'")
                .param("now", Columns.moment(now))
                .param("gate", word.gate().value())
                .update();
        Contact contact = project.contact();
        if (contact != null) {
            links.remind(project, word, contact);
        }
        telling.countersign(MissionTrail.HOUSE, word.gate(), now, parties.told(project.client()));
        tasks.wordAwaited(project, word.gate());
    }

    /** The letter did not arrive: unless somebody else was asked in their inbox, nobody was. */
    void cameBack(MentorProject project, Word word) {
        if (parties.told(project.client()).isEmpty()) {
            unasked(project, word.gate());
        }
        tasks.wordSettled(word.gate());
        tasks.wordCameBack(project, word.gate());
    }

    /** Others coordinate or do the project now: what is owed is owed by them. */
    void restaffed(MentorProject project) {
        for (Word word : awaited(project.id())) {
            tasks.wordSettled(word.gate());
            if (word.owed()) {
                tasks.wordAwaited(project, word.gate());
            }
        }
    }

    /** @throws Refused once something was said */
    void say(Word word, ClientWord said, @Nullable PersonId by, String words, @Nullable FileId paper) {
        if (!word.state().next().contains(said)) {
            throw Refused.because("missions.refused.state");
        }
        jdbc.sql("""
                UPDATE gate_word SET state = :state, said_at = :now, said_by = :by::uuid, words = :words, paper = :paper::uuid
                 WHERE gate = :gate""")
                .param("state", said.name())
                .param("now", Columns.moment(clock.now()))
                .param("by", by == null ? null : by.value())
                .param("words", words)
                .param("paper", paper == null ? null : paper.value())
                .param("gate", word.gate().value())
                .update();
        tasks.wordSettled(word.gate());
    }

    void withdraw(Word word) {
        links.revoke(word.gate());
        jdbc.sql("UPDATE gate_word SET state = 'WITHDRAWN' WHERE gate = :gate AND state = 'AWAITED'")
                .param("gate", word.gate().value())
                .update();
        tasks.wordSettled(word.gate());
    }

    /** @throws Refused while the client's word to a decision is missing */
    void requireNoneAwaited(ProjectId project) {
        int missing = awaited(project).size();
        if (missing > 0) {
            throw Refused.because("missions.refused.client-word", missing);
        }
    }

    /** Those who were asked so long ago and not reminded, while their project is not paused. Each is a transaction of its own. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<GateId> silent(int limit) {
        return jdbc.sql("""
                SELECT w.gate FROM gate_word w JOIN gate_decision d ON d.id = w.gate JOIN project_stage s ON s.id = d.stage
                  JOIN mentor_project p ON p.id = s.project
                 WHERE w.state = 'AWAITED' AND w.reminded_at IS NULL AND w.asked_at <= :before AND p.state <> 'PAUSED'
                 ORDER BY w.asked_at, w.gate LIMIT :limit""")
                .param("before", Columns.moment(clock.now().minus(SILENCE)))
                .param("limit", limit)
                .query((row, _) -> new GateId(Columns.id(row, "gate")))
                .list();
    }
}
