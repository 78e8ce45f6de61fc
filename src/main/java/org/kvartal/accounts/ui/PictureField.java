package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.io.IOException;
import java.io.InputStream;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.Face;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** One's own picture: shown as others see it, chosen or dropped anew, taken away. */
class PictureField extends Div {

    private final Profiles profiles;
    private final Reader reader;
    private final Div shown = new Div();
    private final FileDrop drop;
    private final Button remove;

    PictureField(Profiles profiles, Reader reader, Profiles.Profile profile) {
        this.profiles = profiles;
        this.reader = reader;
        addClassName("stack");
        Span label = new Span(getTranslation("accounts.field.picture"));
        label.addClassName("field-label");
        label.setId("accounts-picture");

        Button choose = new Button(getTranslation("accounts.settings.picture-choose"), Icon.PICTURE.create());
        drop = new FileDrop(choose, this::take);
        drop.acceptPictures(getTranslation("accounts.settings.picture-refused"));
        drop.labelledBy("accounts-picture");

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
        add(label, line, drop, hint);
        show(profile);
    }

    private Command take(String name, InputStream content) throws IOException {
        profiles.show(reader.asker(), name, content);
        return () -> {
            refresh();
            Notices.done(getTranslation("accounts.settings.picture-saved"));
        };
    }

    private void refresh() {
        drop.clear();
        show(profiles.own(reader.asker()));
    }

    private void show(Profiles.Profile profile) {
        shown.removeAll();
        shown.add(new Face(profile.person(), profile.name(), profile.picture(), Face.Size.HUGE));
        remove.setVisible(profile.picture() != null);
    }
}
