package org.kvartal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;

/**
 * The place to choose or drop one file. It is read in the request that brings it and not in the page's turn, so that a slow connection keeps nobody from typing.
 * What is wrong with a file is said here, touches nothing else in a form, and another one can be chosen at once.
 */
public class FileDrop extends Div {

    /** What is read of a file that was refused, so that the browser hears why instead of losing the connection, in bytes. */
    private static final long DRAINED = 64L * 1024 * 1024;

    private static final int BUFFER = 16 * 1024;

    /** Who takes a file. */
    @FunctionalInterface
    public interface Taking {

        /**
         * Called outside the page's turn.
         *
         * @param name as the person's device calls it
         * @return what happens in the page's turn now that it is taken
         * @throws Refused if it is none that is taken
         */
        Command take(String name, InputStream content) throws IOException;
    }

    private final Taking taking;
    private final AtomicInteger arriving = new AtomicInteger();
    private final ErrorText error = new ErrorText();
    private final UploadI18N words = words();
    private final Upload upload;

    /** @param choose the button that opens the device's own choice of files */
    public FileDrop(Button choose, Taking taking) {
        this.taking = taking;
        addClassName("file-drop");
        upload = new Upload((UploadHandler) this::receive);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("shell.upload.drop")));
        upload.setMaxFiles(1);
        upload.setI18n(words);
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        add(upload, error);
    }

    /** Takes files whose names end so; {@code otherwise} is said of others. */
    public final void accept(String otherwise, String... extensions) {
        words.getError().setIncorrectFileType(otherwise);
        upload.setI18n(words);
        upload.setAcceptedFileExtensions(extensions);
    }

    /** Takes the pictures that the house can show; {@code otherwise} is said of other files. */
    public final void acceptPictures(String otherwise) {
        words.getError().setIncorrectFileType(otherwise);
        upload.setI18n(words);
        upload.setAcceptedMimeTypes("image/jpeg", "image/png", "image/gif", "image/webp");
    }

    /** Takes nothing larger, so that a person hears it before they wait; {@code otherwise} is said of larger files. */
    public final void limit(long bytes, String otherwise) {
        words.getError().setFileIsTooBig(otherwise);
        upload.setI18n(words);
        upload.setMaxFileSize(Math.toIntExact(bytes));
    }

    /** The element of that id says what the file is for. */
    public final void labelledBy(String id) {
        upload.getElement().setAttribute("aria-labelledby", id);
    }

    /** Whether a file is still on its way. */
    public final boolean isArriving() {
        return arriving.get() > 0;
    }

    /** Says why a file was refused; another one can be chosen. */
    public final void refuse(String why) {
        upload.clearFileList();
        error.say(why);
    }

    /** Says something about the file without refusing it. */
    public final void say(String what) {
        error.say(what);
    }

    /** Says nothing any more. */
    public final void clear() {
        error.clear();
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        arriving.incrementAndGet();
        try (InputStream content = event.getInputStream()) {
            inTurn(ui, error::clear);
            try {
                Command taken = taking.take(event.getFileName(), content);
                inTurn(ui, () -> {
                    upload.clearFileList();
                    taken.execute();
                });
            } catch (Refused refused) {
                drain(content);
                inTurn(ui, () -> refuse(getTranslation(refused.key(), refused.arguments())));
            } catch (Forbidden | NotFound withdrawn) {
                drain(content);
                inTurn(ui, () -> refuse(getTranslation("shell.forbidden.toast")));
            }
        } finally {
            arriving.decrementAndGet();
        }
    }

    private static void inTurn(UI ui, Command act) {
        try {
            var _ = ui.access(act);
        } catch (UIDetachedException left) {
            // The page was closed meanwhile: what was taken stands, and a file that belongs to nothing is cleared away.
        }
    }

    private static void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long drained = 0;
        for (int read = content.read(buffer); read >= 0 && drained < DRAINED; read = content.read(buffer)) {
            drained += read;
        }
    }

    private UploadI18N words() {
        String sending = getTranslation("shell.upload.sending");
        String lost = getTranslation("shell.upload.lost");
        return new UploadI18N()
                .setError(new UploadI18N.Error().setTooManyFiles(getTranslation("shell.upload.one")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(sending)
                                .setStalled(getTranslation("shell.upload.stalled"))
                                .setProcessing(getTranslation("shell.upload.reading"))
                                .setHeld(sending))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("shell.upload.left") + " ")
                                .setUnknown(sending))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(lost)
                                .setUnexpectedServerError(lost)
                                .setForbidden(lost)))
                .setFile(new UploadI18N.File()
                        .setRemove(getTranslation("shell.upload.remove"))
                        .setRetry(getTranslation("shell.upload.retry"))
                        .setStart(getTranslation("shell.upload.start")));
    }
}
