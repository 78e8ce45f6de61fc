package org.kvartal.alliance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.PictureField;

/** The one picture of an entry, what it shows, and whose it is. */
class PicturePart extends Div implements FormPart {

    private final PictureField<FileId> field;
    private final LocalizedField text;
    private final TextField credit;

    /** @param changed called after a picture has come or gone */
    PicturePart(DeskWords words, Entries entries, Files files, EntryId entry, Runnable changed) {
        addClassNames("picture-part", "stack");
        field = new PictureField<>(
                new PictureField.Words(
                        words.text("alliance.form.picture-choose"),
                        words.text("alliance.form.picture-refused"),
                        words.text("alliance.form.picture-remove"),
                        words.text("alliance.form.picture")),
                (name, content) -> files.storePicture(
                                words.asker(), entries.attach(words.asker(), entry), name, content)
                        .id(),
                id -> files.addresses(Set.of(id), words.asker()).get(id),
                () -> {
                    offer();
                    changed.run();
                });
        text = FormPart.line(words, "picture.text", "alliance.form.picture-text");
        credit = FormPart.line(words.text("alliance.form.picture-credit"));
        Paragraph hint = new Paragraph(words.text("alliance.form.picture-hint"));
        hint.addClassName("settings-hint");
        add(field, hint, text, credit);
    }

    void show(@Nullable Picture picture) {
        field.show(picture == null ? null : picture.file());
        text.show(picture == null ? null : picture.text());
        credit.setValue(picture == null || picture.credit() == null ? "" : picture.credit());
        offer();
    }

    @Nullable Picture picture() {
        FileId file = field.picture();
        return file == null ? null : new Picture(file, text.textOrNull(), FormPart.typed(credit));
    }

    @Override
    public boolean refuse(String name, String why) {
        if (name.equals("picture")) {
            field.drop().refuse(why);
            return true;
        }
        return text.refuse(name, why) || (name.equals("picture.credit") && FormPart.refuseAt(credit, why));
    }

    /** What is said of a picture is asked where there is one. */
    private void offer() {
        boolean there = field.picture() != null;
        text.setVisible(there);
        credit.setVisible(there);
    }
}
