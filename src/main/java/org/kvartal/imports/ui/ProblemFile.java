package org.kvartal.imports.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.Imports.RowList;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.CsvText;

/** The rows that did not come in, as a table to be mended and brought in again, with what is wrong in a column of its own. */
class ProblemFile implements DownloadHandler {

    private static final int READ_AT_ONCE = 500;
    private static final List<RowState> STATES = List.of(RowState.INVALID, RowState.CONFLICT);

    private final transient Desk desk;
    private final transient ImportKind kind;
    private final transient ImportCard card;

    ProblemFile(Desk desk, ImportKind kind, ImportCard card) {
        this.desk = desk;
        this.kind = kind;
        this.card = card;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) {
        event.setFileName(kind.name() + "-" + card.number() + ".csv");
        event.setContentType(CsvText.MEDIA_TYPE);
        RowWords words = new RowWords(desk, kind);
        try (CsvText table =
                CsvText.forSpreadsheets(event.getOutputStream(), desk.reader().language())) {
            List<String> heading = new ArrayList<>();
            card.columns().forEach(column -> heading.add(words.heading(column)));
            heading.add(desk.text("imports.file-problem"));
            table.row(heading);
            RowKey.@Nullable After key = new RowKey.After(0);
            while (key != null) {
                RowList rows = desk.imports().rows(desk.asker(), card.id(), STATES, key, READ_AT_ONCE);
                rows.rows().forEach(row -> write(table, row, words));
                key = rows.after();
            }
        }
    }

    private void write(CsvText table, RowLine row, RowWords words) {
        card.columns().forEach(column -> table.text(row.cells().getOrDefault(column, "")));
        table.text(Stream.concat(
                        row.problems().stream()
                                .map(problem -> problem.column() == null
                                        ? words.problem(problem)
                                        : words.heading(problem.column()) + ": " + words.problem(problem)),
                        row.differences().stream().map(each -> words.heading(each.column()) + ": " + words.here(each)))
                .collect(Collectors.joining("; ")));
        table.end();
    }
}
