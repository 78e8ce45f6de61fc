package org.kvartal.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.io.InputStream;
import java.util.function.Consumer;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.Limits;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;

/** The place to choose or drop a table. What is wrong with it is said here, and another one can be chosen at once. */
class FileField extends Div {

    private static final long MEGABYTE = 1024 * 1024;

    private final Imports imports;
    private final Messages messages;
    private final Reader reader;
    private final String kind;
    private final Consumer<ImportId> taken;

    /** @param taken told of an import that has been taken, in the page's turn */
    FileField(Imports imports, Messages messages, Reader reader, String kind, Consumer<ImportId> taken) {
        this.imports = imports;
        this.messages = messages;
        this.reader = reader;
        this.kind = kind;
        this.taken = taken;
        Limits limits = imports.limits();
        long megabytes = limits.bytes() / MEGABYTE;
        addClassName("import-part");
        Span label = new Span(text("imports.file"));
        label.addClassName("field-label");
        label.setId("import-file");
        Button choose = new Button(text("imports.choose"), Icon.FILE.create());
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        FileDrop drop = new FileDrop(choose, this::take);
        drop.accept(text("imports.file-kind"), ".csv", ".txt", ".tsv");
        drop.limit(limits.bytes(), text("imports.refused.size", megabytes));
        drop.labelledBy("import-file");
        Paragraph hint = new Paragraph(text("imports.file-hint", limits.rows(), megabytes));
        hint.addClassName("settings-hint");
        add(label, drop, hint);
    }

    private Command take(String name, InputStream content) {
        ImportId id = ImportId.next();
        imports.take(reader.asker(), new NewImport(id, kind, name, reader.language(), content));
        return () -> taken.accept(id);
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
