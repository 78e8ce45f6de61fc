package org.kvartal.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import org.kvartal.imports.ImportColumn;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportsPages;
import org.kvartal.imports.domain.ExampleFile;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.Card;
import org.kvartal.shell.Icon;
import org.kvartal.shell.OfferedLanguages;

/** What a table of one kind must look like, an example of it, and the place to drop one. */
class NewImportPart extends Card {

    private final Messages messages;
    private final Reader reader;

    /** @param kinds all that the reader may import, the shown one among them */
    NewImportPart(List<ImportKind> kinds, ImportKind shown, FileField file, Messages messages, Reader reader) {
        super(messages.text(reader.language(), "imports.new"));
        this.messages = messages;
        this.reader = reader;
        addClassName("import-new");
        if (kinds.size() > 1) {
            hold(choice(kinds, shown));
        }
        Paragraph about = new Paragraph(text(shown.texts() + ".about"));
        hold(about, columns(shown), example(shown), file);
    }

    private Component choice(List<ImportKind> kinds, ImportKind shown) {
        Nav choice = new Nav();
        choice.addClassName("chips");
        choice.setAriaLabel(text("imports.kind"));
        for (ImportKind kind : kinds) {
            Anchor chip = new Anchor(ImportsPages.ofKind(kind.name()), text(kind.texts()));
            chip.addClassName("chip");
            if (kind.name().equals(shown.name())) {
                chip.getElement().setAttribute("aria-current", "page");
            }
            choice.add(chip);
        }
        return labelled("imports.kind", choice);
    }

    private Component columns(ImportKind kind) {
        UnorderedList columns = new UnorderedList();
        columns.addClassName("import-columns");
        for (ImportColumn column : kind.columns()) {
            String heading = text(kind.texts() + ".column." + column.code());
            Span name = new Span(column.required() ? text("imports.column-needed", heading) : heading);
            name.addClassName("import-column");
            ListItem item = new ListItem(name);
            String hint = kind.texts() + ".hint." + column.code();
            if (messages.has(reader.language(), hint)) {
                Span words = new Span(text(hint));
                words.addClassName("settings-hint");
                item.add(words);
            }
            columns.add(item);
        }
        return labelled("imports.columns", columns, hint("imports.columns-about"));
    }

    private Component example(ImportKind kind) {
        Div files = new Div();
        files.addClassName("line");
        for (Language language : OfferedLanguages.all()) {
            Anchor file = new Anchor(file(kind, language), "");
            Span name = new Span(language.ownName());
            name.getElement().setAttribute("lang", language.code());
            file.add(Icon.FILE.small(), name);
            file.addClassName("import-example");
            file.getElement().setAttribute("download", true);
            files.add(file);
        }
        return labelled("imports.example", files, hint("imports.example-about"));
    }

    private DownloadHandler file(ImportKind kind, Language language) {
        return event -> {
            event.setFileName(kind.name() + "-" + language.code() + ".csv");
            event.setContentType(CsvText.MEDIA_TYPE);
            new ExampleFile(kind, messages).write(event.getOutputStream(), language);
        };
    }

    private Component labelled(String key, Component... parts) {
        Span label = new Span(text(key));
        label.addClassName("field-label");
        Div part = new Div(label);
        part.addClassName("import-part");
        part.add(parts);
        return part;
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(text(key));
        hint.addClassName("settings-hint");
        return hint;
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
