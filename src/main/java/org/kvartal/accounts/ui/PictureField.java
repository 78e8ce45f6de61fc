package org.kvartal.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Face;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** One's own picture: shown as others see it, chosen or dropped anew, taken away. */
class PictureField extends Div {

    private final Profiles profiles;
    private final Messages messages;
    private final Reader reader;
    private final Div shown = new Div();
    private final ErrorText error = new ErrorText();
    private final Upload upload;
    private final Button remove;

    PictureField(Profiles profiles, Messages messages, Reader reader, Profiles.Profile profile) {
        this.profiles = profiles;
        this.messages = messages;
        this.reader = reader;
        addClassName("stack");
        Span label = new Span(getTranslation("accounts.field.picture"));
        label.addClassName("field-label");
        label.setId("accounts-picture");

        Button choose = new Button(getTranslation("accounts.settings.picture-choose"), Icon.PICTURE.create());
        // Decoding takes a while: it happens in the request of the upload, not in the page's turn.
        upload = new Upload((UploadHandler) this::take);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("accounts.settings.picture-drop")));
        upload.setAcceptedMimeTypes("image/jpeg", "image/png", "image/gif", "image/webp");
        upload.getElement().setAttribute("aria-labelledby", "accounts-picture");
        upload.addFileRejectedListener(_ -> error.say(getTranslation("accounts.settings.picture-refused")));

        remove = new Button(getTranslation("accounts.settings.picture-remove"), Icon.TRASH.create(), _ -> {
            profiles.showInitials(reader.asker());
            refresh();
            Notices.done(getTranslation("accounts.settings.picture-removed"));
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);

        Paragraph hint = new Paragraph(getTranslation("accounts.settings.picture-hint"));
        hint.addClassName("settings-hint");
        Div line = new Div(shown, remove);
        line.addClassName("line");
        add(label, line, upload, error, hint);
        show(profile);
    }

    private void take(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            profiles.show(reader.asker(), event.getFileName(), content);
        } catch (Refused refused) {
            var _ = ui.access(() -> {
                upload.clearFileList();
                error.say(messages.text(reader.language(), refused));
            });
            return;
        }
        var _ = ui.access(() -> {
            refresh();
            Notices.done(getTranslation("accounts.settings.picture-saved"));
        });
    }

    private void refresh() {
        upload.clearFileList();
        error.clear();
        show(profiles.own(reader.asker()));
    }

    private void show(Profiles.Profile profile) {
        shown.removeAll();
        shown.add(new Face(profile.person(), profile.name(), profile.picture(), Face.Size.HUGE));
        remove.setVisible(profile.picture() != null);
    }
}
