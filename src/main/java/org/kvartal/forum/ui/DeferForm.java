package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.Room.Carrying;

/** Lets an item go on in another session. */
class DeferForm extends WordedSheet {

    private final RoomTools tools;
    private final ItemId item;
    private final RadioButtonGroup<Carrying> carrying;

    /** @param next the code of the session in which it goes on, null for the backlog */
    DeferForm(RoomTools tools, ItemId item, @Nullable String next, Words words) {
        super(words, "defer " + item, words.text("forum.room.defer"));
        this.tools = tools;
        this.item = item;
        carrying = choice(words);
        fill(
                new Paragraph(
                        next == null
                                ? words.text("forum.room.defer-backlog")
                                : words.text("forum.room.defer-next", next)),
                carrying);
    }

    static RadioButtonGroup<Carrying> choice(Words words) {
        RadioButtonGroup<Carrying> carrying = new RadioButtonGroup<>(words.text("forum.room.carrying"));
        carrying.setItems(Carrying.values());
        carrying.setItemLabelGenerator(one -> words.of("carrying", one));
        carrying.setValue(Carrying.DUPLICATE);
        return carrying;
    }

    @Override
    protected void send() {
        var _ = tools.room().defer(words.asker(), item, carrying.getValue());
    }
}
