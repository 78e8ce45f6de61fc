package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;

/** The place to choose or drop the document of a mandate. What is wrong with it is said here, and nothing else in the form is touched. */
class DocumentField extends Div {

    /** Who takes a file. */
    interface Taking {
        /** @throws Refused if it is none that is taken */
        StoredFile take(String name, InputStream content);
    }

    private final Words words;
    private final Taking taking;
    private final Div shown = new Div();
    private final Button choose = new Button();
    private final FileDrop drop;
    private Runnable taken = () -> {};
    private @Nullable FileId file;

    DocumentField(Words words, Taking taking) {
        this.words = words;
        this.taking = taking;
        addClassName("document-field");
        Span label = new Span(words.text("membership.app.written"));
        label.addClassName("field-label");
        label.setId("document-" + Ids.next());
        choose.setIcon(Icon.FILE.create());
        drop = new FileDrop(choose, this::take);
        drop.accept(
                words.text("membership.refused.document-kind"),
                ".pdf",
                ".jpg",
                ".jpeg",
                ".png",
                ".webp",
                ".gif",
                ".tif",
                ".tiff",
                ".heic",
                ".heif");
        drop.labelledBy(label.getId().orElseThrow());
        Paragraph hint = new Paragraph(words.text("membership.app.written.hint"));
        hint.addClassName("settings-hint");
        shown.addClassName("line");
        add(label, shown, drop, hint);
        show(null);
    }

    /** What happens after a file has been taken, in the page's turn. */
    void onTaken(Runnable listener) {
        taken = listener;
    }

    /** The file that was chosen last, null for none. */
    @Nullable FileId file() {
        return file;
    }

    /** Whether a file is still on its way, and said so. */
    boolean waits() {
        boolean waits = drop.isArriving();
        if (waits) {
            drop.say(words.text("membership.app.written.waits"));
        } else {
            drop.clear();
        }
        return waits;
    }

    /** Says why the document was refused; false where the refusal is about something else. */
    boolean refuse(String field, String why) {
        boolean mine = field.equals("document");
        if (mine) {
            show(null);
            drop.refuse(why);
        }
        return mine;
    }

    void focus() {
        choose.focus();
    }

    private Command take(String name, InputStream content) {
        StoredFile stored = taking.take(name, content);
        return () -> {
            show(stored);
            taken.run();
        };
    }

    private void show(@Nullable StoredFile stored) {
        file = stored == null ? null : stored.id();
        shown.removeAll();
        shown.setVisible(stored != null);
        choose.setText(words.text(stored == null ? "membership.app.upload.choose" : "membership.app.upload.other"));
        if (stored != null) {
            Span name = new Span(stored.name());
            name.addClassName("file-name");
            Span size = new Span(words.size(stored.size()));
            size.addClassName("file-size");
            Span chosen = new Span(Icon.FILE.create(), name, size);
            chosen.addClassName("file");
            Button away = new Button(words.text("membership.app.upload.remove"), _ -> show(null));
            away.addThemeVariants(ButtonVariant.TERTIARY);
            shown.add(chosen, away);
        }
    }
}
