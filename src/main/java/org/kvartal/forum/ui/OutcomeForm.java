package org.kvartal.forum.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeDraft;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.BodyId;
import org.kvartal.shell.DayField;

/** Writes an outcome down, or changes one that the room has not settled. */
class OutcomeForm extends WordedSheet {

    private static final int TYPING = 800;

    private final RoomTools tools;
    private final OutcomeId id;
    private final ItemId item;
    private final OutcomeKind kind;
    private final @Nullable OutcomeLine line;
    private final TextArea text;
    private final ComboBox<PersonCard> person;
    private final DayField due;
    private final Select<BodyCard> body = new Select<>();

    static OutcomeForm adding(RoomTools tools, ItemId item, OutcomeKind kind, Words words) {
        return new OutcomeForm(tools, OutcomeId.next(), item, kind, null, words);
    }

    static OutcomeForm changing(RoomTools tools, OutcomeLine line, Words words) {
        return new OutcomeForm(tools, line.id(), line.item(), line.kind(), line, words);
    }

    private OutcomeForm(
            RoomTools tools, OutcomeId id, ItemId item, OutcomeKind kind, @Nullable OutcomeLine line, Words words) {
        super(
                words,
                "outcome " + kind + " " + (line == null ? item : id),
                words.text(line == null ? "forum.room.note-down" : "forum.app.save"));
        this.tools = tools;
        this.id = id;
        this.item = item;
        this.kind = kind;
        this.line = line;
        text = field("text", new TextArea(words.of("outcome-kind", kind)));
        text.setRequiredIndicatorVisible(true);
        text.setMinRows(2);
        OutcomeContent begun = line == null ? begun() : null;
        person = field(
                "person",
                tools.people()
                        .field(
                                words.text("forum.room.who"),
                                line != null
                                        ? line.person()
                                        : begun == null ? null : tools.people().card(begun.person()),
                                words));
        due = field("due", new DayField(words.text("forum.room.due"), words.language()));
        body.setLabel(words.text("forum.room.body"));
        body.setItems(tools.bodies().all(words.asker()));
        body.setItemLabelGenerator(one -> words.name(one.name()));
        field("body", body);
        person.setVisible(kind == OutcomeKind.TASK);
        person.setRequiredIndicatorVisible(kind == OutcomeKind.TASK);
        due.setVisible(kind == OutcomeKind.TASK);
        body.setVisible(kind == OutcomeKind.REFER);
        body.setRequiredIndicatorVisible(kind == OutcomeKind.REFER);
        if (line != null) {
            text.setValue(line.text().in(line.text().source()));
            if (line.due() != null) {
                due.setValue(line.due());
            }
            choose(line.bodyId());
        } else if (begun != null) {
            text.setValue(begun.text());
            due.setValue(begun.due());
            choose(begun.body());
        }
        if (line == null) {
            keepOnHouse();
        }
        fill(text, Fields.beside(person, due), body);
    }

    /** What was begun in another browser, or in this one before it died; null for nothing. */
    private @Nullable OutcomeContent begun() {
        return tools.outcomes().drafts(words.asker(), item).stream()
                .filter(draft -> draft.kind() == kind)
                .map(OutcomeDraft::content)
                .findFirst()
                .orElse(null);
    }

    private void choose(@Nullable BodyId wanted) {
        tools.bodies().all(words.asker()).stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .ifPresent(body::setValue);
    }

    private void keepOnHouse() {
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING);
        text.addValueChangeListener(_ -> keep());
        person.addValueChangeListener(_ -> keep());
        due.addValueChangeListener(_ -> keep());
        body.addValueChangeListener(_ -> keep());
    }

    private void keep() {
        try {
            tools.outcomes().keepDraft(words.asker(), new OutcomeDraft(item, kind, content(words.language())));
        } catch (Refused refused) {
            text.setErrorMessage(words.refusal(refused));
            text.setInvalid(true);
        }
    }

    @Override
    protected void forget() {
        if (line == null) {
            tools.outcomes().dropDraft(words.asker(), item, kind);
        }
    }

    @Override
    protected void send() {
        OutcomeContent content =
                content(line == null ? words.language() : line.text().source());
        if (line == null) {
            tools.outcomes().add(words.asker(), new NewOutcome(id, item, kind, content));
        } else {
            tools.outcomes().change(words.asker(), id, line.version(), content);
        }
    }

    private OutcomeContent content(Language language) {
        PersonCard chosen = person.getValue();
        BodyCard where = body.getValue();
        return new OutcomeContent(
                text.getValue(),
                language,
                chosen == null ? null : chosen.id(),
                due.getValue(),
                where == null ? null : where.id());
    }
}
