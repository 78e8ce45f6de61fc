package org.kvartal.forum.ui;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;

/** What a section of an agenda is called. */
class SectionForm extends Sheet {

    private final TranslatedNames title;
    private final Consumer<LocalizedText> act;

    /**
     * @param form tells the forms of one page apart
     * @param now what it is called now, null for a new one
     */
    SectionForm(String form, @Nullable LocalizedText now, Consumer<LocalizedText> act, Words words) {
        super(words, form, words.text(now == null ? "forum.app.section.add-send" : "forum.app.save"));
        this.act = act;
        title = new TranslatedNames(words, words.text("forum.app.template.section"), "title", now);
        keep(title);
        fill(title);
    }

    @Override
    boolean incomplete() {
        boolean own = super.incomplete();
        return title.incomplete() || own;
    }

    @Override
    boolean refuse(String field, String why) {
        return title.refuse(field, why, "title");
    }

    @Override
    void focus() {
        title.focus();
    }

    @Override
    void send() {
        act.accept(title.name());
    }
}
