package org.kvartal.forum.ui;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.LocalizedField;

/** What a section of an agenda is called. */
class SectionForm extends WordedSheet {

    private final LocalizedField title;
    private final Consumer<LocalizedText> act;

    /**
     * @param form tells the forms of one page apart
     * @param now what it is called now, null for a new one
     */
    SectionForm(String form, @Nullable LocalizedText now, Consumer<LocalizedText> act, Words words) {
        super(words, form, words.text(now == null ? "forum.app.section.add-send" : "forum.app.save"));
        this.act = act;
        title = named("title", "forum.app.template.section", now);
        fill(title);
    }

    @Override
    public void focus() {
        title.focus();
    }

    @Override
    protected void send() {
        act.accept(title.text());
    }
}
