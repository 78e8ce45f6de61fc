package org.kvartal.seminars.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.shell.LocalizedField;

/** A question, with its choices where it has some. */
final class QuestionRow extends RowsField.Row {

    private final QuestionId id;
    private final LocalizedField label;
    private final Select<QuestionKind> kind = new Select<>();
    private final Checkbox required;
    private final RowsField<ChoiceRow> choices;

    QuestionRow(@Nullable Question question, Words words) {
        id = question == null ? QuestionId.next() : question.id();
        label = Fields.text(
                "question",
                words.text("seminars.field.question"),
                1,
                true,
                question == null ? null : question.label(),
                words);
        kind.setLabel(words.text("seminars.field.kind"));
        kind.setItems(QuestionKind.values());
        kind.setItemLabelGenerator(one -> words.of("question-kind", one));
        kind.setValue(question == null ? QuestionKind.TEXT : question.kind());
        required = new Checkbox(words.text("seminars.field.required"), question != null && question.required());
        choices = new RowsField<>(words, "", words.text("seminars.app.add-choice"), () -> new ChoiceRow(null, words));
        if (question != null) {
            question.choices().forEach(choice -> choices.row(new ChoiceRow(choice, words)));
        }
        kind.addValueChangeListener(_ -> show(words));
        show(words);
        add(label, kind, choices, required);
    }

    private void show(Words words) {
        boolean chosen = kind.getValue() == QuestionKind.CHOICE;
        choices.setVisible(chosen);
        while (chosen && choices.rows().size() < 2) {
            choices.row(new ChoiceRow(null, words));
        }
    }

    Question question() {
        QuestionKind asked = kind.getValue();
        return new Question(
                id,
                label.text(),
                asked,
                asked == QuestionKind.CHOICE
                        ? choices.rows().stream().map(ChoiceRow::choice).toList()
                        : List.of(),
                required.getValue());
    }

    @Override
    boolean incomplete() {
        boolean ofChoices = kind.getValue() == QuestionKind.CHOICE && choices.incomplete();
        return label.incomplete() || ofChoices;
    }

    @Override
    void focus() {
        label.focus();
    }
}
