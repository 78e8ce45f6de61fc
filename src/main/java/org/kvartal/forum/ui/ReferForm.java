package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import org.kvartal.forum.ItemId;
import org.kvartal.membership.Bodies.BodyCard;

/** Hands an item over to a body. */
class ReferForm extends WordedSheet {

    private final RoomTools tools;
    private final ItemId item;
    private final Select<BodyCard> body = new Select<>();

    ReferForm(RoomTools tools, ItemId item, Words words) {
        super(words, "refer " + item, words.text("forum.room.refer"));
        this.tools = tools;
        this.item = item;
        body.setLabel(words.text("forum.room.body"));
        body.setItems(tools.bodies().all(words.asker()));
        body.setItemLabelGenerator(one -> words.name(one.name()));
        body.setRequiredIndicatorVisible(true);
        fill(new Paragraph(words.text("forum.room.refer-text")), field("body", body));
    }

    @Override
    protected void send() {
        tools.room().refer(words.asker(), item, body.getValue().id());
    }
}
