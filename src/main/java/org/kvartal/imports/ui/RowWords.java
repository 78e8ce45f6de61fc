package org.kvartal.imports.ui;

import org.kvartal.imports.ImportKind;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict.Difference;

/** What is said about rows of a kind, in the reader's language. */
class RowWords {

    private final Desk desk;
    private final ImportKind kind;

    RowWords(Desk desk, ImportKind kind) {
        this.desk = desk;
        this.kind = kind;
    }

    /** How a column is called; its code where the kind has dropped it since. */
    String heading(String column) {
        return kind.columns().stream().anyMatch(each -> each.code().equals(column))
                ? desk.text(kind.texts() + ".column." + column)
                : column;
    }

    String problem(RowProblem problem) {
        return desk.text(problem.key(), problem.arguments().toArray());
    }

    String here(Difference difference) {
        return difference.here().isBlank()
                ? desk.text("imports.here-empty")
                : desk.text("imports.here", difference.here());
    }
}
