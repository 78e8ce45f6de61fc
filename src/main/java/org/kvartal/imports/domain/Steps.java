package org.kvartal.imports.domain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportKind.Brought;
import org.kvartal.imports.ImportKind.Made;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowState;
import org.kvartal.imports.RowVerdict;
import org.kvartal.imports.domain.RowBook.Held;
import org.kvartal.imports.domain.RowBook.Outcome;
import org.kvartal.imports.domain.RowBook.Said;
import org.kvartal.kernel.Forbidden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is done to the next rows of an import, in the caller's transaction, which holds the import's lock. Each answer says what became of them, in
 * the order in which the work goes on; an empty one means that there was none left.
 */
@Component
class Steps {

    private final RowBook rows;
    private final JdbcClient jdbc;

    Steps(RowBook rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** Judges rows that have just come. */
    List<Outcome> check(ImportBatch batch, ImportKind kind, int limit) {
        List<Outcome> outcomes =
                settled(batch, judged(batch, kind, RowState.WAITING, rows.next(batch, RowState.WAITING, limit)));
        List<Integer> same = outcomes.stream()
                .filter(outcome -> outcome.into() == RowState.SAME)
                .map(Outcome::line)
                .toList();
        if (!same.isEmpty()) {
            rows.recognise(batch, same);
        }
        return outcomes;
    }

    /**
     * Brings in rows that are new, judging them once more: somebody else may have brought in the same meanwhile.
     *
     * @throws Forbidden if the one who wished it may not any more
     */
    List<Outcome> bringIn(ImportBatch batch, ImportKind kind, int limit) {
        alone(batch, kind);
        List<ImportRow> next = rows.next(batch, RowState.NEW, limit);
        List<Outcome> outcomes = judged(batch, kind, RowState.NEW, next);
        List<ImportRow> fresh = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            if (outcomes.get(i).into() == RowState.NEW) {
                fresh.add(next.get(i));
            }
        }
        if (fresh.isEmpty()) {
            return settled(batch, outcomes);
        }
        List<Made> made = kind.bringIn(batch.run(), fresh);
        requireOneEach(kind, fresh.size(), made.size());
        Iterator<Made> each = made.iterator();
        outcomes.replaceAll(outcome -> outcome.into() == RowState.NEW ? made(outcome.line(), each.next()) : outcome);
        settled(batch, outcomes);
        rows.remember(batch, fresh.stream().map(ImportRow::line).toList());
        return outcomes;
    }

    /**
     * Takes back what came in, the last first.
     *
     * @throws Forbidden if the one who wished it may not any more
     */
    List<Outcome> takeBack(ImportBatch batch, ImportKind kind, int limit) {
        alone(batch, kind);
        List<Held> next = rows.nextHeld(batch, limit);
        if (next.isEmpty()) {
            return List.of();
        }
        Map<UUID, RowProblem> left =
                kind.takeBack(batch.run(), next.stream().map(Held::thing).toList());
        List<Outcome> outcomes = next.stream()
                .map(held -> takenBack(held, left.get(held.thing().subject())))
                .toList();
        settled(batch, outcomes);
        rows.forget(
                batch,
                outcomes.stream()
                        .filter(outcome -> outcome.into() == RowState.TAKEN_BACK)
                        .map(Outcome::line)
                        .toList());
        return outcomes;
    }

    private List<Outcome> judged(ImportBatch batch, ImportKind kind, RowState from, List<ImportRow> next) {
        if (next.isEmpty()) {
            return List.of();
        }
        List<RowVerdict> verdicts = kind.judge(batch.run(), next);
        requireOneEach(kind, next.size(), verdicts.size());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            outcomes.add(outcome(next.get(i).line(), from, verdicts.get(i)));
        }
        return outcomes;
    }

    private static Outcome made(int line, Made made) {
        return new Outcome(line, RowState.NEW, RowState.MADE, made.subject(), made.mark(), Said.NOTHING);
    }

    private static Outcome takenBack(Held held, @Nullable RowProblem left) {
        Brought thing = held.thing();
        return left == null
                ? new Outcome(
                        thing.line(), held.state(), RowState.TAKEN_BACK, thing.subject(), thing.mark(), Said.NOTHING)
                : new Outcome(thing.line(), held.state(), RowState.KEPT, thing.subject(), thing.mark(), Said.of(left));
    }

    private static Outcome outcome(int line, RowState from, RowVerdict verdict) {
        return switch (verdict) {
            case RowVerdict.New() -> new Outcome(line, from, RowState.NEW, null, null, Said.NOTHING);
            case RowVerdict.Same(var subject) -> new Outcome(line, from, RowState.SAME, subject, null, Said.NOTHING);
            case RowVerdict.Conflict(var subject, var differences) ->
                new Outcome(line, from, RowState.CONFLICT, subject, null, new Said(differences, List.of()));
            case RowVerdict.Invalid(var problems) ->
                new Outcome(line, from, RowState.INVALID, null, null, new Said(List.of(), problems));
        };
    }

    private List<Outcome> settled(ImportBatch batch, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            rows.settle(batch, outcomes);
        }
        return outcomes;
    }

    /** Until this transaction has ended nobody else writes things of this kind. */
    private void alone(ImportBatch batch, ImportKind kind) {
        if (!kind.mayImport(batch.run().by())) {
            throw new Forbidden();
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('imports'), hashtext(?))")
                .param(kind.name())
                .query((_, _) -> kind)
                .list();
    }

    private static void requireOneEach(ImportKind kind, int rows, int answers) {
        if (rows != answers) {
            throw new IllegalStateException(kind.name() + " answered " + answers + " times to " + rows + " rows");
        }
    }
}
