package org.kvartal.forum.ui;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;

/** Words a paragraph of minutes anew, in each language of the house. */
class ParagraphForm extends WordedSheet {

    private final Consumer<LocalizedText> act;
    private final LocalizedText before;
    private final Map<Language, TextArea> fields = new EnumMap<>(Language.class);

    ParagraphForm(Paragraph paragraph, Consumer<LocalizedText> act, Words words) {
        super(words, "paragraph " + paragraph.id(), words.text("forum.app.save"));
        this.act = act;
        before = paragraph.text();
        fields.putAll(areas(this, paragraph, words));
        fill(fields.values().toArray(TextArea[]::new));
    }

    /** A field per language, the reader's own first. */
    static Map<Language, TextArea> areas(WordedSheet sheet, Paragraph paragraph, Words words) {
        Map<Language, TextArea> areas = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            TextArea area = sheet.asked("text." + language.code(), new TextArea(language.ownName()));
            area.setValue(paragraph.text().in(language));
            area.setMinRows(2);
            area.getElement().setAttribute("lang", language.code());
            area.setRequiredIndicatorVisible(true);
            areas.put(language, area);
        }
        return areas;
    }

    static LocalizedText worded(LocalizedText before, Map<Language, TextArea> fields) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        fields.forEach((language, area) -> texts.put(language, area.getValue()));
        if (texts.getOrDefault(before.source(), "").isBlank()) {
            throw Refused.at("text." + before.source().code(), "forum.refused.missing");
        }
        return new LocalizedText(before.source(), texts);
    }

    @Override
    protected void send() {
        act.accept(worded(before, fields));
    }
}
