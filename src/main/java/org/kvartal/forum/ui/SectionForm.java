package org.kvartal.forum.ui;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;

/** What a section of an agenda is called. */
class SectionForm extends WordedSheet {

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
    protected boolean incomplete() {
        boolean own = super.incomplete();
        return title.incomplete() || own;
    }

    @Override
    protected boolean refuse(String field, String why) {
        return title.refuse(field, why, "title");
    }

    @Override
    public void focus() {
        title.focus();
    }

    @Override
    protected void send() {
        act.accept(title.name());
    }
}
