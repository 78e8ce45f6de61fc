package org.kvartal.imports.domain;

import java.io.OutputStream;
import java.util.List;
import org.kvartal.imports.ImportColumn;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportRow;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;

/** The file of a kind that people fill in: its headings and one row, in one language. */
public final class ExampleFile {

    private final ImportKind kind;
    private final Messages messages;

    public ExampleFile(ImportKind kind, Messages messages) {
        this.kind = kind;
        this.messages = messages;
    }

    public void write(OutputStream out, Language language) {
        try (CsvText table = CsvText.forSpreadsheets(out, language)) {
            table.row(texts(".column.", language)).row(texts(".example.", language));
        }
    }

    /** Whether somebody has left the example in their file: each cell that the row has is the example's, in one language. */
    boolean isExample(ImportRow row) {
        return !row.cells().isEmpty()
                && List.of(Language.values()).stream()
                        .anyMatch(language -> row.cells().entrySet().stream()
                                .allMatch(cell -> cell.getValue().equals(text(".example.", cell.getKey(), language))));
    }

    private List<String> texts(String part, Language language) {
        return kind.columns().stream()
                .map(ImportColumn::code)
                .map(code -> text(part, code, language))
                .toList();
    }

    private String text(String part, String code, Language language) {
        return messages.text(language, kind.texts() + part + code);
    }
}
