package org.kvartal.forum.ui;

import com.vaadin.flow.component.textfield.TextArea;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.SuggestionId;

/** Suggests other words for a paragraph, in the reader's language. */
class SuggestForm extends WordedSheet {

    private final RoomTools tools;
    private final SuggestionId id = SuggestionId.next();
    private final Paragraph paragraph;
    private final TextArea text;
    private final TextArea why;

    SuggestForm(RoomTools tools, Paragraph paragraph, Words words) {
        super(words, "suggest " + paragraph.id(), words.text("forum.minutes.suggest-send"));
        this.tools = tools;
        this.paragraph = paragraph;
        text = field("text", new TextArea(words.text("forum.minutes.better")));
        text.setValue(paragraph.text().in(words.language()));
        text.setRequiredIndicatorVisible(true);
        why = field("why", new TextArea(words.text("forum.minutes.why")));
        fill(text, why);
    }

    @Override
    protected void send() {
        tools.minutes().suggest(words.asker(), id, paragraph.id(), words.language(), text.getValue(), why.getValue());
    }
}
