package org.kvartal.imports;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kvartal.imports.RowVerdict.Difference;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind of things as a module above would offer it, with a table of its own, and a house's whims for tests. */
public final class Streets implements ImportKind {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Set<Asker> allowed = ConcurrentHashMap.newKeySet();
    private volatile Predicate<Asker> right = allowed::contains;
    private volatile Consumer<List<ImportRow>> beforeBringingIn = _ -> {};
    private volatile Consumer<List<ImportRow>> beforeJudging = _ -> {};

    Streets(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Street(UUID id, String code, String name, String city, int built, int version) {}

    public void allow(Asker asker) {
        allowed.add(asker);
    }

    public void forbid(Asker asker) {
        allowed.remove(asker);
    }

    public void allowWhoever(Predicate<Asker> holdsIt) {
        right = holdsIt;
    }

    /** What happens before rows are brought in; it may throw. */
    public void beforeBringingIn(Consumer<List<ImportRow>> whim) {
        beforeBringingIn = whim;
    }

    public void beforeJudging(Consumer<List<ImportRow>> whim) {
        beforeJudging = whim;
    }

    public void behave() {
        beforeBringingIn = _ -> {};
        beforeJudging = _ -> {};
    }

    public UUID build(String code, String name, String city, int built) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO street (id, code, name, city, built, version) VALUES (?, ?, ?, ?, ?, 1)")
                .params(id, code, name, city, built)
                .update();
        return id;
    }

    public void rename(String code, String name) {
        jdbc.sql("UPDATE street SET name = ?, version = version + 1 WHERE code = ?")
                .params(name, code)
                .update();
    }

    public void recode(String code, String other) {
        jdbc.sql("UPDATE street SET code = ? WHERE code = ?")
                .params(other, code)
                .update();
    }

    public void tearDown(String code) {
        jdbc.sql("DELETE FROM street WHERE code = ?").param(code).update();
    }

    public List<String> codes(String beginning) {
        return texts("code", beginning);
    }

    public List<String> names(String beginning) {
        return texts("name", beginning);
    }

    private List<String> texts(String column, String beginning) {
        return jdbc.sql("SELECT " + column + " FROM street WHERE code LIKE ? || '%' ORDER BY code")
                .param(beginning)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public String name() {
        return "streets";
    }

    @Override
    public String texts() {
        return "trial.streets";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("code"),
                ImportColumn.required("name", "street", "улица"),
                ImportColumn.optional("city"),
                ImportColumn.optional("built"));
    }

    @Override
    public boolean mayImport(Asker asker) {
        return right.test(asker);
    }

    @Override
    public Optional<String> identity(ImportRow row) {
        return Optional.of(row.cell("code")).filter(code -> !code.isEmpty());
    }

    @Override
    public List<RowVerdict> judge(ImportRun run, List<ImportRow> rows) {
        beforeJudging.accept(rows);
        Map<String, Street> byCode = jdbc
                .sql("SELECT * FROM street WHERE lower(code) = ANY (:codes) OR id = ANY (:known)")
                .param(
                        "codes",
                        rows.stream()
                                .map(row -> row.cell("code").toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param(
                        "known",
                        rows.stream()
                                .map(ImportRow::known)
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .query((row, _) -> new Street(
                        Columns.id(row, "id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("city"),
                        row.getInt("built"),
                        row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(street -> street.code().toLowerCase(Locale.ROOT), street -> street));
        Map<UUID, Street> byId = byCode.values().stream().collect(Collectors.toMap(Street::id, street -> street));
        return rows.stream().map(row -> judge(row, byCode, byId)).toList();
    }

    private static RowVerdict judge(ImportRow row, Map<String, Street> byCode, Map<UUID, Street> byId) {
        List<RowProblem> problems = new ArrayList<>();
        if (!row.has("name")) {
            problems.add(RowProblem.at("name", "trial.streets.no-name"));
        }
        if (row.has("built") && !row.cell("built").matches("[0-9]{4}")) {
            problems.add(RowProblem.at("built", "trial.streets.no-year", row.cell("built")));
        }
        if (!problems.isEmpty()) {
            return new RowVerdict.Invalid(problems);
        }
        Street known = row.known() == null ? null : byId.get(row.known());
        Street street = known != null ? known : byCode.get(row.cell("code").toLowerCase(Locale.ROOT));
        if (street == null) {
            return RowVerdict.fresh();
        }
        List<Difference> differences = new ArrayList<>();
        if (!street.name().equals(row.cell("name"))) {
            differences.add(new Difference("name", street.name()));
        }
        if (!street.city().equals(row.cell("city"))) {
            differences.add(new Difference("city", street.city()));
        }
        return differences.isEmpty() ? RowVerdict.same(street.id()) : RowVerdict.conflict(street.id(), differences);
    }

    @Override
    public List<Made> bringIn(ImportRun run, List<ImportRow> rows) {
        beforeBringingIn.accept(rows);
        List<Made> made = new ArrayList<>();
        List<Object[]> streets = new ArrayList<>();
        for (ImportRow row : rows) {
            UUID id = Ids.next();
            int built = row.has("built") ? Integer.parseInt(row.cell("built")) : 0;
            streets.add(new Object[] {id, row.cell("code"), row.cell("name"), row.cell("city"), built});
            made.add(new Made(id, "1"));
        }
        batches.batchUpdate(
                "INSERT INTO street (id, code, name, city, built, version) VALUES (?, ?, ?, ?, ?, 1)", streets);
        return made;
    }

    @Override
    public Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things) {
        Map<UUID, Integer> versions = new HashMap<>();
        jdbc.sql("SELECT id, version FROM street WHERE id = ANY (:ids) FOR UPDATE")
                .param("ids", things.stream().map(Brought::subject).toArray(UUID[]::new))
                .query((row, _) -> versions.put(Columns.id(row, "id"), row.getInt("version")))
                .list();
        Map<UUID, RowProblem> left = new HashMap<>();
        for (Brought thing : things) {
            Integer version = versions.get(thing.subject());
            if (version != null && !String.valueOf(version).equals(thing.mark())) {
                left.put(thing.subject(), RowProblem.because("trial.streets.touched"));
            }
        }
        jdbc.sql("DELETE FROM street WHERE id = ANY (:ids)")
                .param(
                        "ids",
                        versions.keySet().stream()
                                .filter(id -> !left.containsKey(id))
                                .toArray(UUID[]::new))
                .update();
        return left;
    }

    @Override
    public Map<UUID, String> paths(Asker asker, Collection<UUID> subjects) {
        return subjects.stream().collect(Collectors.toMap(id -> id, id -> "/app/streets/" + id));
    }

    @Override
    public Optional<NextStep> next(Asker asker, ImportId id) {
        return Optional.of(new NextStep("trial.streets.next", "/app/streets?import=" + id));
    }

    /** Makes the table with the rights of the owner, who alone may. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Quarter {

        @Bean
        Streets streets(JdbcClient jdbc, JdbcTemplate batches, Environment environment) throws SQLException {
            try (var connection = DriverManager.getConnection(
                            environment.getRequiredProperty("kvartal.db.url"),
                            environment.getRequiredProperty("kvartal.db.owner-user"),
                            environment.getRequiredProperty("kvartal.db.owner-password"));
                    var statement = connection.createStatement()) {
                statement.execute("""
                        CREATE TABLE street (id uuid PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL, city text NOT NULL,
                                             built int NOT NULL, version int NOT NULL)""");
            }
            return new Streets(jdbc, batches);
        }
    }
}
