package org.kvartal.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.Encoding;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.Imports.RowList;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowState;
import org.kvartal.imports.RowVerdict.Difference;
import org.kvartal.kernel.Refused;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** A file has come: each row gets its verdict, and nothing else happens. */
class CheckingModuleTests extends ImportingHouse {

    @Autowired
    AuditTrail audit;

    @Test
    void eachRowGetsAVerdict() {
        streets.build(code(2), "Street 2", "Sofia", 1912);
        streets.build(code(3), "Another name", "Plovdiv", 1912);

        ImportId id = taken(file(1, 3) + code(4) + ";;Sofia;last year\n");

        assertThat(rows(id))
                .extracting(RowLine::state)
                .containsExactly(RowState.NEW, RowState.SAME, RowState.CONFLICT, RowState.INVALID);
        assertThat(rows(id, RowState.CONFLICT).getFirst().differences())
                .containsExactly(new Difference("name", "Another name"), new Difference("city", "Plovdiv"));
        assertThat(rows(id, RowState.INVALID).getFirst().problems())
                .containsExactly(
                        RowProblem.at("name", "trial.streets.no-name"),
                        RowProblem.at("built", "trial.streets.no-year", "last year"));
        assertThat(codesInTheHouse()).containsExactly(code(2), code(3));
    }

