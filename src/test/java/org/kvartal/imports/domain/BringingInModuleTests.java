package org.kvartal.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** Rows come in, each once, whatever happens meanwhile. */
class BringingInModuleTests extends ImportingHouse {

    @Autowired
    IdleJobs jobs;

    @Autowired
    LeftImports left;

    @Test
    void whatIsNewComesInAndNothingElse() {
        streets.build(code(2), "Street 2", "Sofia", 1912);
        streets.build(code(3), "Another name", "Sofia", 1912);

        ImportId id = broughtIn(file(1, 4) + code(5) + ";;;\n");

        assertThat(codesInTheHouse()).containsExactly(code(1), code(2), code(3), code(4));
        assertThat(streets.names(quarter)).containsExactly("Street 1", "Street 2", "Another name", "Street 4");
        assertThat(card(id).state()).isEqualTo(ImportState.DONE);
        assertThat(card(id).counts())
                .isEqualTo(Map.of(RowState.MADE, 2, RowState.SAME, 1, RowState.CONFLICT, 1, RowState.INVALID, 1));
        assertThat(rows(id, RowState.MADE))
                .allSatisfy(row -> assertThat(row.path()).isEqualTo("/app/streets/" + row.subject()));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        broughtIn(file(1, 150));
        List<String> before = codesInTheHouse();

        ImportId again = taken(file(1, 150));

        assertThat(card(again).counts()).isEqualTo(Map.of(RowState.SAME, 150));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> imports.bringIn(officer, again))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("imports.refused.nothing-new"));
        assertThat(codesInTheHouse()).isEqualTo(before);
    }

    @Test
    void theSameFileInOtherLettersAndCaseChangesNothing() {
        broughtIn(file(1, 3));

        ImportId again = taken(file(1, 3).replace(quarter, quarter.toLowerCase(Locale.ROOT)));

        assertThat(card(again).counts()).isEqualTo(Map.of(RowState.SAME, 3));
    }

    @Test
    void aThingIsFoundAgainByWhatItsFileCallsItEvenIfTheHouseHasRenumberedIt() {
        broughtIn(file(1, 1));
        streets.recode(code(1), quarter + "renumbered");

        ImportId again = taken(file(1, 1));

        assertThat(rows(again)).extracting(RowLine::state).containsExactly(RowState.SAME);
    }

    @Test
    void aThingThatIsGoneFromTheHouseIsNewAgain() {
        broughtIn(file(1, 1));
        streets.tearDown(code(1));

        ImportId again = broughtIn(file(1, 1));

        assertThat(card(again).counts()).isEqualTo(Map.of(RowState.MADE, 1));
        assertThat(taken(file(1, 1)))
                .satisfies(third -> assertThat(card(third).counts()).isEqualTo(Map.of(RowState.SAME, 1)));
    }

    @Test
    void whatSomebodyElseBroughtInMeanwhileIsNotDoubled() {
        ImportId mine = taken(file(1, 120));
        ImportId theirs = taken(file(1, 120));
        imports.bringIn(officer, theirs);
        work(theirs);

        imports.bringIn(officer, mine);
        work(mine);

        assertThat(codesInTheHouse()).hasSize(120);
        assertThat(card(mine).counts()).isEqualTo(Map.of(RowState.SAME, 120));
    }

    @Test
    void twoImportsOfTheSameThingsAtTheSameMomentMakeThemOnce() throws Exception {
        ImportId mine = taken(file(1, 400));
        ImportId theirs = taken(file(1, 400));
        imports.bringIn(officer, mine);
        imports.bringIn(officer, theirs);

        atOnce(() -> work(mine), () -> work(theirs));

        assertThat(codesInTheHouse()).hasSize(400);
        assertThat(card(mine).count(RowState.MADE) + card(theirs).count(RowState.MADE))
                .isEqualTo(400);
        assertThat(card(mine).count(RowState.SAME) + card(theirs).count(RowState.SAME))
                .isEqualTo(400);
    }

    @Test
    void twoNodesThatWorkOnOneImportBringInEachRowOnce() throws Exception {
        ImportId id = taken(file(1, 1_000));
        imports.bringIn(officer, id);

        atOnce(() -> work(id), () -> work(id), () -> work(id));

        assertThat(codesInTheHouse()).hasSize(1_000);
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.MADE, 1_000));
        assertThat(card(id).done()).isEqualTo(1_000);
        assertThat(recounted(id)).isEqualTo(card(id).counts());
        assertThat(card(id).state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void aProgramThatIsKilledInTheMiddleGoesOnBehindWhatIsIn() {
        ImportId id = taken(file(1, 250));
        imports.bringIn(officer, id);
        AtomicInteger stretches = new AtomicInteger();
        streets.beforeBringingIn(_ -> {
            if (stretches.incrementAndGet() == 2) {
                throw new PowerCut();
            }
        });

        assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> work(id));
        assertThat(codesInTheHouse()).hasSize(100);
        assertThat(card(id).state()).isEqualTo(ImportState.BRINGING_IN);
        assertThat(card(id).done()).isEqualTo(100);
        work(id);

        assertThat(codesInTheHouse()).hasSize(250);
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.MADE, 250));
    }

    @Test
    void whileTheDatabaseIsAwayNoRowIsBlamed() {
        ImportId id = taken(file(1, 3));
        imports.bringIn(officer, id);
        streets.beforeBringingIn(_ -> {
            throw new DataAccessResourceFailureException("away");
        });

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> work(id));
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.NEW, 3));
        streets.behave();
        work(id);

        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.MADE, 3));
    }

    @Test
    void whatWasLeftAtWorkIsFoundAndGoneOnWith() {
        ImportId id = taken(file(1, 3));
        imports.bringIn(officer, id);
        jobs.asked.clear();

        left.goOn();
        assertThat(jobs.asked).doesNotContain(id.value());
        clock.turn(Duration.ofSeconds(31));
        left.goOn();
        assertThat(jobs.asked).contains(id.value());
        left.goOn();
        assertThat(jobs.asked).containsOnlyOnce(id.value());
    }

    @Test
    void aRowThatIsRefusedAtTheLastMomentStaysOutAloneAndSaysWhy() {
        ImportId id = taken(file(1, 150));
        imports.bringIn(officer, id);
        streets.beforeBringingIn(rows -> {
            if (rows.stream().anyMatch(row -> row.cell("code").equals(code(42)))) {
                throw Refused.at("name", "trial.streets.no-name");
            }
        });
        work(id);

        assertThat(codesInTheHouse()).hasSize(149).doesNotContain(code(42));
        assertThat(rows(id, RowState.INVALID))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.problems()).containsExactly(RowProblem.at("name", "trial.streets.no-name")));
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.MADE, 149, RowState.INVALID, 1));
    }

    @Test
    void aRowOverWhichTheKindStumblesStaysOutAlone() {
        ImportId id = take(file(1, 10));
        streets.beforeJudging(rows -> {
            if (rows.stream().anyMatch(row -> row.cell("code").equals(code(3)))) {
                throw new IllegalStateException("stumbled");
            }
        });
        work(id);

        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.NEW, 9, RowState.INVALID, 1));
        assertThat(rows(id, RowState.INVALID).getFirst().problems())
                .containsExactly(RowProblem.because("imports.problem.fault"));
    }

    @Test
    void anImportStopsWhereItsStarterMayNotAnyMoreAndSomebodyElseGoesOn() {
        Asker colleague = Asker.of(PersonId.next());
        streets.allow(colleague);
        ImportId id = taken(file(1, 250));
        imports.bringIn(officer, id);
        assertThat(porter.goOn(id.value())).isTrue();

        streets.forbid(officer);
        work(id);
        assertThat(codesInTheHouse()).hasSize(100);
        var stopped = imports.find(colleague, id).orElseThrow();
        assertThat(stopped.state()).isEqualTo(ImportState.CHECKED);
        assertThat(stopped.trouble()).isEqualTo("imports.trouble.forbidden");

        imports.bringIn(colleague, id);
        work(id);
        assertThat(codesInTheHouse()).hasSize(250);
        assertThat(imports.find(colleague, id).orElseThrow().trouble()).isNull();
    }

    @Test
    void pressingTwiceIsPressingOnce() {
        ImportId id = taken(file(1, 3));
        imports.bringIn(officer, id);
        imports.bringIn(officer, id);
        work(id);
        imports.bringIn(officer, id);

        assertThat(card(id).state()).isEqualTo(ImportState.DONE);
        assertThat(codesInTheHouse()).hasSize(3);
    }

    @Test
    void nothingComesInBeforeAllRowsAreJudged() {
        ImportId id = take(file(1, 3));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> imports.bringIn(officer, id))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("imports.refused.checking"));
    }

    @Test
    void aStretchTakesAsManyStatementsForManyRowsAsForOne() {
        ImportId few = taken(file(1, 1));
        ImportId many = taken(file(2, 101));
        imports.bringIn(officer, few);
        imports.bringIn(officer, many);

        List<String> forOne = SqlCounter.during(() -> {
            var _ = porter.goOn(few.value());
        });
        List<String> forMany = SqlCounter.during(() -> {
            var _ = porter.goOn(many.value());
        });

        assertThat(forMany).hasSameSizeAs(forOne).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void whoMayNotImportTheKindFindsNothingAndDoesNothing() {
        ImportId id = taken(file(1, 1));
        for (Asker other : List.of(Asker.of(PersonId.next()), Asker.guest())) {
            assertThat(imports.kinds(other)).isEmpty();
            assertThat(imports.list(other, null, 10).imports()).isEmpty();
            assertThat(imports.find(other, id)).isEmpty();
            assertThat(imports.find(other, card(id).number())).isEmpty();
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> imports.rows(other, id, List.of(), new RowKey.After(0), 10));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> take(other, file(1, 1)));
        }
        Asker other = Asker.of(PersonId.next());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> imports.bringIn(other, id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> imports.takeBack(other, id));
        imports.discard(other, id);
        assertThat(card(id).state()).isEqualTo(ImportState.CHECKED);
    }

    private static void atOnce(Runnable... acts) throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(acts.length)) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable act : acts) {
                running.add(nodes.submit(act));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    /** Nothing of the program gets to know of it. */
    private static final class PowerCut extends Error {}
}
