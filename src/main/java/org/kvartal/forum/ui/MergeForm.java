package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.ItemLine;

/** Lets an item go on as part of another one. */
class MergeForm extends WordedSheet {

    private static final int CHOICE = 200;

    private final Agenda agenda;
    private final ItemLine item;
    private final Select<ItemLine> into = new Select<>();

    MergeForm(Agenda agenda, ItemLine item, Words words) {
        super(words, "merge " + item.id(), words.text("forum.app.merge-send"));
        this.agenda = agenda;
        this.item = item;
        List<ItemLine> others = agenda.backlog(words.asker(), item.series(), null, CHOICE).items().stream()
                .filter(one -> !one.id().equals(item.id()))
                .toList();
        field("into", into);
        into.setLabel(words.text("forum.app.field.into"));
        into.setRequiredIndicatorVisible(true);
        into.setItems(others);
        into.setItemLabelGenerator(one -> words.name(one.title()));
        fill(new Paragraph(words.text("forum.app.merge-text", words.name(item.title()))), into);
    }

    @Override
    protected void send() {
        agenda.merge(words.asker(), item.id(), item.version(), into.getValue().id());
    }
}
