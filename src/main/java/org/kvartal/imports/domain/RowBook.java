package org.kvartal.imports.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportKind.Brought;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowState;
import org.kvartal.imports.RowVerdict.Difference;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imports, and the memory of what was made of which; the caller holds the lock of their import. */
@Component
class RowBook {

    private static final int WRITTEN_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    RowBook(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /**
     * A row as it has just been read.
     *
     * @param identity see {@link Identity}
     */
    record NewRow(int line, List<String> cells, @Nullable String identity, List<RowProblem> problems) {}

    /** What is said beside a row. */
    record Said(List<Difference> differences, List<RowProblem> problems) {

        static final Said NOTHING = new Said(List.of(), List.of());

        static Said of(RowProblem problem) {
            return new Said(List.of(), List.of(problem));
        }
    }

    /** What became of a row in a step: it went from one state into another. */
    record Outcome(
            int line,
            RowState from,
            RowState into,
            @Nullable UUID subject,
            @Nullable String mark,
            Said said) {}

    /** A thing that is in the house, and whether it was left before. */
    record Held(RowState state, Brought thing) {}

    void write(UUID batch, List<NewRow> rows) {
        batches.batchUpdate("""
                INSERT INTO import_row (batch, line, state, cells, identity, said)
                VALUES (?, ?, ?, ?, decode(?, 'hex'), ?::jsonb)
                """, rows, WRITTEN_AT_ONCE, (statement, row) -> {
            statement.setObject(1, batch);
            statement.setInt(2, row.line());
            statement.setString(3, (row.problems().isEmpty() ? RowState.WAITING : RowState.INVALID).name());
            statement.setArray(
                    4,
                    statement.getConnection().createArrayOf("text", row.cells().toArray()));
            statement.setString(5, row.identity());
            statement.setString(6, written(new Said(List.of(), row.problems())));
        });
    }

    /** The next rows in one state, with what the house remembers of them. */
    List<ImportRow> next(ImportBatch batch, RowState state, int limit) {
        return jdbc.sql("""
                SELECT r.line, r.cells, m.subject AS known
                  FROM import_row r
                  LEFT JOIN import_memory m ON m.kind = :kind AND m.identity = r.identity
                 WHERE r.batch = :batch AND r.state = :state AND r.line > :line
                 ORDER BY r.line
                 LIMIT :limit
                """)
                .param("kind", batch.kind())
                .param("batch", batch.id().value())
                .param("state", state.name())
                .param("line", batch.line())
                .param("limit", limit)
                .query((row, _) ->
                        new ImportRow(row.getInt("line"), cells(row, batch.columns()), Columns.idOrNull(row, "known")))
                .list();
    }

    /** The next things to be taken back, the last ones first. */
    List<Held> nextHeld(ImportBatch batch, int limit) {
        return jdbc.sql("""
                SELECT line, state, subject, mark FROM import_row
                 WHERE batch = :batch AND state IN ('MADE', 'KEPT') AND line < :line
                 ORDER BY line DESC
                 LIMIT :limit
                """)
                .param("batch", batch.id().value())
                .param("line", batch.line())
                .param("limit", limit)
                .query((row, index) -> new Held(RowState.valueOf(row.getString("state")), brought(row, index)))
                .list();
    }

    /** Notes what became of rows. */
    void settle(ImportBatch batch, List<Outcome> outcomes) {
        jdbc.sql("""
                UPDATE import_row r
                   SET state = o.state, subject = o.subject, mark = o.mark, said = o.said::jsonb
                  FROM unnest(:lines::int[], :states::text[], :subjects::uuid[], :marks::text[], :said::text[])
                       AS o (line, state, subject, mark, said)
                 WHERE r.batch = :batch AND r.line = o.line
                """)
                .param("batch", batch.id().value())
                .param("lines", outcomes.stream().map(Outcome::line).toArray(Integer[]::new))
                .param(
                        "states",
                        outcomes.stream().map(outcome -> outcome.into().name()).toArray(String[]::new))
                .param("subjects", outcomes.stream().map(Outcome::subject).toArray(UUID[]::new))
                .param("marks", outcomes.stream().map(Outcome::mark).toArray(String[]::new))
                .param(
                        "said",
                        outcomes.stream()
                                .map(outcome -> written(outcome.said()))
                                .toArray(String[]::new))
                .update();
    }

    /** Remembers what was made of these rows, beside what they are recognised by. */
    void remember(ImportBatch batch, List<Integer> lines) {
        jdbc.sql("""
                INSERT INTO import_memory (kind, identity, subject, batch)
                SELECT :kind, identity, subject, batch FROM import_row
                 WHERE batch = :batch AND line = ANY (:lines) AND identity IS NOT NULL
                ON CONFLICT (kind, identity) DO UPDATE SET subject = excluded.subject, batch = excluded.batch
                """)
                .param("kind", batch.kind())
                .param("batch", batch.id().value())
                .param("lines", lines.toArray(Integer[]::new))
                .update();
    }

    /** Remembers that these rows are about things that were here before: other tables may mention them by the same name. */
    void recognise(ImportBatch batch, List<Integer> lines) {
        jdbc.sql("""
                INSERT INTO import_memory (kind, identity, subject, batch)
                SELECT :kind, identity, subject, batch FROM import_row
                 WHERE batch = :batch AND line = ANY (:lines) AND identity IS NOT NULL AND subject IS NOT NULL
                ON CONFLICT (kind, identity) DO NOTHING
                """)
                .param("kind", batch.kind())
                .param("batch", batch.id().value())
                .param("lines", lines.toArray(Integer[]::new))
                .update();
    }

    /** Forgets what was made of these rows: it is gone. */
    void forget(ImportBatch batch, List<Integer> lines) {
        jdbc.sql("""
                DELETE FROM import_memory m
                 USING import_row r
                 WHERE r.batch = :batch AND r.line = ANY (:lines)
                   AND m.kind = :kind AND m.identity = r.identity AND m.subject = r.subject
                """)
                .param("kind", batch.kind())
                .param("batch", batch.id().value())
                .param("lines", lines.toArray(Integer[]::new))
                .update();
    }

    Said said(ResultSet row) throws SQLException {
        String said = row.getString("said");
        return said == null ? Said.NOTHING : json.readValue(said, Said.class);
    }

    private @Nullable String written(Said said) {
        return said.equals(Said.NOTHING) ? null : json.writeValueAsString(said);
    }

    static Map<String, String> cells(ResultSet row, List<String> columns) throws SQLException {
        List<String> cells = texts(row, "cells");
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (!cells.get(i).isEmpty()) {
                byColumn.put(columns.get(i), cells.get(i));
            }
        }
        return byColumn;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add((String) text);
        }
        return texts;
    }

    static Brought brought(ResultSet row, int index) throws SQLException {
        return new Brought(
                row.getInt("line"), Objects.requireNonNull(Columns.idOrNull(row, "subject")), row.getString("mark"));
    }
}
