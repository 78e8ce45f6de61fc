package org.kvartal.imports.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.domain.CsvTable.ReadRow;
import org.kvartal.imports.domain.RowBook.NewRow;

/** Writes the rows of one file, and notices the example, and rows that say once more what an earlier one said. */
final class RowWriting {

    private static final int WRITTEN_AT_ONCE = 500;

    private final RowBook book;
    private final ImportKind kind;
    private final ExampleFile example;
    private final CsvTable table;
    private final UUID batch;
    private final List<NewRow> waiting = new ArrayList<>(WRITTEN_AT_ONCE);
    private final Map<String, Integer> seen = new HashMap<>();
    private int wrong;

    RowWriting(RowBook book, ImportKind kind, ExampleFile example, CsvTable table, UUID batch) {
        this.book = book;
        this.kind = kind;
        this.example = example;
        this.table = table;
        this.batch = batch;
    }

    /** Tells how many rows are wrong already. */
    int write() {
        table.read(this::add);
        flush();
        return wrong;
    }

    private void add(ReadRow read) {
        ImportRow row = row(read);
        List<RowProblem> problems = new ArrayList<>(read.problems());
        String identity = null;
        if (problems.isEmpty() && example.isExample(row)) {
            problems.add(RowProblem.because("imports.problem.example"));
        } else if (problems.isEmpty()) {
            identity = Identity.of(kind, row).orElse(null);
        }
        if (identity != null) {
            Integer earlier = seen.putIfAbsent(identity, read.line());
            if (earlier != null) {
                problems.add(RowProblem.because("imports.problem.twice", earlier));
            }
        }
        if (!problems.isEmpty()) {
            wrong++;
        }
        waiting.add(new NewRow(read.line(), read.cells(), identity, problems));
        if (waiting.size() == WRITTEN_AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        book.write(batch, waiting);
        waiting.clear();
    }

    private ImportRow row(ReadRow read) {
        List<String> columns = table.heading().columns();
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!read.cells().get(i).isEmpty()) {
                cells.put(columns.get(i), read.cells().get(i));
            }
        }
        return new ImportRow(read.line(), cells, null);
    }
}
