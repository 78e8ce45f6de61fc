package org.kvartal.seminars.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.Seminars.TrainerLine;
import org.kvartal.seminars.TrainerRole;
import org.kvartal.shell.PlainFields;

/** Somebody of the team: with an account, or by name alone. */
final class TrainerRow extends RowsField.Row {

    private final ComboBox<PersonCard> person;
    private final TextField name;
    private final Select<TrainerRole> role = new Select<>();
    private final Words words;

    TrainerRow(@Nullable TrainerLine line, DeskTools tools, Words words) {
        this.words = words;
        person = tools.people().person(words.text("seminars.field.person"), line == null ? null : line.person(), words);
        name = new TextField(words.text("seminars.field.other-name"));
        name.setHelperText(words.text("seminars.hint.other-name"));
        name.setValue(line == null || line.person() != null ? "" : line.name());
        role.setLabel(words.text("seminars.field.role"));
        role.setItems(TrainerRole.values());
        role.setItemLabelGenerator(one -> words.of("role", one));
        role.setValue(line == null ? TrainerRole.TRAINER : line.role());
        name.setVisible(person.isEmpty());
        person.addValueChangeListener(_ -> name.setVisible(person.isEmpty()));
        add(PlainFields.beside(person, role), name);
    }

    Trainer trainer() {
        PersonCard chosen = person.getValue();
        return new Trainer(chosen == null ? null : chosen.id(), chosen == null ? name.getValue() : "", role.getValue());
    }

    @Override
    boolean incomplete() {
        return person.isEmpty() && Pieces.missing(name, words);
    }

    @Override
    void focus() {
        person.focus();
    }
}
