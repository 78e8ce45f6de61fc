package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.kernel.LocalizedText;

/** Corrects minutes that stand: a new edition with another wording of a paragraph, and why. */
class CorrectionForm extends WordedSheet {

    private final BiConsumer<String, LocalizedText> act;
    private final WordingFields fields;
    private final TextArea reason;

    /** @param act gets the reason and the wording */
    CorrectionForm(MinutesDesk.Paragraph paragraph, BiConsumer<String, LocalizedText> act, Words words) {
        super(words, "correct " + paragraph.id(), words.text("forum.minutes.correct-send"));
        this.act = act;
        fields = new WordingFields(this, paragraph.text(), null, words);
        reason = field("reason", new TextArea(words.text("shell.reason")));
        reason.setRequiredIndicatorVisible(true);
        List<Component> parts = new ArrayList<>(fields.parts());
        parts.addFirst(new Paragraph(words.text("forum.minutes.correct-text")));
        parts.add(reason);
        warn();
        fill(parts.toArray(Component[]::new));
    }

    @Override
    protected void send() {
        act.accept(reason.getValue(), fields.typed());
    }
}
