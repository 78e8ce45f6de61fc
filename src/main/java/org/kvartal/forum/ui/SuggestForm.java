package org.kvartal.forum.ui;

import com.vaadin.flow.component.textfield.TextArea;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.SuggestionId;
import org.kvartal.kernel.Language;

/** Suggests other words for a paragraph, in the language in which the reader sees it. */
class SuggestForm extends WordedSheet {

    private final RoomTools tools;
    private final SuggestionId id = SuggestionId.next();
    private final Paragraph paragraph;
    private final Language language;
    private final TextArea text;
    private final TextArea why;

    SuggestForm(RoomTools tools, Paragraph paragraph, Words words) {
        super(words, "suggest " + paragraph.id(), words.text("forum.minutes.suggest-send"));
        this.tools = tools;
        this.paragraph = paragraph;
        language = paragraph.text().shownIn(words.language());
        text = field("text", new TextArea(words.text("forum.minutes.better")));
        text.setValue(paragraph.text().in(language));
        text.setRequiredIndicatorVisible(true);
        text.getElement().setAttribute("lang", language.code());
        if (language != words.language()) {
            text.setHelperText(language.ownName());
        }
        why = field("why", new TextArea(words.text("forum.minutes.why")));
        fill(text, why);
    }

    @Override
    protected void send() {
        tools.minutes()
                .suggest(
                        words.asker(),
                        id,
                        paragraph.id(),
                        paragraph.version(),
                        language,
                        text.getValue(),
                        why.getValue());
    }
}
