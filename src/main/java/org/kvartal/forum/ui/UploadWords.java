package org.kvartal.forum.ui;

import com.vaadin.flow.component.upload.UploadI18N;

/** What the place for a file says while one is on its way. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N of(Words words) {
        String sending = words.text("forum.app.upload.sending");
        String lost = words.text("forum.app.upload.lost");
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setIncorrectFileType(words.text("files.refused-kind"))
                        .setTooManyFiles(words.text("forum.app.upload.one")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(sending)
                                .setStalled(words.text("forum.app.upload.stalled"))
                                .setProcessing(words.text("forum.app.upload.reading"))
                                .setHeld(sending))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(words.text("forum.app.upload.left") + " ")
                                .setUnknown(sending))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(lost)
                                .setUnexpectedServerError(lost)
                                .setForbidden(lost)))
                .setFile(new UploadI18N.File()
                        .setRemove(words.text("forum.app.upload.remove"))
                        .setRetry(words.text("forum.app.upload.retry"))
                        .setStart(words.text("forum.app.upload.start")));
    }
}
