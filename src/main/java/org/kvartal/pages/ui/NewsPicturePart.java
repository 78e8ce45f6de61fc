package org.kvartal.pages.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsId;
import org.kvartal.shell.AskSheet.Asked;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;
import org.kvartal.shell.LocalizedField;

/** The one picture of a piece of news, and what it shows in words. */
class NewsPicturePart extends Div implements Asked {

    private final PageWords words;
    private final NewsDesk news;
    private final Files files;
    private final NewsId piece;
    private final Div shown = new Div();
    private final FileDrop drop;
    private final Button remove;
    private final LocalizedField text;
    private @Nullable FileId file;

    /** @param text for the description of the picture; shown here while there is one */
    NewsPicturePart(PageWords words, NewsDesk news, Files files, NewsId piece, LocalizedField text) {
        this.words = words;
        this.news = news;
        this.files = files;
        this.piece = piece;
        this.text = text;
        addClassNames("news-picture-part", "stack");
        Span label = new Span(words.text("pages.form.picture"));
        label.addClassName("field-label");
        label.setId("news-picture");
        shown.addClassName("news-picture-shown");
        Button choose = new Button(words.text("pages.form.picture-choose"), Icon.PICTURE.create());
        drop = new FileDrop(choose, this::take);
        drop.acceptPictures(words.text("pages.form.picture-refused"));
        drop.labelledBy("news-picture");
        remove = new Button(words.text("pages.form.picture-remove"), Icon.TRASH.create(), _ -> show((FileId) null));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        text.hint(words.text("pages.form.picture-text-hint"));
        add(label, shown, drop, remove, text);
    }

    void show(@Nullable Picture picture) {
        show(picture == null ? null : picture.file());
        text.show(picture == null ? null : picture.text());
    }

    @Nullable Picture picture() {
        return file == null ? null : new Picture(file, text.textOrNull());
    }

    @Override
    public boolean incomplete() {
        if (drop.isArriving()) {
            drop.say(words.text("pages.form.picture-arriving"));
            return true;
        }
        return false;
    }

    @Override
    public boolean refuse(String field, String why) {
        if (field.equals("picture")) {
            drop.refuse(why);
            return true;
        }
        return text.refuse(field, why);
    }

    @Override
    public void clear() {
        drop.clear();
        text.clear();
    }

    private void show(@Nullable FileId id) {
        file = id;
        shown.removeAll();
        if (id != null) {
            String address = files.addresses(Set.of(id), words.asker()).get(id);
            if (address != null) {
                shown.add(new Image(address, words.text("pages.form.picture")));
            }
        }
        remove.setVisible(id != null);
        text.setVisible(id != null);
    }

    private Command take(String name, InputStream content) {
        FileOwner owner = news.attach(words.asker(), piece);
        StoredFile stored = files.storePicture(words.asker(), owner, name, content);
        return () -> show(stored.id());
    }
}
