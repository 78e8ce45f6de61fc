package org.kvartal.forum.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.Draft;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;

/** Proposes an item. The id is made with the form, so that a second press is the same item. */
class ProposeForm extends WordedSheet {

    private final Agenda agenda;
    private final ItemId id = ItemId.next();
    private final Select<Goal> goal = new Select<>();
    private final ItemFields fields;
    private final Select<MemberCard> onBehalfOf = new Select<>();
    private final @Nullable Long thread;
    private final Language language;

    /**
     * For what an item can be proposed.
     *
     * @param series null for sessions that belong to none
     * @param session null for any of the series
     */
    record Goal(@Nullable SeriesId series, @Nullable SessionId session, String words) {}

    /**
     * @param goals the first is chosen
     * @param draft what a thread would be as an item, null for a new matter
     * @param thread its number
     */
    ProposeForm(
            Agenda agenda,
            List<Goal> goals,
            @Nullable Draft draft,
            @Nullable Long thread,
            List<MemberCard> speaksFor,
            Words words) {
        super(words, "propose " + (thread == null ? "" : thread), words.text("forum.app.propose.send"));
        this.agenda = agenda;
        this.thread = thread;
        this.language = draft == null ? words.language() : draft.language();
        addClassName("long");
        field("session", goal);
        goal.setLabel(words.text("forum.app.field.goal"));
        goal.setItems(goals);
        goal.setItemLabelGenerator(Goal::words);
        goal.setValue(goals.getFirst());
        fields = new ItemFields(this, words);
        fields.written(language);
        if (draft != null) {
            fields.begin(draft.title(), draft.context(), draft.language());
        }
        field("onBehalfOf", onBehalfOf);
        onBehalfOf.setLabel(words.text("forum.app.field.as"));
        onBehalfOf.setEmptySelectionAllowed(true);
        onBehalfOf.setEmptySelectionCaption(words.text("forum.app.myself"));
        onBehalfOf.setItemLabelGenerator(card ->
                card == null ? words.text("forum.app.myself") : words.text("forum.for-whom", words.name(card.name())));
        onBehalfOf.setItems(speaksFor);
        onBehalfOf.setVisible(!speaksFor.isEmpty());
        fill(goal, fields, onBehalfOf);
    }

    @Override
    public void focus() {
        fields.title.focus();
    }

    @Override
    protected void send() {
        Goal wish = goal.getValue();
        MemberCard association = onBehalfOf.getValue();
        agenda.propose(
                words.asker(),
                new NewItem(
                        id,
                        wish.series(),
                        wish.session(),
                        fields.title(),
                        language,
                        fields.context(),
                        fields.kind(),
                        fields.minutes(),
                        fields.expected(),
                        association == null ? null : association.id(),
                        thread));
    }
}