    @Test
    void anImportIsShownAsItsFileIs() {
        ImportId id = taken("code,Fax,name\n" + code(1) + ",1,Lime\n");

        ImportCard card = card(id);

        assertThat(card.fileName()).isEqualTo("streets.csv");
        assertThat(card.columns()).containsExactly("code", "name");
        assertThat(card.unused()).containsExactly("Fax");
        assertThat(card.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(card.separator()).isEqualTo(',');
        assertThat(card.state()).isEqualTo(ImportState.CHECKED);
        assertThat(card.by()).isEqualTo(officer.requirePerson());
        assertThat(card.counts()).isEqualTo(Map.of(RowState.NEW, 1));
        assertThat(rows(id).getFirst().cells()).isEqualTo(Map.of("code", code(1), "name", "Lime"));
    }

    @Test
    void rowsAreJudgedInStretchesAndCountedAsTheyAre() {
        ImportId id = take(file(1, 1_200) + "x;;\n");

        assertThat(card(id).todo()).isEqualTo(1_201);
        assertThat(porter.goOn(id.value())).isTrue();
        assertThat(card(id).done()).isEqualTo(500);
        assertThat(card(id).state()).isEqualTo(ImportState.CHECKING);
        work(id);

        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.NEW, 1_200, RowState.INVALID, 1));
        assertThat(recounted(id)).isEqualTo(card(id).counts());
    }

    @Test
    void aStretchTakesAsManyStatementsForManyRowsAsForOne() {
        ImportId few = take(file(1, 1));
        ImportId many = take(file(2, 501));

        List<String> forOne = SqlCounter.during(() -> {
            var _ = porter.goOn(few.value());
        });
        List<String> forMany = SqlCounter.during(() -> {
            var _ = porter.goOn(many.value());
        });

        assertThat(forMany).hasSameSizeAs(forOne).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void theSameRowTwiceInOneFileCountsOnceWhateverItsCase() {
        ImportId id = taken("code,name\n" + code(1) + ",Lime\n" + code(1).toLowerCase(Locale.ROOT) + " ,Lime\n"
                + code(1) + ",Oak\n");

        assertThat(rows(id))
                .extracting(RowLine::state)
                .containsExactly(RowState.NEW, RowState.INVALID, RowState.INVALID);
        assertThat(rows(id, RowState.INVALID))
                .allSatisfy(row ->
                        assertThat(row.problems()).containsExactly(RowProblem.because("imports.problem.twice", 2)));
    }

    @Test
    void theRowOfTheExampleFileIsLeftOut() {
        ImportId id =
                taken("Код;Название;Город;Год постройки\nS-1;Липовая;София;1912\n" + code(1) + ";Липовая;София;1912\n");

        assertThat(rows(id)).extracting(RowLine::state).containsExactly(RowState.INVALID, RowState.NEW);
    }

    @Test
    void aRowThatIsNoTextIsNotJudged() {
        ImportId id = taken("code,name\n" + code(1) + ",Li\0me\n" + code(2) + ",Oak\n");

        assertThat(rows(id)).extracting(RowLine::state).containsExactly(RowState.INVALID, RowState.NEW);
        assertThat(rows(id).getFirst().problems()).containsExactly(RowProblem.at("name", "imports.problem.characters"));
    }

    @Test
    void aFormulaIsKeptAsTextAndComesInAsText() {
        broughtIn("code,name\n" + code(1) + ",=HYPERLINK(1)\n");

        assertThat(streets.names(quarter)).containsExactly("=HYPERLINK(1)");
    }

    @Test
    void aHundredThousandRowsAreRefusedWithTheirNumberAndNothingIsKept() {
        int before = batches();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> take(file(1, 100_000)))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("file");
                    assertThat(refused.key()).isEqualTo("imports.refused.rows");
                    assertThat(refused.arguments()).containsExactly(100_000, 50_000);
                });
        assertThat(batches()).isEqualTo(before);
    }

    @Test
    void aBrokenFileLeavesNothing() {
        int before = batches();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> take(file(1, 3_000) + code(3_001) + ";\"Lime;Sofia\n"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> take("Code;Name\n"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> take("Name;City\nLime;Sofia\n"));

        assertThat(batches()).isEqualTo(before);
    }

    @Test
    void aRequestThatComesTwiceIsOneImport() {
        ImportId id = ImportId.next();
        imports.take(officer, wish(id, file(1, 2)));
        imports.take(officer, wish(id, file(1, 2)));

        assertThat(card(id).rows()).isEqualTo(2);
        assertThat(rows(id)).hasSize(2);
    }

    @Test
    void whoHandedOverAFileStandsInTheTrail() {
        ImportId id = taken(file(1, 2));

        assertThat(audit.about(new AuditSubject("imports.batch", id.value()), 10))
                .extracting(AuditedAct::act, AuditedAct::actor)
                .containsExactly(tuple("imports.taken", officer));
    }

    @Test
    void rowsAreTurnedLikePages() {
        ImportId id = taken(file(1, 25));

        RowList first = page(id, new RowKey.After(0));
        RowList second = page(id, first.after());
        RowList third = page(id, second.after());

        assertThat(first.before()).isNull();
        assertThat(lines(first)).isEqualTo(IntStream.rangeClosed(2, 11).boxed().toList());
        assertThat(lines(second))
                .isEqualTo(IntStream.rangeClosed(12, 21).boxed().toList());
        assertThat(lines(third)).isEqualTo(IntStream.rangeClosed(22, 26).boxed().toList());
        assertThat(third.after()).isNull();
        assertThat(lines(page(id, third.before()))).isEqualTo(lines(second));
        assertThat(lines(page(id, second.before()))).isEqualTo(lines(first));
        assertThat(page(id, second.before()).before()).isNull();
    }

    @Test
    void rowsAreReadInAsManyStatementsForManyAsForOne() {
        ImportId id = broughtIn(file(1, 30));

        List<String> one = SqlCounter.during(
                        () -> imports.rows(officer, id, List.of(RowState.MADE), new RowKey.After(0), 1))
                .statements();
        List<String> many = SqlCounter.during(
                        () -> imports.rows(officer, id, List.of(RowState.MADE), new RowKey.After(0), 30))
                .statements();

        assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void importsAreListedNewestFirst() {
        ImportId first = taken(file(1, 1));
        ImportId second = taken(file(2, 2));
        ImportId third = taken(file(3, 3));

        var newest = imports.list(officer, null, 2);
        assertThat(newest.imports()).extracting(ImportCard::id).containsExactly(third, second);
        assertThat(imports.list(officer, newest.next(), 1).imports())
                .extracting(ImportCard::id)
                .containsExactly(first);
    }

    private int batches() {
        return jdbc.sql("SELECT count(*) FROM import_batch")
                .query(Integer.class)
                .single();
    }

    private RowList page(ImportId id, @Nullable RowKey key) {
        return imports.rows(officer, id, List.of(), Objects.requireNonNull(key), 10);
    }

    private static List<Integer> lines(RowList list) {
        return list.rows().stream().map(RowLine::line).toList();
    }
}
