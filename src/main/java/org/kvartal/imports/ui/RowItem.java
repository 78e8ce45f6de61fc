package org.kvartal.imports.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict.Difference;
import org.kvartal.kernel.Code;

/** One row of a file: where it stands, what stands in it, and beside each cell what is wrong with it. */
class RowItem extends ListItem {

    private static final int NAMING = 2;

    private final RowWords words;
    private final RowLine row;

    /** @param columns the columns that the file has, in its order; the first two name the row */
    RowItem(Desk desk, RowWords words, List<String> columns, RowLine row) {
        this.words = words;
        this.row = row;
        addClassNames("row", "import-row");
        Span line = new Span(desk.text("imports.row", row.line()));
        line.addClassNames("import-line", "number");
        add(title(columns), cells(columns));
        row.problems().stream()
                .filter(problem -> !columns.contains(problem.column()))
                .forEach(problem -> {
                    String column = problem.column();
                    // Of a column that the file does not have.
                    Paragraph wrong = new Paragraph(
                            column == null
                                    ? words.problem(problem)
                                    : words.heading(column) + ": " + words.problem(problem));
                    wrong.addClassName("error-text");
                    add(wrong);
                });
        Div end = new Div(line, States.badge(row.state(), desk.text("imports.row-state." + Code.of(row.state()))));
        end.addClassName("row-end");
        add(end);
    }

    private Div title(List<String> columns) {
        String name = columns.stream()
                .limit(NAMING)
                .map(column -> row.cells().getOrDefault(column, ""))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" · "));
        Div title = new Div();
        title.addClassName("row-title");
        if (row.path() == null) {
            title.setText(name.isEmpty() ? "–" : name);
        } else {
            title.add(new Anchor(row.path(), name.isEmpty() ? "–" : name));
        }
        return title;
    }

    private DescriptionList cells(List<String> columns) {
        DescriptionList cells = new DescriptionList();
        cells.addClassName("import-cells");
        for (int place = 0; place < columns.size(); place++) {
            String column = columns.get(place);
            boolean remarkable = row.problems().stream().anyMatch(problem -> column.equals(problem.column()))
                    || row.differences().stream().anyMatch(each -> column.equals(each.column()));
            if (remarkable || (place >= NAMING && row.cells().containsKey(column))) {
                cells.add(cell(column, remarkable));
            }
        }
        return cells;
    }

    private Div cell(String column, boolean remarkable) {
        DescriptionList.Description value =
                new DescriptionList.Description(new Span(row.cells().getOrDefault(column, "–")));
        for (Difference each : row.differences()) {
            if (each.column().equals(column)) {
                Span here = new Span(words.here(each));
                here.addClassName("import-here");
                value.add(here);
            }
        }
        for (RowProblem problem : row.problems()) {
            if (column.equals(problem.column())) {
                Span wrong = new Span(words.problem(problem));
                wrong.addClassName("error-text");
                value.add(wrong);
            }
        }
        Div cell = new Div(new DescriptionList.Term(words.heading(column)), value);
        cell.addClassName("import-cell");
        if (remarkable) {
            cell.addClassName("remarkable");
        }
        return cell;
    }
}
