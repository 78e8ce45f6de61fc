package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.alliance.EntryId;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.springframework.beans.factory.annotation.Autowired;

/** A city's strategy comes in as measures, once, and goes again as long as nobody has touched it. */
class StrategyImportModuleTests extends AdvocacyHouse {

    @Autowired
    StrategyImport strategies;

    private final String strategy = "Culture 2030 " + Ids.next();

    private ImportRow row(String number, String owner, String starts, String due) {
        return new ImportRow(
                2,
                Map.of(
                        "number", number,
                        "title-en", "Open studios " + number,
                        "strategy", strategy,
                        "owner", owner,
                        "implementer", "Department of Culture",
                        "starts", starts,
                        "due", due,
                        "reports", "quarterly"),
                null);
    }

    private ImportRun run() {
        return new ImportRun(ImportId.next(), officer);
    }

    @Test
    void rowsBecomeMeasuresOfMembersAndOfEntriesAndAreKnownAgain() {
        MemberCard weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers of " + strategy, null);
        List<ImportRow> rows = List.of(
                row("2.1", String.valueOf(weavers.number()), "2027-01-01", "31.12.2028"),
                row("2.2", slug(authority("Authority of " + strategy)), "1.2.2027", "2027-06-30"));

        assertThat(strategies.judge(run(), rows)).allMatch(RowVerdict.New.class::isInstance);
        List<ImportKind.Made> made = Objects.requireNonNull(transaction.execute(_ -> strategies.bringIn(run(), rows)));

        var list = measures.list(Asker.guest(), new MeasureFilter(Set.of(), strategy), null, 10)
                .measures();
        assertThat(list).hasSize(2).allSatisfy(card -> {
            assertThat(card.state()).isEqualTo(MeasureState.COMMITTED);
            assertThat(card.implementer()).isEqualTo("Department of Culture");
        });
        assertThat(strategies.judge(run(), rows)).allMatch(RowVerdict.Same.class::isInstance);
        assertThat(strategies.paths(officer, List.of(made.getFirst().subject())))
                .hasSize(1);
    }

    private String slug(EntryId entry) {
        return jdbc.sql("SELECT slug FROM entry WHERE id = :id")
                .param("id", entry.value())
                .query(String.class)
                .single();
    }

    @Test
    void whatIsWrongIsSaidAtItsColumn() {
        RowVerdict verdict = strategies
                .judge(run(), List.of(row("2.1", "nobody-at-all", "some day", "2027-06-30")))
                .getFirst();

        assertThat(verdict).isInstanceOf(RowVerdict.Invalid.class);
        assertThat(((RowVerdict.Invalid) verdict).problems())
                .extracting(RowProblem::column)
                .contains("owner", "starts");
    }

    private ImportRow aimed(String number, Map<String, String> more) {
        Map<String, String> cells =
                new HashMap<>(row(number, slug(authority("Authority of " + number)), "2027-01-01", "2028-01-01")
                        .cells());
        cells.putAll(more);
        return new ImportRow(2, cells, null);
    }

    @Test
    void aRowMaySayWhatItIsMeasuredByAndWhatItMayCost() {
        List<ImportRow> rows = List.of(aimed(
                "7",
                Map.of(
                        "indicator",
                        "Studios",
                        "target",
                        "1 000,5",
                        "current",
                        "12",
                        "weight",
                        "30",
                        "budget",
                        "120 000")));
        assertThat(strategies.judge(run(), rows)).allMatch(RowVerdict.New.class::isInstance);

        transaction.executeWithoutResult(_ -> strategies.bringIn(run(), rows));

        Aims aims = measures.list(Asker.guest(), new MeasureFilter(Set.of(), strategy), null, 10)
                .measures()
                .getFirst()
                .aims();
        assertThat(aims.weight()).isEqualTo(30);
        assertThat(aims.budget()).isEqualTo(new Budget(new BigDecimal("120000.00"), "EUR"));
        assertThat(aims.indicators()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(en("Studios"));
            assertThat(one.target()).isEqualTo(new BigDecimal("1000.5"));
            assertThat(one.baseline()).isNull();
        });
    }

    @Test
    void aWrongNumberIsSaidAtItsColumn() {
        assertThat(problems(Map.of("budget", "a lot", "weight", "2.5", "target", "9")))
                .contains("budget", "weight", "indicator");
        assertThat(problems(Map.of("indicator", "X", "target", "1e9"))).contains("target");
        assertThat(problems(Map.of("budget", "5", "currency", "coins"))).contains("currency");
    }

    private List<String> problems(Map<String, String> more) {
        RowVerdict verdict = strategies.judge(run(), List.of(aimed("8", more))).getFirst();
        return ((RowVerdict.Invalid) verdict)
                .problems().stream()
                        .map(problem -> String.valueOf(problem.column()))
                        .toList();
    }

    @Test
    void whatNobodyHasTouchedIsTakenBack() {
        String owner = slug(authority("Authority of " + strategy));
        List<ImportRow> rows =
                List.of(row("1", owner, "2027-01-01", "2028-01-01"), row("2", owner, "2027-01-01", "2028-01-01"));
        List<ImportKind.Made> made = Objects.requireNonNull(transaction.execute(_ -> strategies.bringIn(run(), rows)));
        MeasureId touched = new MeasureId(made.getFirst().subject());
        measureDesk.start(officer, touched, version(touched));
        List<ImportKind.Brought> brought = made.stream()
                .map(one -> new ImportKind.Brought(2, one.subject(), one.mark()))
                .toList();

        Map<UUID, RowProblem> left =
                Objects.requireNonNull(transaction.execute(_ -> strategies.takeBack(run(), brought)));

        assertThat(left).containsOnlyKeys(touched.value());
        assertThat(measures.list(Asker.guest(), new MeasureFilter(Set.of(), strategy), null, 10)
                        .measures())
                .hasSize(1);
    }
}
