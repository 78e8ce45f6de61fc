package org.kvartal.forum.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.SessionId;

/** Reads the outcomes back, says how the rest goes on, and closes the session. */
class CloseForm extends WordedSheet {

    private final RoomTools tools;
    private final SessionId session;
    private final Map<OutcomeId, Checkbox> readBack = new LinkedHashMap<>();
    private final RadioButtonGroup<Carrying> rest;
    private final boolean unsettled;

    CloseForm(RoomTools tools, DeskPage page, Words words) {
        super(words, "close " + page.session().id(), words.text("forum.room.close"));
        this.tools = tools;
        session = page.session().id();
        Div outcomes = new Div();
        outcomes.addClassName("read-back");
        for (OutcomeLine line : page.outcomes()) {
            if (line.state() == OutcomeState.LIVE) {
                Checkbox confirmed =
                        new Checkbox(words.of("outcome-kind", line.kind()) + ": " + words.name(line.text()), true);
                readBack.put(line.id(), confirmed);
                outcomes.add(confirmed);
            }
        }
        long open = page.items().stream()
                .map(item -> item.line().state())
                .filter(state -> state != ItemState.CURRENT && !state.settled())
                .count();
        unsettled = open > 0;
        rest = DeferForm.choice(words);
        rest.setVisible(unsettled);
        rest.setLabel(words.text("forum.room.close-rest", open));
        fill(
                new Paragraph(words.text(readBack.isEmpty() ? "forum.room.close-nothing" : "forum.room.close-text")),
                outcomes,
                rest);
    }

    @Override
    protected void send() {
        Map<OutcomeId, Boolean> said = new HashMap<>();
        readBack.forEach((id, confirmed) -> said.put(id, confirmed.getValue()));
        tools.room().close(words.asker(), session, said, unsettled ? rest.getValue() : null);
    }
}
