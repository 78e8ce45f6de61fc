package org.kvartal.forum.ui;

import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.ItemLine;

/** Changes what somebody has proposed themselves, in the language in which they wrote it. */
class OwnItemForm extends WordedSheet {

    private final Agenda agenda;
    private final ItemLine item;
    private final ItemFields fields;

    OwnItemForm(Agenda agenda, ItemLine item, Words words) {
        super(words, "own " + item.id(), words.text("forum.app.save"));
        this.agenda = agenda;
        this.item = item;
        addClassName("long");
        fields = new ItemFields(this, words);
        fields.show(
                item.title().in(item.title().source()),
                item.title().source(),
                item.context(),
                item.kind(),
                item.minutes(),
                item.expected());
        fill(fields);
    }

    @Override
    public void focus() {
        fields.title.focus();
    }

    @Override
    protected void send() {
        agenda.edit(
                words.asker(),
                new ItemEdit(
                        item.id(),
                        item.version(),
                        fields.title(),
                        fields.context(),
                        fields.kind(),
                        fields.minutes(),
                        fields.expected(),
                        item.visibility(),
                        null));
    }
}
