package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;
import org.kvartal.shell.LocalizedField;

/** The one picture of an entry, what it shows, and whose it is. */
class PicturePart extends Div implements FormPart {

    private final DeskWords words;
    private final Entries entries;
    private final Files files;
    private final EntryId entry;
    private final Runnable changed;
    private final Div shown = new Div();
    private final FileDrop drop;
    private final Button remove;
    private final LocalizedField text;
    private final TextField credit;
    private @Nullable FileId file;

    /** @param changed called after a picture has come or gone */
    PicturePart(DeskWords words, Entries entries, Files files, EntryId entry, Runnable changed) {
        this.words = words;
        this.entries = entries;
        this.files = files;
        this.entry = entry;
        this.changed = changed;
        addClassNames("picture-part", "stack");
        shown.addClassName("picture-shown");
        Button choose = new Button(words.text("alliance.form.picture-choose"), Icon.PICTURE.create());
        drop = new FileDrop(choose, this::take);
        drop.acceptPictures(words.text("alliance.form.picture-refused"));
        remove = new Button(words.text("alliance.form.picture-remove"), Icon.TRASH.create(), _ -> {
            show((FileId) null);
            changed.run();
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        text = FormPart.line(words, "picture.text", "alliance.form.picture-text");
        credit = FormPart.line(words.text("alliance.form.picture-credit"));
        Paragraph hint = new Paragraph(words.text("alliance.form.picture-hint"));
        hint.addClassName("settings-hint");
        add(shown, drop, remove, hint, text, credit);
    }

    void show(@Nullable Picture picture) {
        show(picture == null ? null : picture.file());
        text.show(picture == null ? null : picture.text());
        credit.setValue(picture == null || picture.credit() == null ? "" : picture.credit());
    }

    @Nullable Picture picture() {
        return file == null ? null : new Picture(file, text.textOrNull(), FormPart.typed(credit));
    }

    @Override
    public boolean refuse(String field, String why) {
        if (field.equals("picture")) {
            drop.refuse(why);
            return true;
        }
        return text.refuse(field, why) || (field.equals("picture.credit") && FormPart.refuseAt(credit, why));
    }

    private void show(@Nullable FileId id) {
        file = id;
        drop.clear();
        shown.removeAll();
        if (id != null) {
            String address = files.addresses(Set.of(id), words.asker()).get(id);
            if (address != null) {
                shown.add(new Image(address, words.text("alliance.form.picture")));
            }
        }
        remove.setVisible(id != null);
        text.setVisible(id != null);
        credit.setVisible(id != null);
    }

    private Command take(String name, InputStream content) throws IOException {
        StoredFile stored = files.storePicture(words.asker(), entries.attach(words.asker(), entry), name, content);
        return () -> {
            show(stored.id());
            changed.run();
        };
    }
}
