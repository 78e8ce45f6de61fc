package org.kvartal.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** What a file brought in goes again, unless somebody has touched it. */
class TakingBackModuleTests extends ImportingHouse {

    @Autowired
    LeftImports left;

    @Test
    void whatTheImportMadeIsGoneAndWhatWasThereBeforeStays() {
        streets.build(code(2), "Street 2", "Sofia", 1912);
        ImportId id = broughtIn(file(1, 250));

        takeBack(id);

        assertThat(codesInTheHouse()).containsExactly(code(2));
        assertThat(card(id).state()).isEqualTo(ImportState.TAKEN_BACK);
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.TAKEN_BACK, 249, RowState.SAME, 1));
        assertThat(recounted(id)).isEqualTo(card(id).counts());
        assertThat(remembered(id.value()))
                .as("what was there before stays known")
                .isOne();
    }

    @Test
    void whatSomebodyHasTouchedStaysAndSaysWhy() {
        ImportId id = broughtIn(file(1, 5));
        streets.rename(code(3), "Renamed");

        takeBack(id);

        assertThat(streets.names(quarter)).containsExactly("Renamed");
        assertThat(rows(id, RowState.KEPT))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.problems()).containsExactly(RowProblem.because("trial.streets.touched")));
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.TAKEN_BACK, 4, RowState.KEPT, 1));
        assertThat(remembered(id.value())).isEqualTo(1);
    }

    @Test
    void whatStayedMayBeTriedOnceMore() {
        ImportId id = broughtIn(file(1, 5));
        streets.rename(code(3), "Renamed");
        takeBack(id);

        takeBack(id);
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.TAKEN_BACK, 4, RowState.KEPT, 1));
        streets.tearDown(code(3));
        takeBack(id);

        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.TAKEN_BACK, 5));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> imports.takeBack(officer, id))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("imports.refused.nothing-in"));
    }

    @Test
    void afterwardsTheSameFileComesInAgain() {
        ImportId id = broughtIn(file(1, 5));
        takeBack(id);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> imports.bringIn(officer, id))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("imports.refused.taken-back"));

        ImportId again = broughtIn(file(1, 5));

        assertThat(card(again).counts()).isEqualTo(Map.of(RowState.MADE, 5));
    }

    @Test
    void aKilledProgramGoesOnTakingBack() {
        ImportId id = broughtIn(file(1, 250));
        imports.takeBack(officer, id);
        assertThat(porter.goOn(id.value())).isTrue();
        assertThat(codesInTheHouse()).hasSize(150).doesNotContain(code(250));

        work(id);

        assertThat(codesInTheHouse()).isEmpty();
    }

    @Test
    void whatCameInBeforeAnImportStoppedIsTakenBackToo() {
        ImportId id = taken(file(1, 250));
        imports.bringIn(officer, id);
        assertThat(porter.goOn(id.value())).isTrue();
        streets.forbid(officer);
        work(id);
        streets.allow(officer);

        takeBack(id);

        assertThat(codesInTheHouse()).isEmpty();
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.TAKEN_BACK, 100, RowState.NEW, 150));
    }

    @Test
    void nothingIsTakenBackWhileRowsComeIn() {
        ImportId id = taken(file(1, 250));
        imports.bringIn(officer, id);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> imports.takeBack(officer, id))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("imports.refused.at-work"));
    }

    @Test
    void aFileOfWhichNothingCameInIsThrownAway() {
        ImportId id = taken(file(1, 3));
        ImportId early = take(file(1, 3));

        imports.discard(officer, id);
        imports.discard(officer, early);
        imports.discard(officer, early);

        assertThat(imports.find(officer, id)).isEmpty();
        assertThat(recounted(id)).isEmpty();
        assertThat(porter.goOn(early.value())).isFalse();
    }

    @Test
    void aFileOfWhichRowsCameInIsNot() {
        ImportId id = broughtIn(file(1, 3));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> imports.discard(officer, id));
        takeBack(id);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> imports.discard(officer, id));
    }

    @Test
    void whatStoodInAFileIsForgottenAfterAQuarterAndCanStillBeTakenBack() {
        ImportId id = broughtIn(file(1, 3));
        clock.turn(Duration.ofDays(91));
        left.forget();

        assertThat(rows(id)).hasSize(3).extracting(RowLine::cells).containsOnly(Map.of());
        assertThat(taken(file(1, 3)))
                .satisfies(again -> assertThat(card(again).counts()).isEqualTo(Map.of(RowState.SAME, 3)));
        takeBack(id);
        assertThat(codesInTheHouse()).isEmpty();
    }

    @Test
    void whatNobodyBroughtInForAMonthIsThrownAway() {
        ImportId id = taken(file(1, 3));
        clock.turn(Duration.ofDays(31));
        left.forget();

        assertThat(imports.find(officer, id)).isEmpty();
    }
}
