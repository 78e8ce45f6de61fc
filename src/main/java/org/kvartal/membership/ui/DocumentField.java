package org.kvartal.membership.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;

/** The place to choose or drop the document of a mandate. What is wrong with it is said here, and nothing else in the form is touched. */
class DocumentField extends Div {

    /** What is read of a file that was refused, so that the browser hears why instead of losing the connection. */
    private static final long DRAINED = 64L * 1024 * 1024;

    /** Who takes a file. */
    interface Taking {
        /** @throws Refused if it is none that is taken */
        StoredFile take(String name, InputStream content);
    }

    private final Words words;
    private final Taking taking;
    private final AtomicInteger arriving = new AtomicInteger();
    private final Div shown = new Div();
    private final ErrorText error = new ErrorText();
    private final Button choose = new Button();
    private final Upload upload;
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
        // Receiving takes a while: it happens in the request of the upload, not in the page's turn.
        upload = new Upload((UploadHandler) this::receive);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(words.text("membership.app.upload.drop")));
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(
                ".pdf", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".heif");
        upload.setI18n(UploadWords.of(words));
        upload.getElement().setAttribute("aria-labelledby", label.getId().orElseThrow());
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        Paragraph hint = new Paragraph(words.text("membership.app.written.hint"));
        hint.addClassName("settings-hint");
        shown.addClassName("line");
        add(label, shown, upload, error, hint);
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
        boolean waits = arriving.get() > 0;
        if (waits) {
            error.say(words.text("membership.app.written.waits"));
        } else {
            error.clear();
        }
        return waits;
    }

    /** Says why the document was refused; false where the refusal is about something else. */
    boolean refuse(String field, String why) {
        boolean mine = field.equals("document");
        if (mine) {
            show(null);
            say(why);
        }
        return mine;
    }

    void focus() {
        choose.focus();
    }

    private void receive(UploadEvent event) throws IOException {
        arriving.incrementAndGet();
        try (InputStream content = event.getInputStream()) {
            inTurn(event.getUI(), error::clear);
            try {
                StoredFile stored = taking.take(event.getFileName(), content);
                inTurn(event.getUI(), () -> {
                    upload.clearFileList();
                    show(stored);
                    taken.run();
                });
            } catch (Refused refused) {
                drain(content);
                inTurn(event.getUI(), () -> say(words.refusal(refused)));
            } catch (Forbidden | NotFound withdrawn) {
                drain(content);
                inTurn(event.getUI(), () -> say(words.text("shell.forbidden.toast")));
            }
        } finally {
            arriving.decrementAndGet();
        }
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

    private void say(String why) {
        upload.clearFileList();
        error.say(why);
    }

    private static void inTurn(UI ui, Command act) {
        try {
            var _ = ui.access(act);
        } catch (UIDetachedException left) {
            // The page was closed meanwhile: what was attached stands, what was only brought goes within a day.
        }
    }

    private static void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long drained = 0;
        for (int read = content.read(buffer); read >= 0 && drained < DRAINED; read = content.read(buffer)) {
            drained += read;
        }
    }
}
