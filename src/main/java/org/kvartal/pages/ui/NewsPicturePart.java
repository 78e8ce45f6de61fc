package org.kvartal.pages.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsId;
import org.kvartal.shell.AskSheet.Asked;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.PictureField;

/** The one picture of a piece of news, and what it shows in words. */
class NewsPicturePart extends Div implements Asked {

    private final PageWords words;
    private final PictureField<FileId> field;
    private final LocalizedField text;

    /** @param text for the description of the picture; shown here while there is one */
    NewsPicturePart(PageWords words, NewsDesk news, Files files, NewsId piece, LocalizedField text) {
        this.words = words;
        this.text = text;
        addClassNames("news-picture-part", "stack");
        Span label = new Span(words.text("pages.form.picture"));
        label.addClassName("field-label");
        label.setId("news-picture");
        field = new PictureField<>(
                new PictureField.Words(
                        words.text("pages.form.picture-choose"),
                        words.text("pages.form.picture-refused"),
                        words.text("pages.form.picture-remove"),
                        words.text("pages.form.picture")),
                (name, content) -> files.storePicture(words.asker(), news.attach(words.asker(), piece), name, content)
                        .id(),
                id -> files.addresses(Set.of(id), words.asker()).get(id),
                this::offer);
        field.drop().labelledBy("news-picture");
        text.hint(words.text("pages.form.picture-text-hint"));
        add(label, field, text);
    }

    void show(@Nullable Picture picture) {
        field.show(picture == null ? null : picture.file());
        text.show(picture == null ? null : picture.text());
        offer();
    }

    @Nullable Picture picture() {
        FileId file = field.picture();
        return file == null ? null : new Picture(file, text.textOrNull());
    }

    @Override
    public boolean incomplete() {
        if (field.drop().isArriving()) {
            field.drop().say(words.text("pages.form.picture-arriving"));
            return true;
        }
        return false;
    }

    @Override
    public boolean refuse(String name, String why) {
        if (name.equals("picture")) {
            field.drop().refuse(why);
            return true;
        }
        return text.refuse(name, why);
    }

    @Override
    public void clear() {
        field.drop().clear();
        text.clear();
    }

    /** What the picture shows is asked where there is one. */
    private void offer() {
        text.setVisible(field.picture() != null);
    }
}
