package org.kvartal.forum.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;

/** Writes down that somebody is there: a person of the house by name, or a guest. */
class EnterForm extends WordedSheet {

    private final RoomTools tools;
    private final SessionId session;
    private final ComboBox<PersonCard> person;
    private final Select<MemberCard> onBehalfOf = new Select<>();
    private final TextField guest;

    EnterForm(RoomTools tools, SessionId session, Words words) {
        super(words, "enter " + session, words.text("forum.room.enter"));
        this.tools = tools;
        this.session = session;
        person = field("person", tools.people().field(words.text("forum.room.person"), null, words));
        onBehalfOf.setLabel(words.text("forum.app.field.comes-for"));
        onBehalfOf.setEmptySelectionAllowed(true);
        onBehalfOf.setEmptySelectionCaption(words.text("forum.room.themselves"));
        onBehalfOf.setItemLabelGenerator(
                card -> card == null ? words.text("forum.room.themselves") : words.name(card.name()));
        onBehalfOf.setVisible(false);
        field("onBehalfOf", onBehalfOf);
        person.addValueChangeListener(chosen -> speaksFor(chosen.getValue()));
        guest = field("guest", new TextField(words.text("forum.room.guest")));
        fill(new Paragraph(words.text("forum.room.enter-text")), Fields.beside(person, onBehalfOf), guest);
    }

    private void speaksFor(@Nullable PersonCard chosen) {
        List<MemberCard> associations =
                chosen == null ? List.of() : tools.mandates().of(chosen.id());
        onBehalfOf.setItems(associations);
        onBehalfOf.setVisible(!associations.isEmpty());
    }

    @Override
    protected List<Refused> problems() {
        List<Refused> problems = super.problems();
        if (person.isEmpty() && guest.getValue().isBlank()) {
            problems.add(Refused.at("person", "forum.refused.person"));
        }
        return problems;
    }

    @Override
    protected void send() {
        PersonCard chosen = person.getValue();
        if (chosen == null) {
            tools.presence().enterGuest(words.asker(), session, guest.getValue());
        } else {
            MemberCard association = onBehalfOf.getValue();
            tools.presence().enter(words.asker(), session, chosen.id(), association == null ? null : association.id());
        }
    }
}
