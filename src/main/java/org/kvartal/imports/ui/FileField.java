package org.kvartal.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.Limits;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;

/** The place to choose or drop a table. What is wrong with it is said here, and another one can be chosen at once. */
class FileField extends Div {

    private static final long MEGABYTE = 1024 * 1024;

    /** What is read of a file that was refused, so that the browser hears why instead of losing the connection. */
    private static final long DRAINED = 64 * MEGABYTE;

    private final Imports imports;
    private final Messages messages;
    private final Reader reader;
    private final String kind;
    private final Consumer<ImportId> taken;
    private final ErrorText error = new ErrorText();
    private final Upload upload;

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
        // Reading takes a while: it happens in the request of the upload, not in the page's turn.
        upload = new Upload((UploadHandler) this::take);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(text("imports.drop")));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Math.toIntExact(limits.bytes()));
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv");
        upload.setI18n(words(megabytes));
        upload.getElement().setAttribute("aria-labelledby", "import-file");
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        Paragraph hint = new Paragraph(text("imports.file-hint", limits.rows(), megabytes));
        hint.addClassName("settings-hint");
        add(label, upload, error, hint);
    }

    private void take(UploadEvent event) throws IOException {
        ImportId id = ImportId.next();
        inTurn(event.getUI(), error::clear);
        try (InputStream content = event.getInputStream()) {
            try {
                imports.take(reader.asker(), new NewImport(id, kind, event.getFileName(), reader.language(), content));
            } catch (Refused refused) {
                drain(content);
                inTurn(event.getUI(), () -> say(messages.text(reader.language(), refused)));
                return;
            } catch (Forbidden | NotFound withdrawn) {
                drain(content);
                inTurn(event.getUI(), () -> say(text("shell.forbidden.toast")));
                return;
            }
        }
        inTurn(event.getUI(), () -> {
            upload.clearFileList();
            taken.accept(id);
        });
    }

    private void say(String words) {
        upload.clearFileList();
        error.say(words);
    }

    private static void inTurn(UI ui, Command act) {
        try {
            var _ = ui.access(act);
        } catch (UIDetachedException left) {
            // The page was closed meanwhile; the import stands in the list.
        }
    }

    private static void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long drained = 0;
        for (int read = content.read(buffer); read >= 0 && drained < DRAINED; read = content.read(buffer)) {
            drained += read;
        }
    }

    private UploadI18N words(long megabytes) {
        String sending = text("imports.upload.sending");
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(text("imports.refused.size", megabytes))
                        .setIncorrectFileType(text("imports.file-kind"))
                        .setTooManyFiles(text("imports.upload.one")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(sending)
                                .setStalled(text("imports.upload.stalled"))
                                .setProcessing(text("imports.upload.reading"))
                                .setHeld(sending))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(text("imports.upload.left") + " ")
                                .setUnknown(sending))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(text("imports.not-arrived"))
                                .setUnexpectedServerError(text("imports.not-arrived"))
                                .setForbidden(text("imports.not-arrived"))))
                .setFile(new UploadI18N.File()
                        .setRemove(text("imports.upload.remove"))
                        .setRetry(text("imports.upload.retry"))
                        .setStart(text("imports.upload.start")));
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
