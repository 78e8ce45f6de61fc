package org.kvartal.seminars.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.MemberCard;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.Seminars.TrainerLine;
import org.kvartal.seminars.TrainerRole;
import org.kvartal.shell.DayField;

/** One line each of what belongs to a seminar, as it is edited. */
final class PlanRows {

    private PlanRows() {}

    /** A day. */
    static final class DayRow extends RowsField.Row {

        private final DayId id;
        private final DayField date;
        private final TimePicker start;
        private final TimePicker end;
        private final Words words;

        DayRow(@Nullable Day day, Words words) {
            this.words = words;
            id = day == null ? DayId.next() : day.id();
            date = new DayField(words.text("seminars.field.date"), words.language());
            start = Fields.time(words.text("seminars.field.start"), words);
            end = Fields.time(words.text("seminars.field.end"), words);
            date.setRequiredIndicatorVisible(true);
            start.setValue(day == null ? LocalTime.of(10, 0) : day.start());
            end.setValue(day == null ? LocalTime.of(17, 0) : day.end());
            if (day != null) {
                date.setValue(day.date());
            }
            add(Fields.beside(date, start, end));
        }

        Day day() {
            return new Day(id, date.getValue(), start.getValue(), end.getValue());
        }

        @Override
        boolean incomplete() {
            return Pieces.missing(date, words) | Pieces.missing(start, words) | Pieces.missing(end, words);
        }

        @Override
        void focus() {
            date.focus();
        }
    }

    /** What stands on a day. */
    static final class PartRow extends RowsField.Row {

        private final TranslatedField title;
        private final Select<Day> day = new Select<>();
        private final TimePicker start;
        private final TimePicker end;
        private final TextField room;
        private final TextField track;
        private final Words words;

        PartRow(@Nullable Part part, List<Day> days, Words words) {
            this.words = words;
            title = new TranslatedField(
                    words, words.text("seminars.field.title"), "part", 1, true, part == null ? null : part.title());
            day.setLabel(words.text("seminars.field.day"));
            day.setItems(days);
            day.setItemLabelGenerator(one -> words.day(one.date()));
            Day on = days.stream()
                    .filter(one -> part != null && one.id().equals(part.day()))
                    .findFirst()
                    .orElse(days.getFirst());
            day.setValue(on);
            day.setVisible(days.size() > 1);
            start = Fields.time(words.text("seminars.field.start"), words);
            end = Fields.time(words.text("seminars.field.end"), words);
            start.setValue(part == null ? on.start() : part.start());
            end.setValue(part == null ? on.end() : part.end());
            room = new TextField(words.text("seminars.field.room"), part == null ? "" : part.room(), "");
            track = new TextField(words.text("seminars.field.track"), part == null ? "" : part.track(), "");
            add(title, Fields.beside(day, start, end), Fields.beside(room, track));
        }

        Part part() {
            return new Part(
                    day.getValue().id(),
                    title.text(),
                    start.getValue(),
                    end.getValue(),
                    room.getValue(),
                    track.getValue());
        }

        @Override
        boolean incomplete() {
            return title.incomplete() | Pieces.missing(start, words) | Pieces.missing(end, words);
        }

        @Override
        void focus() {
            title.focus();
        }
    }

    /** Seats that only some may take. */
    static final class GroupRow extends RowsField.Row {

        private final GroupId id;
        private final TextField name;
        private final IntegerField seats;
        private final MultiSelectComboBox<MemberCard> members;
        private final MultiSelectComboBox<BodyCard> bodies;
        private final MomentField until;
        private final ZoneId zone;
        private final Words words;

        GroupRow(@Nullable Group group, ZoneId zone, DeskTools tools, Words words) {
            this.zone = zone;
            this.words = words;
            id = group == null ? GroupId.next() : group.id();
            name = new TextField(words.text("seminars.field.name"), group == null ? "" : group.name(), "");
            name.setRequiredIndicatorVisible(true);
            seats = Fields.number(words.text("seminars.field.seats"), 1, SeminarDesk.MOST_SEATS, words);
            seats.setValue(group == null ? 1 : group.seats());
            seats.setRequiredIndicatorVisible(true);
            members = tools.people()
                    .organisations(
                            words.text("seminars.field.members"), group == null ? Set.of() : group.members(), words);
            bodies = new MultiSelectComboBox<>(words.text("seminars.field.bodies"));
            List<BodyCard> all = tools.bodies().all(words.asker());
            bodies.setItems(all);
            bodies.setItemLabelGenerator(body -> words.name(body.name()));
            bodies.setValue(all.stream()
                    .filter(body -> group != null && group.bodies().contains(body.id()))
                    .collect(Collectors.toSet()));
            bodies.setVisible(!all.isEmpty());
            until = new MomentField(
                    words.text("seminars.field.until"),
                    group == null || group.until() == null ? null : LocalDateTime.ofInstant(group.until(), zone),
                    words);
            until.setHelperText(words.text("seminars.hint.until"));
            add(Fields.beside(name, seats), members, bodies, until);
        }

