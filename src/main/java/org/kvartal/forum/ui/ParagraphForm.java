package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.MinutesDesk.Suggestion;
import org.kvartal.kernel.LocalizedText;

/** Words a paragraph of minutes anew, in each language of the house; or takes what is suggested for it, beside what it says now. */
class ParagraphForm extends WordedSheet {

    private final Consumer<LocalizedText> act;
    private final WordingFields fields;

    /** @param wish what somebody suggests, null for nothing */
    ParagraphForm(Paragraph paragraph, @Nullable Suggestion wish, Consumer<LocalizedText> act, Words words) {
        super(
                words,
                wish == null ? "paragraph " + paragraph.id() : "take " + wish.id(),
                words.text(wish == null ? "forum.app.save" : "forum.minutes.take"));
        this.act = act;
        fields = new WordingFields(this, paragraph.text(), wish, words);
        List<Component> parts = new ArrayList<>(fields.parts());
        if (wish != null) {
            Span label = new Span(words.text("forum.minutes.now"));
            label.addClassName("figure-words");
            Span now = words.shown(paragraph.text());
            now.addClassName("pre");
            Div beside = new Div(label, now);
            beside.addClassName("suggestion");
            parts.addFirst(beside);
        }
        fill(parts.toArray(Component[]::new));
    }

    @Override
    protected void send() {
        act.accept(fields.typed());
    }
}
