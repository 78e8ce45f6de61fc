package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.ItemKind;
import org.kvartal.kernel.Language;
import org.kvartal.shell.TypedLanguage;

/** What an item says, in each form that makes or changes one. */
class ItemFields extends Div {

    private static final int MINUTES = 15;

    final TextField title;
    private final Select<ItemKind> kind;
    private final IntegerField minutes;
    private final TextArea context;
    private final TextArea expected;

    ItemFields(WordedSheet sheet, Words words) {
        addClassName("stack");
        title = sheet.asked("title", new TextField(words.text("forum.app.field.item-title")));
        title.setRequiredIndicatorVisible(true);
        kind = sheet.asked("kind", Fields.kind(words));
        minutes = sheet.asked(
                "minutes",
                Fields.number(words.text("forum.app.field.item-minutes"), MINUTES, 1, Agenda.MOST_MINUTES, words));
        context = sheet.asked("context", new TextArea(words.text("forum.app.field.context")));
        context.setHelperText(words.text("forum.app.field.context-hint"));
        context.setMinRows(4);
        context.setMaxRows(14);
        expected = sheet.asked("expected", new TextArea(words.text("forum.app.field.expected")));
        expected.setHelperText(words.text("forum.app.field.expected-hint"));
        expected.setMinRows(2);
        add(title, Fields.beside(kind, minutes), context, expected);
    }

    /** What stands there now. */
    void show(
            String itsTitle, Language language, String itsContext, ItemKind itsKind, int itsMinutes, String itsResult) {
        title.setValue(itsTitle);
        context.setValue(itsContext);
        kind.setValue(itsKind);
        minutes.setValue(itsMinutes);
        expected.setValue(itsResult);
        written(language);
    }

    /** The texts are in that language. */
    void written(Language language) {
        TypedLanguage.say(title, language.code());
        TypedLanguage.say(context, language.code());
        TypedLanguage.say(expected, language.code());
    }

    String title() {
        return title.getValue();
    }

    String context() {
        return context.getValue();
    }

    ItemKind kind() {
        return kind.getValue();
    }

    int minutes() {
        return minutes.getValue();
    }

    String expected() {
        return expected.getValue();
    }

    /** Begins with a context that was made of a thread. */
    void begin(String itsTitle, String itsContext, Language language) {
        show(itsTitle, language, itsContext, ItemKind.DISCUSS, MINUTES, "");
    }
}
