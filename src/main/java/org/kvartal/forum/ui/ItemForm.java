package org.kvartal.forum.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** An item of whoever facilitates: changed, or made on the agenda at once. */
class ItemForm extends WordedSheet {

    private final Agenda agenda;
    private final ItemId id;
    private final @Nullable ItemLine item;
    private final @Nullable Supplier<Place> place;
    private final Language language;
    private final ItemFields fields;
    private final Select<ItemVisibility> visibility = new Select<>();
    private final ComboBox<PersonCard> presenter;

    /** Where a new item comes to stand. */
    record Place(SessionId session, long seen, SectionId section) {}

    static ItemForm changing(Agenda agenda, ItemLine item, ForumPeople people, Words words) {
        return new ItemForm(agenda, item.id(), item, null, people, words);
    }

    /** @param place asked for when the form is sent, since the agenda goes on changing */
    static ItemForm adding(Agenda agenda, Supplier<Place> place, ForumPeople people, Words words) {
        return new ItemForm(agenda, ItemId.next(), null, place, people, words);
    }

    private ItemForm(
            Agenda agenda,
            ItemId id,
            @Nullable ItemLine item,
            @Nullable Supplier<Place> place,
            ForumPeople people,
            Words words) {
        super(
                words,
                "item " + (item == null ? "" : id),
                words.text(item == null ? "forum.app.item.add-send" : "forum.app.save"));
        this.agenda = agenda;
        this.id = id;
        this.item = item;
        this.place = place;
        this.language = item == null ? words.language() : item.title().source();
        addClassName("long");
        fields = new ItemFields(this, words);
        fields.written(language);
        field("visibility", visibility);
        visibility.setLabel(words.text("forum.app.field.visibility"));
        visibility.setItems(ItemVisibility.values());
        visibility.setItemLabelGenerator(one -> words.of("visibility", one));
        visibility.setValue(item == null ? ItemVisibility.COMMON : item.visibility());
        presenter = field(
                "presenter",
                people.field(words.text("forum.app.field.presenter"), item == null ? null : item.presenter(), words));
        if (item != null) {
            fields.show(
                    item.title().in(language), language, item.context(), item.kind(), item.minutes(), item.expected());
        }
        Div pair = Fields.beside(presenter, visibility);
        fill(fields, pair);
    }

    @Override
    public void focus() {
        fields.title.focus();
    }

    @Override
    protected void send() {
        PersonCard person = presenter.getValue();
        @Nullable PersonId presents = person == null ? null : person.id();
        if (item != null) {
            agenda.edit(
                    words.asker(),
                    new ItemEdit(
                            id,
                            item.version(),
                            fields.title(),
                            fields.context(),
                            fields.kind(),
                            fields.minutes(),
                            fields.expected(),
                            visibility.getValue(),
                            presents));
            return;
        }
        Place at = Objects.requireNonNull(place).get();
        agenda.add(
                words.asker(),
                at.session(),
                at.seen(),
                at.section(),
                new AddedItem(
                        new NewItem(
                                id,
                                null,
                                at.session(),
                                fields.title(),
                                language,
                                fields.context(),
                                fields.kind(),
                                fields.minutes(),
                                fields.expected(),
                                null,
                                null),
                        visibility.getValue(),
                        presents));
    }
}
