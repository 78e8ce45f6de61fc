package org.kvartal.imports.domain;

import static org.kvartal.imports.ImportState.BRINGING_IN;
import static org.kvartal.imports.ImportState.CHECKED;
import static org.kvartal.imports.ImportState.CHECKING;
import static org.kvartal.imports.ImportState.DONE;
import static org.kvartal.imports.ImportState.TAKEN_BACK;
import static org.kvartal.imports.ImportState.TAKING_BACK;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.Encoding;
import org.kvartal.imports.RowState;
import org.kvartal.imports.domain.RowBook.Outcome;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/**
 * One file on its way into the house: judged, brought in, perhaps taken back, each in steps of some hundred rows. Whoever does a step holds
 * this row's lock, so that no row is done twice; how far the work has come is written with the rows it was done to.
 */
@Entity
@Table(name = "import_batch")
@SuppressWarnings("UnusedVariable") // pages read what stands here by SQL
class ImportBatch {

    @Id
    private UUID id;

    private String kind;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private Encoding encoding;

    private String separator;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> columns;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> unused;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private int rows;

    @Column(name = "position")
    private int line;

    private int done;
    private int todo;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<RowState, Integer> counts;

    private @Nullable String trouble;
    private UUID takenBy;
    private Instant takenAt;
    private UUID wishedBy;
    private Instant touchedAt;
    private @Nullable Instant settledAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected ImportBatch() {}

    private ImportBatch(ImportId id, String kind, String fileName, PersonId by, Instant at) {
        this.id = id.value();
        this.kind = kind;
        this.fileName = fileName;
        this.takenBy = by.value();
        this.takenAt = at;
        this.wishedBy = by.value();
        this.touchedAt = at;
    }

    /** A file that has just come; its rows are to be judged. */
    static ImportBatch taken(
            ImportId id, String kind, String fileName, CsvTable table, int rows, PersonId by, Instant at) {
        ImportBatch batch = new ImportBatch(id, kind, fileName, by, at);
        batch.encoding = table.letters().encoding();
        batch.separator = String.valueOf(table.separator());
        batch.columns = table.heading().columns();
        batch.unused = table.heading().unused();
        batch.rows = rows;
        batch.counts = Map.of(RowState.WAITING, rows);
        batch.begin(CHECKING, rows, by, at);
        return batch;
    }

    /** Some rows were wrong at the first look: nobody needs to judge them. */
    void wrong(int wrongRows) {
        todo = rows - wrongRows;
        counts = new EnumMap<>(Map.of(RowState.INVALID, wrongRows, RowState.WAITING, todo));
        counts.values().removeIf(number -> number == 0);
    }

    /**
     * Begins to bring in what is new.
     *
     * @return false if that is under way or done already
     */
    boolean bringIn(PersonId by, Instant at) {
        switch (state) {
            case BRINGING_IN, DONE -> {
                return false;
            }
            case CHECKING -> throw Refused.because("imports.refused.checking");
            case TAKING_BACK, TAKEN_BACK -> throw Refused.because("imports.refused.taken-back");
            case CHECKED -> {
                if (count(RowState.NEW) == 0) {
                    throw Refused.because("imports.refused.nothing-new");
                }
                begin(BRINGING_IN, count(RowState.NEW), by, at);
                return true;
            }
        }
        throw new IllegalStateException();
    }

    /**
     * Begins to take back what has come in.
     *
     * @return false if that is under way already
     */
    boolean takeBack(PersonId by, Instant at) {
        if (state == TAKING_BACK) {
            return false;
        }
        if (state.atWork()) {
            throw Refused.because("imports.refused.at-work");
        }
        if (in() == 0) {
            throw Refused.because("imports.refused.nothing-in");
        }
        begin(TAKING_BACK, in(), by, at);
        return true;
    }

    /** Lets the import be thrown away. */
    void discard() {
        if (state == BRINGING_IN || in() + count(RowState.TAKEN_BACK) > 0) {
            throw Refused.because("imports.refused.has-come-in");
        }
    }

    /** Notes what became of the next rows in the present step. */
    void passed(List<Outcome> outcomes, Instant at) {
        Map<RowState, Integer> counted = copy();
        for (Outcome outcome : outcomes) {
            counted.merge(outcome.from(), -1, Integer::sum);
            counted.merge(outcome.into(), 1, Integer::sum);
        }
        counted.values().removeIf(number -> number == 0);
        counts = counted;
        done += outcomes.size();
        line = outcomes.getLast().line();
        touchedAt = at;
    }

    /** The present step has come to its end. */
    void settle(Instant at) {
        state = switch (state) {
            case CHECKING -> CHECKED;
            case BRINGING_IN -> DONE;
            case TAKING_BACK -> TAKEN_BACK;
            case CHECKED, DONE, TAKEN_BACK -> state;
        };
        done = todo;
        touchedAt = at;
        settledAt = at;
    }

    /** The present step can't go on; what it has done stays. */
    void stop(String why, Instant at) {
        state = state == TAKING_BACK ? DONE : CHECKED;
        trouble = why;
        touchedAt = at;
        settledAt = at;
    }

    private void begin(ImportState step, int todo, PersonId by, Instant at) {
        state = step;
        line = step == TAKING_BACK ? Integer.MAX_VALUE : 0;
        done = 0;
        this.todo = todo;
        trouble = null;
        wishedBy = by.value();
        touchedAt = at;
    }

    /** Hibernate writes what is another object. */
    private Map<RowState, Integer> copy() {
        Map<RowState, Integer> copy = new EnumMap<>(RowState.class);
        copy.putAll(counts);
        return copy;
    }

    int count(RowState rowState) {
        return counts.getOrDefault(rowState, 0);
    }

    /** How many of its things are in the house. */
    private int in() {
        return count(RowState.MADE) + count(RowState.KEPT);
    }

    ImportId id() {
        return new ImportId(id);
    }

    String kind() {
        return kind;
    }

    ImportState state() {
        return state;
    }

    List<String> columns() {
        return columns;
    }

    /** The line that the present step has come to. */
    int line() {
        return line;
    }

    /** On whose wish the present step is done. */
    ImportRun run() {
        return new ImportRun(id(), Asker.of(new PersonId(wishedBy)));
    }
}
