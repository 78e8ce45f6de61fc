package org.kvartal.advocacy.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.imports.ImportColumn;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportKind.Brought;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The measures of a strategy from a table: the owner is an organisation of the house or an entry of the directory, told by its number or the last part of its address. */
@Component
@Order(10)
class StrategyImport implements ImportKind {

    static final String NAME = "measures";

    private static final String NUMBER = "number";
    private static final String STRATEGY = "strategy";
    private static final String OWNER = "owner";
    private static final String IMPLEMENTER = "implementer";
    private static final String STARTS = "starts";
    private static final String DUE = "due";
    private static final String SCHEDULE = "reports";
    private static final String ABOUT = "about";

    private final StrategyRows rows;
    private final MeasureDesk desk;
    private final MeasureRepository measures;
    private final MeasureUndoing undoing;
    private final Permissions permissions;
    private final JdbcClient jdbc;

    StrategyImport(
            StrategyRows rows,
            MeasureDesk desk,
            MeasureRepository measures,
            MeasureUndoing undoing,
            Permissions permissions,
            JdbcClient jdbc) {
        this.rows = rows;
        this.desk = desk;
        this.measures = measures;
        this.undoing = undoing;
        this.permissions = permissions;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "advocacy.import.measures";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required(NUMBER, "no", "№", "код", "номер мероприятия", "номер на мярката"),
                ImportColumn.optional("title-en", "title", "measure"),
                ImportColumn.optional("title-ru", "мероприятие", "мера"),
                ImportColumn.optional("title-bg", "мярка", "дейност"),
                ImportColumn.optional(ABOUT, "description", "описание"),
                ImportColumn.required(STRATEGY, "plan", "programme", "план", "программа", "програма"),
                ImportColumn.required(OWNER, "responsible", "ответственный", "отговорник"),
                ImportColumn.optional(IMPLEMENTER, "carried out by", "исполнитель", "изпълнител"),
                ImportColumn.required(STARTS, "start", "from", "начало"),
                ImportColumn.required(DUE, "end", "to", "deadline", "срок", "край"),
                ImportColumn.optional(SCHEDULE, "schedule", "отчётность", "отчетност"),
                ImportColumn.optional(AimColumns.INDICATOR, "kpi", "показатель", "показател", "индикатор"),
                ImportColumn.optional(AimColumns.UNIT, "единица", "мярка на показателя"),
                ImportColumn.optional(AimColumns.BASELINE, "исходное значение", "базова стойност"),
                ImportColumn.optional(AimColumns.TARGET, "целевое значение", "целева стойност"),
                ImportColumn.optional(AimColumns.CURRENT, "текущее значение", "текуща стойност"),
                ImportColumn.optional(AimColumns.WEIGHT, "вес", "тежест"),
                ImportColumn.optional(AimColumns.BUDGET, "cost", "бюджет"),
                ImportColumn.optional(AimColumns.CURRENCY, "валюта"));
    }

    @Override
    public boolean mayImport(Asker asker) {
        return permissions.has(asker, AdvocacyRights.IMPORT, Scope.PLATFORM);
    }

    @Override
    public Optional<String> identity(ImportRow row) {
        return row.has(NUMBER) && row.has(STRATEGY)
                ? Optional.of(row.cell(STRATEGY) + " / " + row.cell(NUMBER))
                : Optional.empty();
    }

    @Override
    public List<RowVerdict> judge(ImportRun run, List<ImportRow> read) {
        Map<String, Owner> owners = rows.owners(run.by(), read);
        Map<String, UUID> standing = standing(read);
        return read.stream()
                .map(row -> {
                    UUID known = row.known() != null
                            ? row.known()
                            : standing.get(row.cell(STRATEGY) + "\n" + row.cell(NUMBER));
                    try {
                        rows.content(row, owners);
                    } catch (Refused refused) {
                        return RowVerdict.invalid(
                                refused.all().stream().map(RowProblem::of).toArray(RowProblem[]::new));
                    }
                    return known != null ? RowVerdict.same(known) : RowVerdict.fresh();
                })
                .toList();
    }

    /** Measures of the same strategy under the same number, however they came. */
    private Map<String, UUID> standing(List<ImportRow> read) {
        Map<String, UUID> standing = new HashMap<>();
        jdbc.sql("""
                SELECT m.id, m.strategy, m.external
                  FROM measure m JOIN unnest(:strategies::text[], :numbers::text[]) AS w (strategy, external)
                    ON m.strategy = w.strategy AND m.external = w.external""")
                .param(
                        "strategies",
                        read.stream().map(row -> row.cell(STRATEGY)).toArray(String[]::new))
                .param("numbers", read.stream().map(row -> row.cell(NUMBER)).toArray(String[]::new))
                .query(row -> {
                    standing.put(row.getString("strategy") + "\n" + row.getString("external"), Columns.id(row, "id"));
                });
        return standing;
    }

    @Override
    public List<Made> bringIn(ImportRun run, List<ImportRow> read) {
        Map<String, Owner> owners = rows.owners(run.by(), read);
        List<Made> made = new ArrayList<>();
        for (ImportRow row : read) {
            MeasureId id = MeasureId.next();
            desk.enter(run.by(), new NewMeasure(id, rows.content(row, owners), Set.of()));
            if (row.has(IMPLEMENTER)) {
                desk.commit(run.by(), id, version(id), row.cell(IMPLEMENTER));
            }
            made.add(new Made(id.value(), Long.toString(version(id))));
        }
        return made;
    }

    private long version(MeasureId id) {
        return measures.findById(id.value()).map(Measure::version).orElseThrow();
    }

    @Override
    public Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things) {
        return undoing.takeBack(run.by(), things);
    }

    @Override
    public Map<UUID, String> paths(Asker asker, Collection<UUID> subjects) {
        Map<UUID, String> paths = new HashMap<>();
        jdbc.sql("SELECT id, year, number FROM measure WHERE id = ANY (:ids)")
                .param("ids", subjects.toArray(UUID[]::new))
                .query(row -> {
                    paths.put(Columns.id(row, "id"), AdvocacyPages.measure(RefCode.measure(row)));
                });
        return paths;
    }
}