        Group group() {
            LocalDateTime released = until.getValue();
            return new Group(
                    id,
                    name.getValue(),
                    members.getValue().stream().map(MemberCard::id).collect(Collectors.toSet()),
                    bodies.getValue().stream().map(BodyCard::id).collect(Collectors.toSet()),
                    seats.getValue(),
                    released == null ? null : released.atZone(zone).toInstant());
        }

        @Override
        boolean incomplete() {
            return Pieces.missing(name, words) | Pieces.missing(seats, words);
        }

        @Override
        void focus() {
            name.focus();
        }
    }

    /** A question, with its choices where it has some. */
    static final class QuestionRow extends RowsField.Row {

        private final QuestionId id;
        private final TranslatedField label;
        private final Select<QuestionKind> kind = new Select<>();
        private final Checkbox required;
        private final RowsField<ChoiceRow> choices;

        QuestionRow(@Nullable Question question, Words words) {
            id = question == null ? QuestionId.next() : question.id();
            label = new TranslatedField(
                    words,
                    words.text("seminars.field.question"),
                    "question",
                    1,
                    true,
                    question == null ? null : question.label());
            kind.setLabel(words.text("seminars.field.kind"));
            kind.setItems(QuestionKind.values());
            kind.setItemLabelGenerator(one -> words.of("question-kind", one));
            kind.setValue(question == null ? QuestionKind.TEXT : question.kind());
            required = new Checkbox(words.text("seminars.field.required"), question != null && question.required());
            choices =
                    new RowsField<>(words, "", words.text("seminars.app.add-choice"), () -> new ChoiceRow(null, words));
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
            return label.incomplete() | (kind.getValue() == QuestionKind.CHOICE && choices.incomplete());
        }

        @Override
        void focus() {
            label.focus();
        }
    }

    /** One of the answers that a question offers. */
    static final class ChoiceRow extends RowsField.Row {

        private final TranslatedField choice;

        ChoiceRow(@Nullable LocalizedText value, Words words) {
            choice = new TranslatedField(words, words.text("seminars.field.choice"), "choice", 1, true, value);
            add(choice);
        }

        LocalizedText choice() {
            return choice.text();
        }

        @Override
        boolean incomplete() {
            return choice.incomplete();
        }

        @Override
        void focus() {
            choice.focus();
        }
    }

    /** Somebody of the team: with an account, or by name alone. */
    static final class TrainerRow extends RowsField.Row {

        private final ComboBox<PersonCard> person;
        private final TextField name;
        private final Select<TrainerRole> role = new Select<>();
        private final Words words;

        TrainerRow(@Nullable TrainerLine line, DeskTools tools, Words words) {
            this.words = words;
            person = tools.people()
                    .person(words.text("seminars.field.person"), line == null ? null : line.person(), words);
            name = new TextField(words.text("seminars.field.other-name"));
            name.setHelperText(words.text("seminars.hint.other-name"));
            name.setValue(line == null || line.person() != null ? "" : line.name());
            role.setLabel(words.text("seminars.field.role"));
            role.setItems(TrainerRole.values());
            role.setItemLabelGenerator(one -> words.of("role", one));
            role.setValue(line == null ? TrainerRole.TRAINER : line.role());
            name.setVisible(person.isEmpty());
            person.addValueChangeListener(_ -> name.setVisible(person.isEmpty()));
            add(Fields.beside(person, role), name);
        }

        Trainer trainer() {
            PersonCard chosen = person.getValue();
            return new Trainer(
                    chosen == null ? null : chosen.id(), chosen == null ? name.getValue() : "", role.getValue());
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
}
