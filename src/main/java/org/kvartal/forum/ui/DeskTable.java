package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Notices;

/** What is pressed and dropped, done once each, and the page read anew. What somebody else has changed meanwhile is said, and shown. */
class DeskTable implements Desk {

    private final Agenda agenda;
    private final ForumPeople people;
    private final DeskColumn column;
    private final Div place;
    private final Runnable again;
    private final Words words;
    private BacklogPart.@Nullable Deciding deciding;
    private @Nullable AgendaDesk desk;

    /**
     * @param column where the agenda is shown
     * @param place where forms open
     * @param again reads the page anew
     */
    DeskTable(Agenda agenda, ForumPeople people, DeskColumn column, Div place, Runnable again, Words words) {
        this.agenda = agenda;
        this.people = people;
        this.column = column;
        this.place = place;
        this.again = again;
        this.words = words;
    }

    /** Who looks after the papers of what waits. */
    void decide(BacklogPart.Deciding whoDecides) {
        deciding = whoDecides;
    }

    /** What is shown now, and so what the next act begins from. */
    void seen(AgendaDesk shown) {
        desk = shown;
    }

    private interface Act {
        void with(AgendaDesk seen);
    }

    private boolean act(Act act) {
        boolean done = true;
        try {
            act.with(Objects.requireNonNull(desk));
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
            done = false;
        }
        again.run();
        return done;
    }

    @Override
    public void place(ItemLine item, AgendaPart section, int index) {
        Spot before = spot(item.id());
        boolean done = act(seen ->
                agenda.place(words.asker(), seen.session().id(), seen.agendaVersion(), item.id(), section.id(), index));
        if (done) {
            told(item, before);
        }
    }

    @Override
    public void takeBack(ItemLine item) {
        if (act(seen -> agenda.takeBack(words.asker(), seen.session().id(), seen.agendaVersion(), item.id()))) {
            whisper(words.text("forum.app.desk.taken-back", words.name(item.title())));
        }
    }

    @Override
    public void edit(ItemLine item) {
        ItemForm.changing(agenda, item, people, words).openIn(place, "forum.app.saved", again);
    }

    @Override
    public void papers(ItemLine item) {
        Objects.requireNonNull(deciding).papers(item);
    }

    @Override
    public void add(AgendaPart section) {
        ItemForm.adding(agenda, () -> new ItemForm.Place(session(), version(), section.id()), people, words)
                .openIn(place, "forum.app.item.added", again);
    }

    @Override
    public void rename(AgendaPart section) {
        new SectionForm(
                        "section " + section.id(),
                        section.title(),
                        title -> agenda.renameSection(words.asker(), session(), version(), section.id(), title),
                        words)
                .openIn(place, "forum.app.saved", again);
    }

    @Override
    public void addSection() {
        SectionId id = SectionId.next();
        new SectionForm(
                        "section",
                        null,
                        title -> agenda.addSection(words.asker(), session(), version(), id, title),
                        words)
                .openIn(place, "forum.app.section.added", again);
    }

    @Override
    public void move(AgendaPart section, int index) {
        if (act(seen ->
                agenda.moveSection(words.asker(), seen.session().id(), seen.agendaVersion(), section.id(), index))) {
            whisper(words.text("forum.app.desk.section-moved", words.name(section.title()), index + 1));
        }
    }

    @Override
    public void remove(SectionId section) {
        act(seen -> agenda.removeSection(words.asker(), seen.session().id(), seen.agendaVersion(), section));
    }

    @Override
    public void drop(Component dragged, AgendaPart section, int index) {
        if (dragged instanceof DeskItem row) {
            Spot before = spot(row.item().id());
            // Taken out of what stands above it in the same section, it leaves a gap that closes.
            boolean sinks = before.section() != null && before.section().equals(section.id()) && before.index() < index;
            place(row.item(), section, sinks ? index - 1 : index);
        } else if (dragged instanceof BacklogCard card) {
            place(card.item(), section, index);
        }
    }

    @Override
    public void dropBack(Component dragged) {
        if (dragged instanceof DeskItem row) {
            takeBack(row.item());
        }
    }

    private SessionId session() {
        return Objects.requireNonNull(desk).session().id();
    }

    private long version() {
        return Objects.requireNonNull(desk).agendaVersion();
    }
    /** Where an item stands; section null where on no agenda. */
    private record Spot(@Nullable SectionId section, int part, int index) {}

    private Spot spot(ItemId item) {
        List<AgendaPart> parts = Objects.requireNonNull(desk).parts();
        for (int at = 0; at < parts.size(); at++) {
            List<ItemLine> items = parts.get(at).items();
            for (int index = 0; index < items.size(); index++) {
                if (items.get(index).id().equals(item)) {
                    return new Spot(parts.get(at).id(), at, index);
                }
            }
        }
        return new Spot(null, -1, -1);
    }

    /** Says where an item has come to, and puts the keyboard back onto it. */
    private void told(ItemLine item, Spot before) {
        Spot now = spot(item.id());
        if (now.section() == null) {
            return;
        }
        AgendaPart part = Objects.requireNonNull(desk).parts().get(now.part());
        whisper(words.text(
                "forum.app.desk.moved",
                words.name(item.title()),
                now.index() + 1,
                part.items().size(),
                words.name(part.title())));
        boolean upwards = before.section() != null
                && (now.part() < before.part() || (now.part() == before.part() && now.index() < before.index()));
        column.row(item.id()).ifPresent(row -> row.focus(upwards));
    }

    private static void whisper(String said) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notices.whisper(ui, said);
        }
    }
}
